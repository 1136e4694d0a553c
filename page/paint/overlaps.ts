/** Finds where highlights overlap and which of them lie on top, by their offsets: boundaries in the page are slow to compare. */

import type { Highlight } from './highlight';

/** A stretch that two highlights or more share: from the start of the one to the end of the other, or of the same. */
export interface Overlap {
  from: Highlight;
  to: Highlight;
}

/** In the order of the text, apart from each other. Cost: sorting. */
export function findOverlaps(highlights: readonly Highlight[]): Overlap[] {
  const byStart = highlights.toSorted((one, other) => one.start - other.start);
  const byEnd = highlights.toSorted((one, other) => one.end - other.end);
  const overlaps: Overlap[] = [];
  let from: Highlight | null = null;
  let begun = 0;
  let ended = 0;
  for (const next of byStart) {
    for (let last = byEnd[ended]; last !== undefined && last.end <= next.start; last = byEnd[ended]) {
      // With this one's end, only one other is left.
      if (begun - ended === 2 && from !== null) {
        overlaps.push({ from, to: last });
        from = null;
      }
      ended += 1;
    }
    if (begun > ended) from ??= next;
    begun += 1;
  }
  const last = byEnd.at(-2);
  if (from !== null && last !== undefined) overlaps.push({ from, to: last });
  return overlaps;
}

/** In a deeper pile, those at the bottom are no longer compared: who sees what is there? */
const deepest = 30;

/** Those that lie on an earlier one of another colour. Cost: sorting. */
export function findUppermost(highlights: readonly Highlight[]): Set<Highlight> {
  const uppermost = new Set<Highlight>();
  const rank = new Map<Highlight, number>();
  for (const highlight of highlights) rank.set(highlight, rank.size);
  let open: Highlight[] = [];
  for (const next of highlights.toSorted((one, other) => one.start - other.start)) {
    open = open.slice(-deepest).filter(({ end }) => end > next.start);
    for (const other of open) {
      if (other.colour === next.colour) continue;
      uppermost.add((rank.get(other) ?? 0) > (rank.get(next) ?? 0) ? other : next);
    }
    open.push(next);
  }
  return uppermost;
}
