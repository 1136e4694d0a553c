/** The page toolbar's shortcuts: a key press in, what it asks for out. */

import type { EndMove, EndStep } from '../core/adjust-ends';
import type { ToolbarSubject } from '../core/toolbar';
import { isForPage, type KeyPress, shortcutKey } from './key-press';

export type ToolbarKeyAction =
  | { kind: 'keep' }
  /** `index` counts the digits from 0. */
  | { kind: 'recent-code'; index: number }
  | { kind: 'codes' }
  | { kind: 'note' }
  | { kind: 'ends' }
  | { kind: 'adjust'; move: EndMove }
  | { kind: 'active-code' }
  | { kind: 'merge' }
  | { kind: 'occurrences' }
  | { kind: 'undo' }
  | { kind: 'redo' }
  | { kind: 'attach' }
  | { kind: 'delete' }
  | { kind: 'open-sidebar' }
  | { kind: 'dismiss' };

/** Null when the key press is not the toolbar's, or does nothing to what it stands beside. */
export function toolbarKeyAction(press: KeyPress, subject: ToolbarSubject['kind']): ToolbarKeyAction | null {
  const move = subject === 'existing' ? endMoveOf(press) : null;
  if (move !== null) return { kind: 'adjust', move };
  const key = shortcutKey(press);
  if (key === null) return null;
  if (key === 'Escape') return press.shiftKey ? null : { kind: 'dismiss' };
  if (subject === 'attach' && (key === 'Enter' || key === 'h'))
    return press.shiftKey ? null : { kind: 'attach' };
  if (subject !== 'new' && subject !== 'existing' && subject !== 'coding') return null;
  if (key === 'z') return { kind: press.shiftKey ? 'redo' : 'undo' };
  if (subject === 'coding') return codingAction(key, press);
  if (key === '#') return { kind: 'codes' };
  if (press.shiftKey) return null;
  if (/^[1-9]$/u.test(key)) return { kind: 'recent-code', index: Number(key) - 1 };
  switch (key) {
    case 'a':
      return { kind: 'active-code' };
    case 'm':
      return subject === 'existing' ? { kind: 'merge' } : null;
    case 'f':
      return subject === 'new' ? { kind: 'occurrences' } : null;
    case 't':
      return { kind: 'codes' };
    case 'n':
      return { kind: 'note' };
    case 'e':
      return subject === 'existing' ? { kind: 'ends' } : null;
    case 'o':
      return { kind: 'open-sidebar' };
    case 'h':
    case 'Enter':
      return subject === 'new' ? { kind: 'keep' } : null;
    case 'Delete':
    case 'Backspace':
      return subject === 'existing' ? { kind: 'delete' } : null;
    default:
      return null;
  }
}

/** Beside nothing, while selections are kept with the active code. */
function codingAction(key: string, { shiftKey }: KeyPress): ToolbarKeyAction | null {
  if (shiftKey) return null;
  if (/^[1-9]$/u.test(key)) return { kind: 'recent-code', index: Number(key) - 1 };
  return key === 'a' ? { kind: 'active-code' } : null;
}

/** With Shift the end moves and with Alt the start, as a selection's would: by a character, with Ctrl or ⌘ by a word, up and down by a sentence. */
function endMoveOf(press: KeyPress): EndMove | null {
  const arrow = arrows[press.key];
  if (arrow === undefined || press.shiftKey === press.altKey || !isForPage(press)) return null;
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
