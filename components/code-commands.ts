/** What can be done to the code that has the focus in the codebook, and by which key. */

import type { IconName } from './icons';
import type { MessageKey } from './strings';

export type CodeCommand =
  | 'new-below'
  | 'new-top'
  | 'rename'
  | 'colour'
  | 'describe'
  | 'move'
  | 'merge'
  | 'split'
  | 'archive'
  | 'delete';

export interface CodeCommandLook {
  name: MessageKey;
  shortcut: string;
  icon: IconName;
}

/** In the order in which they stand. */
export const codeCommands: Readonly<Record<Exclude<CodeCommand, 'new-top'>, CodeCommandLook>> = {
  'new-below': { name: 'code_new_below', shortcut: 'n', icon: 'add' },
  rename: { name: 'code_rename', shortcut: 'F2', icon: 'note' },
  colour: { name: 'code_colour', shortcut: 'c', icon: 'colour' },
  describe: { name: 'code_describe', shortcut: 'd', icon: 'text' },
  move: { name: 'code_move', shortcut: 'm', icon: 'move' },
  merge: { name: 'code_merge', shortcut: 'g', icon: 'merge' },
  split: { name: 'code_split', shortcut: 's', icon: 'split' },
  archive: { name: 'code_archive', shortcut: 'a', icon: 'archive' },
  delete: { name: 'code_delete', shortcut: 'Delete', icon: 'delete' },
};

const named: Readonly<Record<string, CodeCommand>> = {
  F2: 'rename',
  Enter: 'rename',
  Delete: 'delete',
  Backspace: 'delete',
};

const letters: Readonly<Record<string, CodeCommand>> = {
  n: 'new-below',
  'Shift+n': 'new-top',
  c: 'colour',
  d: 'describe',
  m: 'move',
  g: 'merge',
  s: 'split',
  a: 'archive',
};

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** @param hasPlainKeys whether letters are commands at all; where they are not, they look for a name */
export function codeCommand(press: Press, hasPlainKeys: boolean): CodeCommand | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const letter = press.shiftKey ? `Shift+${press.key.toLowerCase()}` : press.key.toLowerCase();
  return named[press.key] ?? (hasPlainKeys ? letters[letter] : undefined) ?? null;
}
