/** Finds where pieces of the old text stand in the new one to the letter: short seeds by hash, then as far as they reach. */

import { isWordUnit, type UnitBuffer } from './fold-units';
import type { Run } from './runs';
import { hashAt, isTelling, openingAt, type SeedTable, type Spread } from './seed-table';

/** Chance matches beyond this many would cost more than they tell. */
const mostRuns = 40_000;
/** Places looked at between two pauses: some milliseconds of work. */
const pauseAfter = 6_000;

/**
 * Looks for the table's seeds in the new text. Yields now and then.
 * @param taken parts of it that hold other words for certain, ascending and apart: nothing is looked for there
 */
export function* findRuns(
  table: SeedTable,
  old: UnitBuffer,
  now: UnitBuffer,
  taken: readonly Spread[],
): Generator<void, Run[]> {
  const found: Found = { runs: [], reaching: [] };
  let from = 0;
  for (const { start, end } of [...taken, { start: now.length, end: now.length }]) {
    for (let at = from; at < start && found.runs.length < mostRuns; ) {
      at = findBetween(table, old, now, { start: from, end: start }, at, found);
      yield;
    }
    from = end;
  }
  return found.runs;
}

interface Found {
  runs: Run[];
  /** Those that reach beyond the place being looked at. */
  reaching: Run[];
}

/** A seed in the new text, its hash, and the first entry of the table that may be the same. */
interface Seed {
  at: number;
  hash: number;
  first: number;
}

/** Looks at some of the places between two parts that are taken. @returns where to go on */
function findBetween(
  table: SeedTable,
  old: UnitBuffer,
  now: UnitBuffer,
  free: Spread,
  from: number,
  found: Found,
): number {
  const { length, heads, shift, openings } = table;
  const { units, starts } = now;
  const { end } = free;
  const until = Math.min(end, from + pauseAfter);
  let at = from;
  while (at < until) {
    if (starts[at] === 0) {
      at += 1;
      continue;
    }
    let step = isWordUnit(units[at] ?? 0) ? length.stride : 1;
    const opening = openingAt(units, at);
    if (openings[opening >>> 16] !== 0) {
      const hash = hashAt(units, at, end, length, opening);
      const first = hash === 0 ? -1 : (heads[Math.imul(hash, 0x9e3779b1) >>> shift] ?? -1);
      // What stands inside a match needs no second look, unless it matches elsewhere too.
      if (first >= 0) step = Math.max(step, followSeed(table, old, now, free, { at, hash, first }, found));
    }
    at += step;
  }
  return at;
}

/**
 * Takes up every run that a seed in the new text belongs to.
 * @returns how far the shortest of them reaches from there; 0 where there is none
 */
function followSeed(
  table: SeedTable,
  old: UnitBuffer,
  now: UnitBuffer,
  free: Spread,
  { at, hash, first }: Seed,
  found: Found,
): number {
  const { length, spreads, next, places, hashes, homes } = table;
  if (!isTelling(table, first, hash)) return 0;
  found.reaching = found.reaching.filter((run) => run.now + run.length > at);
  let shortest = Number.POSITIVE_INFINITY;
  for (let entry = first; entry >= 0; entry = next[entry] ?? -1) {
    if (hashes[entry] !== hash) continue;
    const place = places[entry] ?? 0;
    let run = found.reaching.find((other) => other.now - other.old === at - place);
    if (run === undefined) {
      const home = spreads[homes[entry] ?? 0];
      if (home === undefined) continue;
      run = extend(old.units, now.units, place, at, home, free.start, free.end);
      if (run.length < length.words) continue;
      found.runs.push(run);
      found.reaching.push(run);
    }
    shortest = Math.min(shortest, run.now + run.length - at);
  }
  return shortest === Number.POSITIVE_INFINITY ? 0 : shortest;
}

function extend(
  old: Uint16Array,
  now: Uint16Array,
  place: number,
  at: number,
  home: Spread,
  from: number,
  to: number,
): Run {
  let before = 0;
  while (
    place - before > home.start &&
    at - before > from &&
    old[place - before - 1] === now[at - before - 1]
  ) {
    before += 1;
  }
  let after = 0;
  while (place + after < home.end && at + after < to && old[place + after] === now[at + after]) after += 1;
  return { old: place - before, now: at - before, length: before + after };
}
