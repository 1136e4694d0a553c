/** The words for things that the records name: by message keys, and values of fields as they are shown. */

import type { MetadataSource } from '../core/article';
import type { Colour } from '../core/colour';
import type { FieldValue, MetadataField } from '../core/correction';
import type { OperationKind } from '../core/operation';
import type { LostReason } from '../core/placement';
import type { Step } from '../core/step';
import type { VariableKind } from '../core/variable';
import { asPublished } from './dates';
import type { MessageKey, Translate } from './strings';

const operationWords: Readonly<Record<OperationKind, MessageKey>> = {
  keep: 'operation_keep',
  code: 'operation_code',
  note: 'operation_note',
  're-attach': 'operation_re_attach',
  'adjust-ends': 'operation_adjust_ends',
  'merge-annotations': 'operation_merge_annotations',
  delete: 'operation_delete',
  restore: 'operation_restore',
  'empty-trash': 'operation_empty_trash',
  'new-code': 'operation_new_code',
  'rename-code': 'operation_rename_code',
  'colour-code': 'operation_colour_code',
  'describe-code': 'operation_describe_code',
  'move-code': 'operation_move_code',
  'archive-code': 'operation_archive_code',
  'merge-codes': 'operation_merge_codes',
  'split-code': 'operation_split_code',
  'delete-code': 'operation_delete_code',
  'import-codebook': 'operation_import_codebook',
  'edit-variable': 'operation_edit_variable',
  'fill-variable': 'operation_fill_variable',
  'correct-metadata': 'operation_correct_metadata',
  'add-address': 'operation_add_address',
  join: 'operation_join',
  split: 'operation_split',
  import: 'operation_import',
  decide: 'operation_decide',
  undo: 'operation_undo',
  redo: 'operation_redo',
};

/** Where the number says how much a step was. */
const countedWords: Partial<Readonly<Record<OperationKind, MessageKey>>> = {
  keep: 'operations_keep',
  code: 'operations_code',
  note: 'operations_note',
  delete: 'operations_delete',
  restore: 'operations_restore',
  'empty-trash': 'operations_empty_trash',
  'merge-annotations': 'operations_merge_annotations',
  'merge-codes': 'operations_merge_codes',
  'split-code': 'operations_split_code',
  'delete-code': 'operations_delete_code',
  'import-codebook': 'operations_import_codebook',
  import: 'operations_import',
  decide: 'operations_decide',
};

/** As in "Undo: …". */
export function stepWords({ kind, count }: Step, t: Translate): string {
  const counted = count > 1 ? countedWords[kind] : undefined;
  return counted === undefined ? t(operationWords[kind]) : t(counted, String(count));
}

export const colourWords: Readonly<Record<Colour, MessageKey>> = {
  yellow: 'colour_yellow',
  green: 'colour_green',
  blue: 'colour_blue',
  pink: 'colour_pink',
  orange: 'colour_orange',
  purple: 'colour_purple',
  teal: 'colour_teal',
  grey: 'colour_grey',
};

export const variableWords: Readonly<Record<VariableKind, MessageKey>> = {
  text: 'variable_text',
  number: 'variable_number',
  choice: 'variable_choice',
  date: 'variable_date',
};

export const lostWords: Readonly<Record<LostReason, MessageKey>> = {
  removed: 'lost_removed',
  absent: 'lost_absent',
  unlike: 'lost_unlike',
  unreadable: 'lost_unreadable',
};

export const sourceWords: Readonly<Record<MetadataSource, MessageKey>> = {
  'json-ld': 'found_json_ld',
  microdata: 'found_microdata',
  meta: 'found_meta',
  heading: 'found_heading',
  'credit-line': 'found_credit_line',
  'time-element': 'found_time_element',
  'title-element': 'found_title_element',
  address: 'found_address',
  reader: 'found_reader',
};

export function fieldName(field: MetadataField): MessageKey {
  return field === 'duty-editor' ? 'field_duty_editor' : `field_${field}`;
}

/** The value of a field as one line. */
export function shownValue(field: MetadataField, value: FieldValue, t: Translate): string {
  if (typeof value !== 'string') return value.join(t('name_separator'));
  return field === 'published' || field === 'modified' ? asPublished(value) : value;
}
