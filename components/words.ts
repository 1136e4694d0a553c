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
  delete: 'operation_delete',
  restore: 'operation_restore',
  'rename-code': 'operation_rename_code',
  'colour-code': 'operation_colour_code',
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
