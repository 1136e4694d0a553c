/** The commands that move an end of an annotation, each with its move. */

import type { EndMove } from './adjust-ends';
import type { KeyCommandName } from './key-commands';

type EndCommand = Extract<KeyCommandName, `ends-${string}`>;

export const endMoves: Readonly<Record<EndCommand, EndMove>> = {
  'ends-end-forward-character': { end: 'end', by: 'character', towards: 'forward' },
  'ends-end-back-character': { end: 'end', by: 'character', towards: 'back' },
  'ends-end-forward-word': { end: 'end', by: 'word', towards: 'forward' },
  'ends-end-back-word': { end: 'end', by: 'word', towards: 'back' },
  'ends-end-forward-sentence': { end: 'end', by: 'sentence', towards: 'forward' },
  'ends-end-back-sentence': { end: 'end', by: 'sentence', towards: 'back' },
  'ends-start-back-character': { end: 'start', by: 'character', towards: 'back' },
  'ends-start-forward-character': { end: 'start', by: 'character', towards: 'forward' },
  'ends-start-back-word': { end: 'start', by: 'word', towards: 'back' },
  'ends-start-forward-word': { end: 'start', by: 'word', towards: 'forward' },
  'ends-start-back-sentence': { end: 'start', by: 'sentence', towards: 'back' },
  'ends-start-forward-sentence': { end: 'start', by: 'sentence', towards: 'forward' },
};

export function endCommand({ end, by, towards }: EndMove): EndCommand {
  return `ends-${end}-${towards}-${by}`;
}

export function isEndCommand(name: KeyCommandName): name is EndCommand {
  return Object.hasOwn(endMoves, name);
}
