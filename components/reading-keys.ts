/** The keys of the reading cursor: a key press in, what is read next out. */

import { commandOf, type KeyChoices } from '../core/key-bindings';
import type { KeyCommandName } from '../core/key-commands';
import type { ReadingMove } from '../core/reading-step';
import { isForPage, type KeyPress, keyName } from './key-press';

const moves: { readonly [Name in KeyCommandName]?: Omit<ReadingMove, 'isExtending'> } = {
  'reading-next-sentence': { by: 'sentence', towards: 'forward' },
  'reading-previous-sentence': { by: 'sentence', towards: 'back' },
  'reading-next-paragraph': { by: 'paragraph', towards: 'forward' },
  'reading-previous-paragraph': { by: 'paragraph', towards: 'back' },
};

/**
 * Shift takes what is read now along.
 * @param hasSelection then the keys need no Alt: the toolbar stands there, and its keys are not the page's
 */
export function readingMove(press: KeyPress, hasSelection: boolean, choices: KeyChoices): ReadingMove | null {
  const key = isForPage(press) ? keyName(press, true)?.replace('Shift+', '') : undefined;
  if (key === undefined) return null;
  const isPlain = !press.altKey && !press.ctrlKey && !press.metaKey;
  const command =
    commandOf('reading', key, choices, false) ??
    (isPlain && hasSelection && choices.hasPlainKeys
      ? commandOf('reading', `Alt+${key}`, choices, false)
      : null);
  const move = command === null ? undefined : moves[command];
  return move === undefined ? null : { ...move, isExtending: press.shiftKey };
}
