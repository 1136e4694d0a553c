/** What each command with a key is called, in the person's language. */

import { endMoves, isEndCommand } from '../core/end-commands';
import type { KeyCommandName, KeySurface } from '../core/key-commands';
import { endMoveName } from './end-words';
import type { MessageKey, Translate } from './strings';

const names: {
  readonly [Name in KeyCommandName as Exclude<Name, keyof typeof endMoves>]:
    | MessageKey
    | readonly [MessageKey, string];
} = {
  'toolbar-keep': 'keep_title',
  'toolbar-codes': 'codes_edit',
  'toolbar-codes-below': 'codes_below',
  'toolbar-note': 'note_edit',
  'toolbar-code-1': ['key_digit_code', '1'],
  'toolbar-code-2': ['key_digit_code', '2'],
  'toolbar-code-3': ['key_digit_code', '3'],
  'toolbar-code-4': ['key_digit_code', '4'],
  'toolbar-code-5': ['key_digit_code', '5'],
  'toolbar-code-6': ['key_digit_code', '6'],
  'toolbar-code-7': ['key_digit_code', '7'],
  'toolbar-code-8': ['key_digit_code', '8'],
  'toolbar-code-9': ['key_digit_code', '9'],
  'toolbar-active-code': 'coding_choose',
  'toolbar-occurrences': 'occurrences_find',
  'toolbar-ends': 'ends_adjust',
  'toolbar-merge': 'key_merge_annotations',
  'toolbar-delete': 'delete',
  'toolbar-open-sidebar': 'open_sidebar',
  'toolbar-undo': 'undo',
  'toolbar-redo': 'redo',
  'toolbar-dismiss': 'key_leave',
  'reading-next-sentence': 'key_next_sentence',
  'reading-previous-sentence': 'key_previous_sentence',
  'reading-next-paragraph': 'key_next_paragraph',
  'reading-previous-paragraph': 'key_previous_paragraph',
  'sidebar-next': 'key_next_card',
  'sidebar-previous': 'key_previous_card',
  'sidebar-reveal': 'reveal',
  'sidebar-codes': 'codes_edit',
  'sidebar-note': 'note_edit',
  'sidebar-place': 'reattach_title',
  'sidebar-history': 'history',
  'sidebar-delete': 'delete',
  'sidebar-select': 'card_select',
  'sidebar-extend-next': 'key_extend_next',
  'sidebar-extend-previous': 'key_extend_previous',
  'sidebar-select-all': 'chosen_all',
  'sidebar-search': 'search',
  'sidebar-about': 'about',
  'sidebar-codebook': 'view_codebook',
  'sidebar-trash': 'trash',
  'sidebar-variables': 'variables',
  'sidebar-library': 'library_open',
  'sidebar-undo': 'undo',
  'sidebar-redo': 'redo',
  'sidebar-keys': 'keys_title',
  'sidebar-close': 'key_leave',
  'codebook-new-below': 'code_new_below',
  'codebook-new-top': 'code_new',
  'codebook-rename': 'code_rename',
  'codebook-colour': 'code_colour',
  'codebook-describe': 'code_describe',
  'codebook-move': 'code_move',
  'codebook-merge': 'code_merge',
  'codebook-split': 'code_split',
  'codebook-archive': 'code_archive',
  'codebook-delete': 'code_delete',
  'deciding-first': ['coders_take', '1'],
  'deciding-second': ['coders_take', '2'],
  'deciding-both': 'coders_both',
  'deciding-neither': 'coders_neither',
  'field-save': 'save',
  'field-activate-code': 'key_activate_code',
};

export function commandName(name: KeyCommandName, t: Translate): string {
  if (isEndCommand(name)) return endMoveName(endMoves[name], t);
  const words = names[name];
  return typeof words === 'string' ? t(words) : t(words[0], words[1]);
}

/** What stands over the commands of a surface, and what is to be known of its keys; null where nothing is. */
export const surfaceWords: Readonly<Record<KeySurface, { name: MessageKey; more: MessageKey | null }>> = {
  toolbar: { name: 'keys_of_toolbar', more: null },
  ends: { name: 'keys_of_ends', more: null },
  reading: { name: 'keys_of_reading', more: 'keys_of_reading_more' },
  sidebar: { name: 'keys_of_sidebar', more: null },
  codebook: { name: 'keys_of_codebook', more: null },
  deciding: { name: 'coders', more: null },
  field: { name: 'keys_of_field', more: 'keys_of_field_more' },
};
