/** Knows quotes that were kept in a row of equal pieces, such as a line that stands seven times: which piece it was must be told by the row's ends. */

import type { UnitBuffer } from './fold-units';
import type { OldQuote } from './old-text';
import { type Run, runsWithin, type SortedRuns } from './runs';
import type { Spread } from './seed-table';

/** Units beyond the end of a row that tell it from another one. */
const beyond = 8;

/** How far around a quote its copies are looked for, in units. */
const reach = 400;

/** Fewer units repeat themselves in any text. */
const leastRow = 24;

export interface Row extends Spread {
  /** The length of a piece. */
  period: number;
}

/** The row of at least two equal pieces that the quote is one or a part of, as far as it is known; null for other quotes. */
export function rowAround({ stretch, start, end }: OldQuote, { units }: UnitBuffer): Row | null {
  const from = Math.max(stretch.start, start - reach);
  const to = Math.min(stretch.end, end + reach);
  const first = units[start] ?? 0;
  const rowFrom = (at: number, period: number): Row | null => {
    // The longest part of the text around the place that repeats itself after so many units.
    let [first, last] = [at, at];
    while (first > from && units[first - 1] === units[first - 1 + period]) first -= 1;
    while (last + period < to && units[last] === units[last + period]) last += 1;
    const rowEnd = last + period;
    const length = rowEnd - first;
    const hasCopy = length >= leastRow && length >= 2 * period && length >= end - start + period;
    return hasCopy && first <= start && rowEnd >= end ? { start: first, end: rowEnd, period } : null;
  };
  for (let at = units.indexOf(first, start + 1); at >= 0 && at < to; at = units.indexOf(first, at + 1)) {
    const row = rowFrom(start, at - start);
    if (row !== null) return row;
  }
  for (let at = start - 1; at >= from; at -= 1) {
    const row = units[at] === first ? rowFrom(at, start - at) : null;
    if (row !== null) return row;
  }
  return null;
}

/**
 * Whether the text that keeps its order goes from the quote to beyond an end of its row, with fewer put in or taken out on
 * the way than could be a piece.
 */
export function isTiedToAnEnd({ stretch, start, end }: OldQuote, row: Row, chain: SortedRuns): boolean {
  const from = Math.max(stretch.start, row.start - beyond);
  const to = Math.min(stretch.end, row.end + beyond);
  const runs = runsWithin(chain, from, to);
  const [own] = runs.filter((run) => run.old < end && run.old + run.length > start);
  if (own === undefined) return false;
  const isNear = (run: Run | undefined) =>
    run !== undefined && Math.abs(run.now - run.old - (own.now - own.old)) < row.period / 2;
  const isBefore = from < row.start && isNear(runs.find((run) => run.old < row.start));
  return isBefore || (to > row.end && isNear(runs.findLast((run) => run.old + run.length > row.end)));
}
