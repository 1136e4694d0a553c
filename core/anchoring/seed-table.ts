/** Short pieces of the old text by hash, so that a text can be looked through for all of them at once. */

import { isWordUnit, type UnitBuffer } from './fold-units';

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
/** Seeds entered between two pauses: some milliseconds of work. */
const pauseAfter = 6_000;

export interface SeedTable {
  length: SeedLength;
  spreads: readonly Spread[];
  /** How many entries there are. */
  size: number;
  /** For each slot of hashes, the last place it was met at; then from place to place. */
  heads: Int32Array;
  next: Int32Array;
  /** The place of each entry in the old buffer, its full hash and the spread that it lies in. */
  places: Int32Array;
  hashes: Int32Array;
  homes: Int32Array;
  shift: number;
  /** Not 0 for the hashes of how seeds begin: most places of a page begin otherwise, and need no second look. */
  openings: Uint8Array;
}

/** Units of a seed's opening. */
const letterOpening = 6;
const wordOpening = 4;

/** Yields now and then. @param spreads the parts of the old text that are looked for; no run leaves them */
export function* tableOf(
  old: UnitBuffer,
  spreads: readonly Spread[],
  length: SeedLength,
): Generator<void, SeedTable> {
  const most = spreads.reduce((sum, { start, end }) => sum + end - start, 0);
  const bits = Math.max(10, Math.min(20, Math.ceil(Math.log2(most * 2 + 1))));
  const table: SeedTable = {
    length,
    spreads,
    size: 0,
    heads: new Int32Array(1 << bits).fill(-1),
    next: new Int32Array(most),
    places: new Int32Array(most),
    hashes: new Int32Array(most),
    homes: new Int32Array(most),
    shift: 32 - bits,
    openings: new Uint8Array(1 << 16),
  };
  let nextPause = pauseAfter;
  for (const [home, spread] of spreads.entries()) {
    enterSeeds(table, old, spread, home);
    if (table.size > nextPause) {
      nextPause = table.size + pauseAfter;
      yield;
    }
  }
  return table;
}

function enterSeeds(table: SeedTable, old: UnitBuffer, { start, end }: Spread, home: number): void {
  const { length, heads, next, places, hashes, homes, shift, openings } = table;
  for (let at = start; at < end; at = nextWord(old, at + 1, end)) {
    const opening = openingAt(old.units, at);
    const hash = hashAt(old.units, at, end, length, opening);
    if (hash === 0) continue;
    const slot = Math.imul(hash, 0x9e3779b1) >>> shift;
    const entry = table.size;
    openings[opening >>> 16] = 1;
    places[entry] = at;
    hashes[entry] = hash;
    homes[entry] = home;
    next[entry] = heads[slot] ?? -1;
    heads[slot] = entry;
    table.size += 1;
  }
}

/** A hash of the first units of a seed; its upper 16 bits tell the most. */
export function openingAt(units: Uint16Array, at: number): number {
  return Math.imul(hashOn(0, units, at, at + openingLength(units[at] ?? 0)), 0x9e3779b1);
}

function openingLength(first: number): number {
  return isWordUnit(first) ? wordOpening : letterOpening;
}

/** @param opening as `openingAt` gives it; 0 where no whole seed fits before `end` */
export function hashAt(
  units: Uint16Array,
  at: number,
  end: number,
  { letters, words }: SeedLength,
  opening: number,
): number {
  const first = units[at] ?? 0;
  const seedEnd = at + (isWordUnit(first) ? words : letters);
  if (seedEnd > end) return 0;
  let hash = hashOn(opening, units, at + openingLength(first), seedEnd);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash | 1;
}

function hashOn(from: number, units: Uint16Array, start: number, end: number): number {
  let hash = from;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash, 0x01000193) ^ (units[at] ?? 0);
  return hash;
}

/** The first place from `at` where a word starts, or `end`. */
function nextWord({ starts }: UnitBuffer, at: number, end: number): number {
  let next = at;
  while (next < end && starts[next] === 0) next += 1;
  return next;
}

/** Whether the seed is there, and not everywhere. */
export function isTelling({ next, hashes }: SeedTable, first: number, hash: number): boolean {
  let count = 0;
  for (let entry = first; entry >= 0 && count <= mostPlaces; entry = next[entry] ?? -1) {
    if (hashes[entry] === hash) count += 1;
  }
  return count > 0 && count <= mostPlaces;
}
