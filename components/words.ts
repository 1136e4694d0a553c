/** The words for things that the records name: by message keys, and values of fields as they are shown. */

import type { MetadataSource } from '../core/article';
import type { FieldValue, MetadataField } from '../core/correction';
import type { OperationKind } from '../core/operation';
import type { LostReason } from '../core/placement';
import { asPublished } from './dates';
import type { MessageKey, Translate } from './strings';

export const operationWords: Readonly<Record<OperationKind, MessageKey>> = {
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
  undo: 'operation_undo',
  redo: 'operation_redo',
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
