/** Which code of the one coder stands where which code of the other does. */

import { type CoderPair, judgementsOf } from './figures';
import type { RatedUnit } from './rate-units';

export interface Confusion {
  /** The most given first; null, which is no code, comes last. */
  codeIds: readonly (string | null)[];
  /** A row for each code of the first coder, in it a column for each of the second. */
  counts: readonly (readonly number[])[];
}

/**
 * Over the units that both have read. A code that both gave counts once on the diagonal. Each code that only the first gave
 * counts against each that only the second gave; where there is none, against no code. So a unit with several codes may count
 * more than once.
 */
export function confusionOf(units: readonly RatedUnit[], pair: CoderPair): Confusion {
  const cells = new Map<string | null, Map<string | null, number>>();
  const uses = new Map<string, number>();
  for (const unit of units) {
    const judged = judgementsOf(unit, pair);
    if (judged === null) continue;
    const [first, second] = judged;
    for (const id of [...first, ...second]) uses.set(id, (uses.get(id) ?? 0) + 1);
    for (const [row, column] of cellsOf(first, second)) {
      const counts = cells.get(row) ?? new Map<string | null, number>();
      cells.set(row, counts.set(column, (counts.get(column) ?? 0) + 1));
    }
  }
  const byUse = [...uses].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
  const codeIds = [...byUse.map(([id]) => id), null];
  return {
    codeIds,
    counts: codeIds.map((row) => codeIds.map((column) => cells.get(row)?.get(column) ?? 0)),
  };
}

type Cell = [string | null, string | null];

function cellsOf(first: readonly string[], second: readonly string[]): Cell[] {
  if (first.length === 0 && second.length === 0) return [[null, null]];
  const shared = first.filter((id) => second.includes(id)).map((id): Cell => [id, id]);
  const rows = first.filter((id) => !second.includes(id));
  const columns = second.filter((id) => !first.includes(id));
  if (rows.length + columns.length === 0) return shared;
  const [down, across] = [orNone(rows), orNone(columns)];
  return [...shared, ...down.flatMap((row) => across.map((column): Cell => [row, column]))];
}

function orNone(ids: readonly string[]): readonly (string | null)[] {
  return ids.length === 0 ? [null] : ids;
}
