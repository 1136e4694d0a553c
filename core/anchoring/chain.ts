/** Chooses, of all matching runs, those that tell one story: the old text in its order, with gaps where it was edited. */

import { informationOf, lineStart, type UnitBuffer } from './fold-units';
import type { Run } from './runs';

/** How many earlier runs are tried as neighbours of one. */
const lookBack = 32;

/** Runs between two pauses: a millisecond or two of work. */
const pauseAfter = 150;

/** What it costs that so many units were put in or taken out between two runs, in bits: an edit little, a leap much. */
export function gapCost(units: number): number {
  if (units === 0) return 0.5;
  return 1.5 + 0.5 * Math.log2(1 + units) + 2.2 * Math.max(0, Math.log2(units / 12));
}

/**
 * The heaviest sequence of runs that keeps the order of both texts, in bits of matching text less the cost of its gaps.
 * Where two runs overlap, the later one is cut.
 * Yields now and then.
 * @param runs in the order of the old text
 * @param placeOf where a unit of the old buffer stood in the old text, in units: stretches lie apart
 * @param farCost what any gap costs at most, in bits
 */
export function* chainRuns(
  runs: readonly Run[],
  old: UnitBuffer,
  now: UnitBuffer,
  placeOf: (unit: number) => number,
  farCost: number,
): Generator<void, Run[]> {
  const count = runs.length;
  const best = new Float64Array(count);
  const previous = new Int32Array(count).fill(-1);
  const linkAll = linkerOf(runs, old, now, placeOf, farCost, best, previous);
  for (let index = 0; index < count; index += pauseAfter) {
    linkAll(index, Math.min(count, index + pauseAfter));
    yield;
  }
  let last = -1;
  for (let index = 0; index < count; index += 1) {
    if (last < 0 || (best[index] ?? 0) > (best[last] ?? 0)) last = index;
  }
  const chosen: Run[] = [];
  for (let index = last; index >= 0; index = previous[index] ?? -1) {
    const run = runs[index];
    if (run !== undefined) chosen.push(run);
  }
  return cutOverlaps(chosen.reverse());
}

/** Links each run to the one before it in its best sequence: gives `best` scores, in bits, and `previous` places. */
function linkerOf(
  runs: readonly Run[],
  old: UnitBuffer,
  now: UnitBuffer,
  placeOf: (unit: number) => number,
  farCost: number,
  best: Float64Array,
  previous: Int32Array,
): (from: number, to: number) => void {
  const { olds, nows, lengths, places, weights } = columnsOf(runs, old, placeOf);
  const reach = createReach(runs);

  /** The score of a run after another one, in bits; as much as nothing where they are not in order, or it is less than asked. */
  const scoreAfter = (other: number, index: number, isFar: boolean, least: number): number => {
    const whole = (best[other] ?? 0) + (weights[index] ?? 0);
    if (whole < least) return 0;
    const nowGap = (nows[index] ?? 0) - (nows[other] ?? 0);
    const oldGap = (olds[index] ?? 0) - (olds[other] ?? 0);
    if (nowGap <= 0 || oldGap <= 0) return 0;
    const length = lengths[index] ?? 0;
    const overlap = Math.max(0, (lengths[other] ?? 0) - Math.min(oldGap, nowGap));
    if (overlap >= length) return 0;
    const most = whole - ((weights[index] ?? 0) * overlap) / length;
    if (most < least) return 0;
    const shift = Math.abs(Math.round((places[index] ?? 0) - (places[other] ?? 0) - nowGap));
    const leap = isFar ? farCost : Math.min(farCost, gapCost(shift));
    const [before, run] = [runs[other], runs[index]];
    return before === undefined || run === undefined ? 0 : most - leap - brokenLines(before, run, old, now);
  };

  return (from, to) => {
    for (let index = from; index < to; index += 1) {
      const alone = weights[index] ?? 0;
      let most = alone;
      let chosen = -1;
      // The nearest first: most others then cannot do better. Of equals, the farthest.
      for (let other = index - 1; other >= Math.max(0, index - lookBack); other -= 1) {
        const score = scoreAfter(other, index, false, most);
        if (score < most || score === alone) continue;
        most = score;
        chosen = other;
      }
      const far = reach.best(nows[index] ?? 0);
      const score = far < 0 ? 0 : scoreAfter(far, index, true, most);
      if (score > most) {
        most = score;
        chosen = far;
      }
      best[index] = most;
      previous[index] = chosen;
      reach.add(index, most);
    }
  };
}

/** The runs column by column: what is compared most often lies together. */
function columnsOf(runs: readonly Run[], old: UnitBuffer, placeOf: (unit: number) => number) {
  const count = runs.length;
  const [olds, nows, lengths] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const [places, weights] = [new Float64Array(count), new Float64Array(count)];
  for (const [index, run] of runs.entries()) {
    olds[index] = run.old;
    nows[index] = run.now;
    lengths[index] = run.length;
    places[index] = placeOf(run.old);
    weights[index] = informationOf(old, run.old, run.old + run.length);
  }
  return { olds, nows, lengths, places, weights };
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
