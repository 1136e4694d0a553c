/** What the moves of an annotation's ends are called, in the person's language. */

import type { EndMove, EndStep } from '../core/adjust-ends';
import type { MessageKey, Translate } from './strings';

export const stepNames = {
  character: 'ends_character',
  word: 'ends_word',
  sentence: 'ends_sentence',
} as const satisfies { [Step in EndStep]: MessageKey };

const moveNames = {
  start: { back: 'ends_start_back', forward: 'ends_start_forward' },
  end: { back: 'ends_end_back', forward: 'ends_end_forward' },
} as const;

export function endMoveName({ end, by, towards }: EndMove, t: Translate): string {
  return t(moveNames[end][towards], t(stepNames[by]));
}
