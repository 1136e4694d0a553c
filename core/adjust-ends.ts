/** Moves an end of chosen words by a character, a word or a sentence, in any language that the browser can segment. */

import { segmentsOf } from './segments';
import type { Span } from './span';

export type EndStep = 'character' | 'word' | 'sentence';

export interface EndMove {
  end: 'start' | 'end';
  by: EndStep;
  towards: 'back' | 'forward';
}

const granularities = { character: 'grapheme', word: 'word', sentence: 'sentence' } as const;

/** UTF-16 units looked at on either side of the end, and on to the border of a line. */
const reach = 2_000;

/**
 * The words with the one end moved to the next place where a character, word or sentence starts (or ends, for the other
 * end). White space counts for nothing, nor do marks between words.
 * @param text lines parted by LF; no sentence goes on from one line to the next
 * @param language BCP 47, of the text; null where it is not known
 * @returns null where there is no such place, or nothing would be left between the ends
 */
export function adjustEnds(
  text: string,
  { start, end }: Span,
  { end: which, by, towards }: EndMove,
  language: string | null,
): Span | null {
  const from = which === 'start' ? start : end;
  const stops = stopsAround(text, from, which, by, language);
  const to =
    towards === 'forward' ? stops.find((stop) => stop > from) : stops.findLast((stop) => stop < from);
  if (to === undefined) return null;
  const moved = which === 'start' ? { start: to, end } : { start, end: to };
  return moved.start < moved.end ? moved : null;
}

/** Ascending. */
function stopsAround(
  text: string,
  at: number,
  which: EndMove['end'],
  by: EndStep,
  language: string | null,
): number[] {
  const first = text.lastIndexOf('\n', Math.max(0, at - reach)) + 1;
  const lineEnd = text.indexOf('\n', at + reach);
  const line = text.slice(first, lineEnd < 0 ? text.length : lineEnd);
  const stops: number[] = [];
  for (const { segment, index, isWordLike } of segmentsOf(line, granularities[by], language)) {
    if (segment.trim() === '' || (by === 'word' && isWordLike === false)) continue;
    const { length } = which === 'start' ? segment.trimStart() : segment.trimEnd();
    stops.push(first + index + (which === 'start' ? segment.length - length : length));
  }
  return stops;
}
