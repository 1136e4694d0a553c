/** Compares the old text with the new one, once for all quotes: every matching run, and the story that keeps the order. */

import { chainRuns, gapCost } from './chain';
import type { UnitBuffer } from './fold-units';
import type { OldText, Stretch } from './old-text';
import { refineChain } from './refine-chain';
import { informationOfRuns, type Run, type SortedRuns, sortRuns } from './runs';
import { type SeedLength, type Spread, tableOf } from './seed-table';
import { findRuns } from './seeds';
import { cutToWords } from './whole-words';

export interface Matches {
  old: UnitBuffer;
  now: UnitBuffer;
  runs: SortedRuns;
  /** The runs that keep the order of the old text. */
  chain: SortedRuns;
  /** What they tell, in bits. */
  chainBits: number;
  /** What any leap costs, in bits. */
  farCost: number;
}

/** In units. */
const longPage = 160_000;
const seedLength: SeedLength = { letters: 10, words: 4, stride: 2 };
const longPageSeedLength: SeedLength = { letters: 16, words: 10, stride: 4 };

/**
 * @param stretches those of the old text to look for, in the order of its buffer
 * @param fixed stretches that stand unchanged where they stood: no other words are looked for there, and the order of the
 *   others is told by them. In the order of the new text.
 */
export function* matchTexts(
  { buffer: old, stretches: all }: OldText,
  stretches: readonly Stretch[],
  now: UnitBuffer,
  fixed: readonly Run[],
): Generator<void, Matches> {
  const table = yield* tableOf(old, stretches, now.length > longPage ? longPageSeedLength : seedLength);
  yield;
  const runs = yield* findRuns(table, old, now, takenBy(fixed));
  yield;
  const farCost = gapCost(now.length);
  const stretchAt = finderOf(all);
  const sorted = sortRuns(runs);
  const withFixed = fixed.length === 0 ? sorted : sortRuns([...fixed, ...runs]);
  const ordered = withFixed.runs.filter((run) => stretchAt(run.old).place !== null);
  const chain = yield* chainRuns(ordered, old, now, placeIn(stretchAt), farCost);
  const words = cutToWords(chain, stretchAt, old, now);
  const refined = yield* refineChain(words, bordersOf(stretches), old, now);
  const chainBits = informationOfRuns(words, old);
  return { old, now, runs: sorted, chain: sortRuns(refined, true), chainBits, farCost };
}

function bordersOf(stretches: readonly Stretch[]): Uint32Array {
  const borders: number[] = [];
  for (const { quotes } of stretches) for (const { start, end } of quotes) borders.push(start, end);
  return Uint32Array.from(borders).sort();
}

function takenBy(fixed: readonly Run[]): Spread[] {
  return fixed.map(({ now, length }) => ({ start: now, end: now + length }));
}

function placeIn(stretchAt: (unit: number) => Stretch): (unit: number) => number {
  return (unit) => {
    const { place, start } = stretchAt(unit);
    return (place ?? 0) + unit - start;
  };
}

/** Tells the stretch of a unit that lies in one. */
function finderOf(stretches: readonly Stretch[]): (unit: number) => Stretch {
  let last: Stretch | undefined;
  return (unit) => {
    // Most are asked of in their order.
    if (last !== undefined && unit >= last.start && unit < last.end) return last;
    let low = 0;
    let high = stretches.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((stretches[middle]?.start ?? 0) <= unit) low = middle;
      else high = middle - 1;
    }
    const found = stretches[low];
    last = found;
    if (found === undefined) throw new Error(`No stretch holds unit ${unit}.`);
    return found;
  };
}
