/** Knows quotes that were kept in a row of equal pieces, such as a line that stands seven times: which piece it was must be told by the row's ends. */

import type { UnitBuffer } from './fold-units';
import type { OldQuote } from './old-text';
import { runsWithin, type SortedRuns } from './runs';
import type { Spread } from './seeds';

/** Units beyond the end of a row that tell it from another one. */
const beyond = 8;

/** The row of at least two equal pieces that the quote is one or a part of, as far as it is known; null for other quotes. */
export function rowAround({ stretch, start, end }: OldQuote, { units }: UnitBuffer): Spread | null {
  const longest = (stretch.end - stretch.start) >> 1;
  for (let period = 1; period <= longest; period += 1) {
    const isRepeated = (at: number) =>
      at >= stretch.start && at + period < stretch.end && units[at] === units[at + period];
    for (const anchor of [start, start - period]) {
      if (!isRepeated(anchor)) continue;
      let [from, to] = [anchor, anchor];
      while (isRepeated(from - 1)) from -= 1;
      while (isRepeated(to + 1)) to += 1;
      const row = { start: from, end: to + 1 + period };
      const length = row.end - row.start;
      const hasCopy = length >= 2 * period && length >= end - start + period;
      if (hasCopy && row.start <= start && row.end >= end) return row;
    }
  }
  return null;
}

/** Whether the text that keeps its order goes on without a gap from the quote to beyond an end of its row. */
export function isTiedToAnEnd({ stretch, start }: OldQuote, row: Spread, chain: SortedRuns): boolean {
  const from = Math.max(stretch.start, row.start - beyond);
  const to = Math.min(stretch.end, row.end + beyond);
  const solid = solidAround(start, chain, { start: from, end: to });
  return (from < row.start && solid.start <= from) || (to > row.end && solid.end >= to);
}

/** The old text around a unit that stands in the new one without a gap; empty where the unit does not. */
function solidAround(unit: number, chain: SortedRuns, { start, end }: Spread): Spread {
  let solid = { start: unit, end: unit };
  let last = { start: 0, end: 0, shift: 0 };
  for (const { old, now, length } of runsWithin(chain, start, end)) {
    const isContinued = old === last.end && now - old === last.shift;
    last = { start: isContinued ? last.start : old, end: old + length, shift: now - old };
    if (last.start <= unit && unit < last.end) solid = { start: last.start, end: last.end };
  }
  return solid;
}
