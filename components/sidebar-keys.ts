/** The shortcuts of the sidebar and of the codebook in it: a key press in, what it asks for out. */

import { commandOf, type KeyChoices } from '../core/key-bindings';
import type { KeyCommandName, KeySurface } from '../core/key-commands';
import { type KeyPress, shortcutKey } from './key-press';

/** What the commands of a surface are called without its name: `next`, `select-all`. */
type ActionOf<Surface extends KeySurface, Name = KeyCommandName> = Name extends `${Surface}-${infer Action}`
  ? Action
  : never;

export type SidebarKeyAction = ActionOf<'sidebar'>;
export type CodebookKeyAction = ActionOf<'codebook'>;

/** Null when the key press is not the sidebar's. Whatever has the focus there is ours. */
export function sidebarKeyAction(press: KeyPress, choices: KeyChoices): SidebarKeyAction | null {
  const key = shortcutKey(press);
  const command = key === null ? null : commandOf('sidebar', key, choices, true);
  return command === null ? null : (command.slice('sidebar-'.length) as SidebarKeyAction);
}

/** For a code that has the focus: asked before the sidebar's keys. */
export function codebookKeyAction(press: KeyPress, choices: KeyChoices): CodebookKeyAction | null {
  const key = shortcutKey(press);
  const command = key === null ? null : commandOf('codebook', key, choices, true);
  return command === null ? null : (command.slice('codebook-'.length) as CodebookKeyAction);
}
