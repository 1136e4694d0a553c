/** Fits one quote to a chain of matching runs: where it starts and ends now, and how much of it and of its context is there. */

import { sameInformation, type WordPair } from './align-words';
import { alignGaps } from './edited-gaps';
import { informationOf, isDigitUnit, type UnitBuffer } from './fold-units';
import type { OldQuote } from './old-text';
import { cutRun, informationOfRuns, type Run, runsWithin, type SortedRuns } from './runs';
import type { Spread } from './seed-table';
import { settleInsertions } from './settle-insertions';
import { weighContext } from './weigh-context';

/** All information in bits. */
export interface Fit {
  /** In units of the new buffer, end exclusive. */
  start: number;
  end: number;
  /** What the quote tells, and what of it is there unchanged. */
  quoteBits: number;
  sameBits: number;
  /** What the longest piece of it that is there without a gap tells. */
  longestBits: number;
  /** What of the context on either side agrees. */
  beforeBits: number;
  afterBits: number;
  /** The share of the nearest context that stands right there, from 0 to 1; 1 where none is known. */
  nearBefore: number;
  nearAfter: number;
  /** Digits of the quote that are not there: another date, another price. */
  missingDigits: number;
  /** Whether it is as many units as the quote. */
  isAsLong: boolean;
  /** Whether the ends of the quote match, rather than being inferred. */
  hasStart: boolean;
  hasEnd: boolean;
}

/** Units of context looked at on either side. */
export const contextReach = 96;

/** @returns null where nothing of the quote is there */
export function fitQuote(quote: OldQuote, chain: SortedRuns, old: UnitBuffer, now: UnitBuffer): Fit | null {
  const { stretch, start, end } = quote;
  const known = {
    start: Math.max(stretch.start, start - contextReach),
    end: Math.min(stretch.end, end + contextReach),
  };
  const matching = runsWithin(chain, known.start, known.end);
  if (matching.length === 0) return null;
  const runs = settleInsertions(matching, old, now, [start, end]);
  if (isByChance(runs, known, old)) return null;
  const matches = runs.flatMap((run) => cutRun(run, start, end) ?? []);
  const edited = alignGaps(runs, quote, known, chain.isRefined, old, now);
  const told = matches.map((run) => informationOf(old, run.old, run.old + run.length));
  const sameBits = told.reduce((sum, bits) => sum + bits, sameInformation(edited, old, start, end));
  const pieces = [
    ...matches.map(pairOf),
    ...edited.filter((pair) => pair.oldEnd > start && pair.oldStart < end),
  ];
  const [first, last] = endsOf(pieces);
  if (first === undefined || last === undefined || sameBits === 0) return null;
  // Words that were chosen in part and are still the same are taken in the same part.
  const fitStart = first.nowStart + (first.isSame ? Math.max(0, start - first.oldStart) : 0);
  const fitEnd = last.nowEnd - (last.isSame ? Math.max(0, last.oldEnd - end) : 0);
  if (fitEnd <= fitStart || fitEnd - fitStart > longestFit(end - start)) return null;
  const before = weighContext(runs, { start: stretch.start, end: start }, 'before', fitStart - start, old);
  const after = weighContext(runs, { start: end, end: stretch.end }, 'after', fitEnd - end, old);
  const quoteBits = informationOf(old, start, end);
  return {
    start: fitStart,
    end: fitEnd,
    quoteBits,
    sameBits: Math.min(sameBits, quoteBits),
    longestBits: Math.max(0, ...told),
    beforeBits: before.bits,
    afterBits: after.bits,
    nearBefore: before.near,
    nearAfter: after.near,
    missingDigits: countMissingDigits(pieces, quote, old),
    isAsLong: fitEnd - fitStart === end - start,
    hasStart: first.isSame && first.oldStart <= start,
    hasEnd: last.isSame && last.oldEnd >= end,
  };
}

/** Matching text that tells less than this, in bits, and is a small part of all that is known, stands there by chance. */
const leastMatch = 40;
const smallPart = 1 / 8;

function isByChance(runs: readonly Run[], known: Spread, old: UnitBuffer): boolean {
  const bits = informationOfRuns(runs, old);
  return bits < Math.min(leastMatch, smallPart * informationOf(old, known.start, known.end)) || bits === 0;
}

/** Boxes are put into a quote, and pull quotes; a whole page between its first word and the others is none. In units. */
function longestFit(length: number): number {
  return 3 * length + 1_200;
}

function pairOf({ old, now, length }: Run): WordPair {
  return { oldStart: old, oldEnd: old + length, nowStart: now, nowEnd: now + length, isSame: true };
}

function endsOf(pieces: readonly WordPair[]): [first?: WordPair, last?: WordPair] {
  let [first, last] = [pieces[0], pieces[0]];
  if (first === undefined || last === undefined) return [];
  for (const piece of pieces) {
    if (piece.oldStart < first.oldStart) first = piece;
    if (piece.oldStart > last.oldStart) last = piece;
  }
  return [first, last];
}

function countMissingDigits(pieces: readonly WordPair[], { start, end }: OldQuote, old: UnitBuffer): number {
  let missing = 0;
  for (let at = start; at < end; at += 1) {
    if (!isDigitUnit(old.units[at] ?? 0)) continue;
    if (!pieces.some((pair) => pair.isSame && pair.oldStart <= at && at < pair.oldEnd)) missing += 1;
  }
  return missing;
}
