/** Finds where pieces of the old text stand in the new one to the letter: short seeds by hash, then as far as they reach. */

import { isWordUnit, type UnitBuffer } from './fold-units';
import type { Run } from './runs';

/**
 * How long a seed is, in units. Each starts where a word does. A page has more chance matches the longer it is, so long
 * pages need longer seeds.
 */
export interface SeedLength {
  /** Where it starts with a letter. */
  letters: number;
  /** Where it starts with a Chinese character or kana. */
  words: number;
  /** Of those, only every so many are tried in the new text: a match this much longer than a seed is sure to be met. */
  stride: number;
}

/** A part of the old buffer, end exclusive. */
export interface Spread {
  start: number;
  end: number;
}

/** A seed that stands so often in the old text says nothing. */
const mostPlaces = 100;
/** Chance matches beyond this many would cost more than they tell. */
const mostRuns = 40_000;
/** Places looked at between two pauses: some milliseconds of work. */
const pauseAfter = 6_000;

export interface SeedTable {
  length: SeedLength;
  spreads: readonly Spread[];
  /** For each slot of hashes, the last place it was met at; then from place to place. */
  heads: Int32Array;
  next: Int32Array;
  /** The place of each entry in the old buffer, its full hash and the spread that it lies in. */
  places: Int32Array;
  hashes: Int32Array;
  homes: Int32Array;
  shift: number;
}

/** Yields now and then. @param spreads the parts of the old text that are looked for; no run leaves them */
export function* tableOf(
  old: UnitBuffer,
  spreads: readonly Spread[],
  length: SeedLength,
): Generator<void, SeedTable> {
  const size = spreads.reduce((sum, { start, end }) => sum + end - start, 0);
  const bits = Math.max(10, Math.min(20, Math.ceil(Math.log2(size * 2 + 1))));
  const table: SeedTable = {
    length,
    spreads,
    heads: new Int32Array(1 << bits).fill(-1),
    next: new Int32Array(size),
    places: new Int32Array(size),
    hashes: new Int32Array(size),
    homes: new Int32Array(size),
    shift: 32 - bits,
  };
  let entry = 0;
  let nextPause = pauseAfter;
  for (const [home, { start, end }] of spreads.entries()) {
    for (let at = start; at < end; at = nextWord(old, at + 1, end)) {
      const hash = hashAt(old.units, at, end, length);
      if (hash === 0) continue;
      const slot = Math.imul(hash, 0x9e3779b1) >>> table.shift;
      table.places[entry] = at;
      table.hashes[entry] = hash;
      table.homes[entry] = home;
      table.next[entry] = table.heads[slot] ?? -1;
      table.heads[slot] = entry;
      entry += 1;
    }
    if (entry > nextPause) {
      nextPause = entry + pauseAfter;
      yield;
    }
  }
  return table;
}

/** 0 where no whole seed fits before `end`. */
function hashAt(units: Uint16Array, at: number, end: number, { letters, words }: SeedLength): number {
  const length = isWordUnit(units[at] ?? 0) ? words : letters;
  if (at + length > end) return 0;
  let hash = length;
  for (let offset = 0; offset < length; offset += 1) {
    hash = Math.imul(hash, 0x01000193) ^ (units[at + offset] ?? 0);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash | 1;
}

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
  const { length, spreads, heads, next, places, hashes, homes, shift } = table;
  const runs: Run[] = [];
  /** Those that reach beyond the place being looked at. */
  let reaching: Run[] = [];
  const to = now.length;
  let nextPause = pauseAfter;
  let at = nextWord(now, 0, to);
  let nextTaken = 0;
  while (at < to && runs.length < mostRuns) {
    if (at > nextPause) {
      nextPause = at + pauseAfter;
      yield;
    }
    const before = taken[nextTaken - 1]?.end ?? 0;
    const { start, end } = taken[nextTaken] ?? { start: to, end: to };
    if (at >= start && at < to) {
      at = Math.max(at, end);
      nextTaken += 1;
      continue;
    }
    const hash = hashAt(now.units, at, Math.min(to, start), length);
    let step = isWordUnit(now.units[at] ?? 0) ? length.stride : 1;
    const first = hash === 0 ? -1 : (heads[Math.imul(hash, 0x9e3779b1) >>> shift] ?? -1);
    if (first >= 0 && isTelling(table, first, hash)) {
      reaching = reaching.filter((run) => run.now + run.length > at);
      let shortest = Number.POSITIVE_INFINITY;
      for (let entry = first; entry >= 0; entry = next[entry] ?? -1) {
        if (hashes[entry] !== hash) continue;
        const place = places[entry] ?? 0;
        let run = reaching.find((other) => other.now - other.old === at - place);
        if (run === undefined) {
          const home = spreads[homes[entry] ?? 0];
          if (home === undefined) continue;
          run = extend(old.units, now.units, place, at, home, before, Math.min(to, start));
          if (run.length < length.words) continue;
          runs.push(run);
          reaching.push(run);
        }
        shortest = Math.min(shortest, run.now + run.length - at);
      }
      // What stands inside a match needs no second look, unless it matches elsewhere too.
      if (shortest !== Number.POSITIVE_INFINITY) step = Math.max(step, shortest);
    }
    at = nextWord(now, at + step, to);
  }
  return runs;
}

/** The first place from `at` where a word starts, or `end`. */
function nextWord({ starts }: UnitBuffer, at: number, end: number): number {
  let next = at;
  while (next < end && starts[next] === 0) next += 1;
  return next;
}

/** Whether the seed is there, and not everywhere. */
function isTelling({ next, hashes }: SeedTable, first: number, hash: number): boolean {
  let count = 0;
  for (let entry = first; entry >= 0 && count <= mostPlaces; entry = next[entry] ?? -1) {
    if (hashes[entry] === hash) count += 1;
  }
  return count > 0 && count <= mostPlaces;
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
