/** Aligns the words of a quote that lie between matching runs, where the text was edited. */

import { alignWords, type Gap, sameInformation, type WordPair } from './align-words';
import { informationOf, type UnitBuffer } from './fold-units';
import type { Run } from './runs';
import type { Spread } from './seed-table';

/** A part of a quote that tells this much, in bits, must share something with what stands in its gap… */
const longPart = 40;
const leastShared = 0.25;
/** …or less where matching text stands on both sides and about as much between. */
const leastSharedInEdit = 0.1;

/**
 * The pairs of words in all gaps that a part of the quote lies in.
 * @param runs of the quote and its context, in order
 * @param isRefined whether the same words of other gaps than those at the ends of quotes are among the runs already
 * @param known the old text that may be looked at: the quote and its context
 */
export function alignGaps(
  runs: readonly Run[],
  quote: Spread,
  known: Spread,
  isRefined: boolean,
  old: UnitBuffer,
  now: UnitBuffer,
): WordPair[] {
  const aligned: WordPair[] = [];
  for (let index = 0; index <= runs.length; index += 1) {
    const gap = gapBetween(runs[index - 1], runs[index], known, now);
    if (gap === null || gap.oldEnd <= quote.start || gap.oldStart >= quote.end) continue;
    if (isRefined && !hasBorder(gap, quote)) continue;
    const pairs = alignWords(old, now, gap, [quote.start, quote.end]);
    if (isAlike(pairs, gap, quote, old)) aligned.push(...pairs);
  }
  return aligned;
}

function hasBorder({ oldStart, oldEnd, isOpenBefore, isOpenAfter }: Gap, { start, end }: Spread): boolean {
  if (isOpenBefore || isOpenAfter) return true;
  return (start >= oldStart && start <= oldEnd) || (end >= oldStart && end <= oldEnd);
}

function isAlike(pairs: readonly WordPair[], gap: Gap, quote: Spread, old: UnitBuffer): boolean {
  const start = Math.max(quote.start, gap.oldStart);
  const end = Math.min(quote.end, gap.oldEnd);
  const all = informationOf(old, start, end);
  if (all < longPart) return true;
  const shared = sameInformation(pairs, old, start, end) / all;
  return shared >= (isOneEdit(gap) ? leastSharedInEdit : leastShared);
}

function isOneEdit({ oldStart, oldEnd, nowStart, nowEnd, isOpenBefore, isOpenAfter }: Gap): boolean {
  const growth = (nowEnd - nowStart) / (oldEnd - oldStart);
  return !isOpenBefore && !isOpenAfter && growth > 0.4 && growth < 2.5;
}

/** Null where either text has nothing there. */
function gapBetween(
  before: Run | undefined,
  after: Run | undefined,
  known: Spread,
  now: UnitBuffer,
): Gap | null {
  const oldStart = before === undefined ? known.start : before.old + before.length;
  const oldEnd = after === undefined ? known.end : after.old;
  if (oldEnd <= oldStart) return null;
  const reach = Math.ceil((oldEnd - oldStart) * 1.5) + 24;
  const nowStart = before === undefined ? Math.max(0, (after?.now ?? 0) - reach) : before.now + before.length;
  const nowEnd = after === undefined ? Math.min(now.length, nowStart + reach) : after.now;
  if (nowEnd <= nowStart) return null;
  const [isOpenBefore, isOpenAfter] = [before === undefined, after === undefined];
  return { oldStart, oldEnd, nowStart, nowEnd, isOpenBefore, isOpenAfter };
}
