/** Weighs how much of what stood around a quote stands around its new place. */

import { gapCost } from './chain';
import { informationOf, type UnitBuffer } from './fold-units';
import { cutRun, type Run } from './runs';
import type { Spread } from './seed-table';

export interface Context {
  /** What agrees, in bits, less what it takes to explain that it stands nearer or farther off than it did. */
  bits: number;
  /** How much of the nearest units stands near, from 0 to 1; 1 where none are known, so that nothing differs. */
  near: number;
}

/** Counts only so much, in bits. */
const mostBits = 160;
/** The nearest context, in units. */
const nearest = 32;
/** Text put in beside a quote, in units, does not make what stands beyond it another context. */
const nearShift = 400;

/**
 * @param runs of the quote and its context, in order
 * @param known the context on one side, in the old buffer
 * @param side on which side of the quote it lies
 * @param shift of that end of the quote, from the old buffer to the new one
 */
export function weighContext(
  runs: readonly Run[],
  known: Spread,
  side: 'before' | 'after',
  shift: number,
  old: UnitBuffer,
): Context {
  const inward = side === 'before' ? runs.toReversed() : runs;
  let bits = 0;
  let before = shift;
  for (const run of inward) {
    const part = cutRun(run, known.start, known.end);
    if (part === null) continue;
    const here = part.now - part.old;
    const cost = here === before ? 0 : gapCost(Math.abs(here - before));
    bits += Math.max(0, informationOf(old, part.old, part.old + part.length) - cost);
    before = here;
  }
  const nearStart = side === 'before' ? Math.max(known.start, known.end - nearest) : known.start;
  const nearEnd = side === 'before' ? known.end : Math.min(known.end, known.start + nearest);
  const all = informationOf(old, nearStart, nearEnd);
  let there = 0;
  for (const run of runs) {
    const part = Math.abs(run.now - run.old - shift) > nearShift ? null : cutRun(run, nearStart, nearEnd);
    if (part !== null) there += informationOf(old, part.old, part.old + part.length);
  }
  return { bits: Math.min(mostBits, bits), near: all === 0 ? 1 : there / all };
}
