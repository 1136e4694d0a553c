/** Knows quotes that were kept in a row of copies of themselves: nothing they know tells which copy is meant. */

import type { UnitBuffer } from './fold-units';
import type { OldQuote } from './old-text';

/** Units that are the same one copy further on; fewer can be so by chance. */
const leastSame = 24;

/** Whether all that is known around the quote is the same around its next copy. */
export function isOneOfARow({ stretch, start, end }: OldQuote, old: UnitBuffer): boolean {
  // Where no text goes on, the row has an end.
  if (start === stretch.start || end === stretch.end) return false;
  const longest = stretch.end - stretch.start - leastSame;
  for (let period = 1; period <= longest; period += 1) {
    if (hasPeriod(old, stretch.start, stretch.end, period)) return true;
  }
  return false;
}

function hasPeriod({ units }: UnitBuffer, start: number, end: number, period: number): boolean {
  for (let at = start + period; at < end; at += 1) {
    if (units[at] !== units[at - period]) return false;
  }
  return true;
}
