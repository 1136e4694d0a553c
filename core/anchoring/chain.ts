/** Chooses, of all matching runs, those that tell one story: the old text in its order, with gaps where it was edited. */

import { informationOf, lineStart, type UnitBuffer } from './fold-units';
import { type Run, sortRuns } from './runs';

/** How many earlier runs are tried as neighbours of one. */
const lookBack = 48;

/** What it costs that so many units were put in or taken out between two runs, in bits: an edit little, a leap much. */
export function gapCost(units: number): number {
  if (units === 0) return 0.5;
  return 1.5 + 0.5 * Math.log2(1 + units) + 2.2 * Math.max(0, Math.log2(units / 12));
}

/**
 * The heaviest sequence of runs that keeps the order of both texts, in bits of matching text less the cost of its gaps.
 * Where two runs overlap, the later one is cut.
 * @param placeOf where a unit of the old buffer stood in the old text, in units: stretches lie apart
 * @param farCost what any gap costs at most, in bits
 */
export function chainRuns(
  runs: readonly Run[],
  old: UnitBuffer,
  now: UnitBuffer,
  placeOf: (unit: number) => number,
  farCost: number,
): Run[] {
  const sorted = sortRuns(runs).runs;
  const count = sorted.length;
  const weights = sorted.map((run) => informationOf(old.units, run.old, run.old + run.length));
  const places = sorted.map((run) => placeOf(run.old));
  const best = new Float64Array(count);
  const previous = new Int32Array(count).fill(-1);
  const reach = createReach(sorted);
  let last = -1;
  for (let index = 0; index < count; index += 1) {
    const run = sorted[index];
    const weight = weights[index];
    if (run === undefined || weight === undefined) continue;
    best[index] = weight;
    const consider = (other: number, isFar: boolean) => {
      const before = sorted[other];
      if (before === undefined || before.old >= run.old || before.now >= run.now) return;
      const overlap = overlapOf(before, run);
      if (overlap >= run.length) return;
      const shift = (places[index] ?? 0) - (places[other] ?? 0) - (run.now - before.now);
      const leap = isFar ? farCost : Math.min(farCost, gapCost(Math.abs(Math.round(shift))));
      const cost = leap + brokenLines(before, run, old, now);
      const score = (best[other] ?? 0) + weight * (1 - overlap / run.length) - cost;
      if (score > (best[index] ?? 0)) {
        best[index] = score;
        previous[index] = other;
      }
    };
    for (let other = Math.max(0, index - lookBack); other < index; other += 1) consider(other, false);
    const far = reach.best(run.now);
    if (far >= 0) consider(far, true);
    reach.add(index, best[index] ?? 0);
    if (last < 0 || (best[index] ?? 0) > (best[last] ?? 0)) last = index;
  }
  const chosen: Run[] = [];
  for (let index = last; index >= 0; index = previous[index] ?? -1) {
    const run = sorted[index];
    if (run !== undefined) chosen.push(run);
  }
  return cutOverlaps(chosen.reverse());
}

/** What it costs that a line starts or ends in the midst of an old one, beside an insertion: so do copies, in bits. */
const brokenLine = 8;

function brokenLines(before: Run, run: Run, old: UnitBuffer, now: UnitBuffer): number {
  const [oldEnd, nowEnd] = [before.old + before.length, before.now + before.length];
  if (nowEnd >= run.now) return 0;
  const startsLine = now.starts[run.now] === lineStart && old.starts[run.old] !== lineStart;
  const endsLine = now.starts[nowEnd] === lineStart && old.starts[oldEnd] !== lineStart;
  return (startsLine ? brokenLine : 0) + (endsLine ? brokenLine : 0);
}

function overlapOf(before: Run, run: Run): number {
  return Math.max(0, before.old + before.length - run.old, before.now + before.length - run.now);
}

function cutOverlaps(runs: readonly Run[]): Run[] {
  const cut: Run[] = [];
  for (const run of runs) {
    const before = cut.at(-1);
    const overlap = before === undefined ? 0 : overlapOf(before, run);
    if (overlap >= run.length) continue;
    cut.push({ old: run.old + overlap, now: run.now + overlap, length: run.length - overlap });
  }
  return cut;
}

/** Tells which run so far has the best score among those that end before a place of the new text. */
function createReach(runs: readonly Run[]) {
  const ends = runs.map(({ now, length }) => now + length).sort((one, other) => one - other);
  /** A Fenwick tree over the sorted ends; each node keeps the best of its part. */
  const tree = new Int32Array(ends.length + 1).fill(-1);
  const scores = new Float64Array(runs.length);
  return {
    add(index: number, score: number) {
      scores[index] = score;
      const run = runs[index];
      if (run === undefined) return;
      for (let node = countAtMost(ends, run.now + run.length); node < tree.length; node += node & -node) {
        const held = tree[node] ?? -1;
        if (held < 0 || (scores[held] ?? 0) < score) tree[node] = index;
      }
    },
    best(now: number): number {
      let found = -1;
      for (let node = countAtMost(ends, now); node > 0; node -= node & -node) {
        const held = tree[node] ?? -1;
        if (held >= 0 && (found < 0 || (scores[held] ?? 0) > (scores[found] ?? 0))) found = held;
      }
      return found;
    },
  };
}

function countAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
