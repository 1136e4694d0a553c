/** The keys of the reading cursor: a key press in, what is read next out. */

import type { ReadingMove } from '../core/reading-step';
import { isForPage, type KeyPress } from './key-press';

const moves: Record<string, Omit<ReadingMove, 'isExtending'>> = {
  KeyJ: { by: 'sentence', towards: 'forward' },
  KeyK: { by: 'sentence', towards: 'back' },
  BracketRight: { by: 'paragraph', towards: 'forward' },
  BracketLeft: { by: 'paragraph', towards: 'back' },
};

/**
 * J and K for sentences, brackets for paragraphs; Shift takes what is read now along. By the place on the keyboard, since
 * Alt makes other letters of them on a Mac.
 * @param hasSelection then they need no Alt: the toolbar stands there, and its keys are not the page's
 */
export function readingMove(press: KeyPress & { code: string }, hasSelection: boolean): ReadingMove | null {
  const move = moves[press.code];
  if (move === undefined || press.ctrlKey || press.metaKey || !isForPage(press)) return null;
  return press.altKey || hasSelection ? { ...move, isExtending: press.shiftKey } : null;
}
