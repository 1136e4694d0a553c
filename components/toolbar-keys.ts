/** The page toolbar's shortcuts: a key press in, what it asks for out. */

import type { EndMove } from '../core/adjust-ends';
import { endMoves, isEndCommand } from '../core/end-commands';
import { commandOf, type KeyChoices } from '../core/key-bindings';
import { codeCommands, type KeyCommandName } from '../core/key-commands';
import type { ToolbarSubject } from '../core/toolbar';
import { type KeyPress, shortcutKey } from './key-press';

export type ToolbarKeyAction =
  | { kind: 'keep' }
  /** `index` counts from 0: the code that has the digit after it, or else a recent one. */
  | { kind: 'recent-code'; index: number }
  | { kind: 'codes' }
  /** Looks for a code under another one, or makes it there. */
  | { kind: 'codes-below' }
  | { kind: 'note' }
  | { kind: 'ends' }
  | { kind: 'adjust'; move: EndMove }
  | { kind: 'attach' }
  /** Gives the code to every selection from now on, or ends that. */
  | { kind: 'active-code' }
  /** Makes one annotation of this one and those that it overlaps. */
  | { kind: 'merge' }
  /** Lists every place where the article says the words. */
  | { kind: 'occurrences' }
  | { kind: 'undo' }
  | { kind: 'redo' }
  | { kind: 'delete' }
  | { kind: 'open-sidebar' }
  | { kind: 'dismiss' };

interface Heard {
  subject: ToolbarSubject['kind'];
  choices: KeyChoices;
  /** Whether the focus is in the toolbar, and not in the page. */
  hasFocus: boolean;
}

/** Null when the key press is not the toolbar's, or does nothing to what it stands beside. */
export function toolbarKeyAction(
  press: KeyPress,
  { subject, choices, hasFocus }: Heard,
): ToolbarKeyAction | null {
  const key = shortcutKey(press);
  if (key === null) return null;
  const command =
    (subject === 'existing' ? commandOf('ends', key, choices, hasFocus) : null) ??
    commandOf('toolbar', key, choices, hasFocus);
  if (command === null) return null;
  if (isEndCommand(command)) return { kind: 'adjust', move: endMoves[command] };
  if (command === 'toolbar-dismiss') return { kind: 'dismiss' };
  if (subject === 'attach') return command === 'toolbar-keep' ? { kind: 'attach' } : null;
  const index = codeCommands.indexOf(command);
  if (index !== -1) return coded.includes(subject) ? { kind: 'recent-code', index } : null;
  const action = plainActions[command];
  return action?.beside.includes(subject) ? { kind: action.kind } : null;
}

type PlainAction = Exclude<ToolbarKeyAction['kind'], 'recent-code' | 'adjust'>;

type Beside = readonly ToolbarSubject['kind'][];

const words: Beside = ['new', 'existing'];
const coded: Beside = [...words, 'coding'];

/** `beside`: what the toolbar must stand beside. */
const plainActions: {
  readonly [Name in KeyCommandName]?: { kind: PlainAction; beside: Beside };
} = {
  'toolbar-keep': { kind: 'keep', beside: ['new'] },
  'toolbar-codes': { kind: 'codes', beside: words },
  'toolbar-codes-below': { kind: 'codes-below', beside: words },
  'toolbar-note': { kind: 'note', beside: words },
  'toolbar-active-code': { kind: 'active-code', beside: coded },
  'toolbar-occurrences': { kind: 'occurrences', beside: ['new'] },
  'toolbar-ends': { kind: 'ends', beside: ['existing'] },
  'toolbar-merge': { kind: 'merge', beside: ['existing'] },
  'toolbar-delete': { kind: 'delete', beside: ['existing'] },
  'toolbar-open-sidebar': { kind: 'open-sidebar', beside: words },
  'toolbar-undo': { kind: 'undo', beside: coded },
  'toolbar-redo': { kind: 'redo', beside: coded },
};
