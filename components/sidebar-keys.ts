/** The sidebar's shortcuts: a key press in, what it asks for out. */

import { type KeyPress, shortcutKey } from './key-press';

export type SidebarKeyAction =
  | 'next'
  | 'previous'
  | 'reveal'
  | 'codes'
  | 'note'
  | 'place'
  | 'about'
  | 'search'
  | 'undo'
  | 'redo'
  | 'delete'
  | 'select'
  | 'select-all'
  | 'codebook'
  | 'trash'
  | 'history'
  | 'variables'
  | 'extend-next'
  | 'extend-previous'
  | 'close';

const actions: Readonly<Record<string, SidebarKeyAction>> = {
  j: 'next',
  k: 'previous',
  Enter: 'reveal',
  t: 'codes',
  n: 'note',
  r: 'place',
  i: 'about',
  z: 'undo',
  Delete: 'delete',
  Backspace: 'delete',
  x: 'select',
  a: 'select-all',
  b: 'codebook',
  d: 'trash',
  h: 'history',
  v: 'variables',
  Escape: 'close',
};

const shifted: Readonly<Record<string, SidebarKeyAction>> = {
  z: 'redo',
  j: 'extend-next',
  k: 'extend-previous',
};

/** These stand behind Shift on some keyboards and not on others. */
const signs: Readonly<Record<string, SidebarKeyAction>> = { '#': 'codes', '/': 'search' };

/** Null when the key press is not the sidebar's. */
export function sidebarKeyAction(press: KeyPress): SidebarKeyAction | null {
  const key = shortcutKey(press);
  if (key === null) return null;
  const sign = signs[key];
  if (sign !== undefined) return sign;
  if (press.shiftKey) return shifted[key] ?? null;
  return actions[key] ?? null;
}
