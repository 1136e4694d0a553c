/** The page toolbar's shortcuts: a key press in, what it asks for out. */

import type { EndMove, EndStep } from '../core/adjust-ends';
import { commandOf, isCounting, type KeyChoices } from '../core/key-bindings';
import { codeCommands, type KeyCommandName } from '../core/key-commands';
import type { ToolbarSubject } from '../core/toolbar';
import { isForPage, type KeyPress, keyName, shortcutKey } from './key-press';

export type ToolbarKeyAction =
  | { kind: 'keep' }
  /** `index` counts from 0: the code that has the digit after it, or else a recent one. */
  | { kind: 'recent-code'; index: number }
  | { kind: 'codes' }
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
  const move = subject === 'existing' ? endMoveOf(press, choices, hasFocus) : null;
  if (move !== null) return { kind: 'adjust', move };
  const key = shortcutKey(press);
  const command = key === null ? null : commandOf('toolbar', key, choices, hasFocus);
  if (command === null) return null;
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

/** With Shift the end moves and with Alt the start, as a selection's would: by a character, with Ctrl or ⌘ by a word, up and down by a sentence. */
function endMoveOf(press: KeyPress, choices: KeyChoices, hasFocus: boolean): EndMove | null {
  const arrow = arrows[press.key];
  if (arrow === undefined || press.shiftKey === press.altKey || !isForPage(press)) return null;
  if (!isCounting(keyName(press) ?? '', choices, hasFocus)) return null;
  const isByWord = press.ctrlKey || press.metaKey;
  const by: EndStep = arrow.isAcross ? 'sentence' : isByWord ? 'word' : 'character';
  return { end: press.shiftKey ? 'end' : 'start', by, towards: arrow.towards };
}

const arrows: Record<string, { towards: EndMove['towards']; isAcross: boolean }> = {
  ArrowLeft: { towards: 'back', isAcross: false },
  ArrowRight: { towards: 'forward', isAcross: false },
  ArrowUp: { towards: 'back', isAcross: true },
  ArrowDown: { towards: 'forward', isAcross: true },
};
