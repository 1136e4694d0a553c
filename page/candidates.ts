/** Where the words of an ambiguous annotation stand, with enough around each place for a person to tell them apart. */

import type { Target } from '../core/annotation';
import { findQuote } from '../core/find-quote';
import { fold } from '../core/fold';
import type { Candidate } from '../core/placement';

/** UTF-16 units on either side. */
const reach = 40;

/** @param text the page's text, in which the offsets count */
export function candidatesOf(target: Pick<Target, 'quote'> | undefined, text: string): Candidate[] {
  if (target === undefined) return [];
  const { candidates } = findQuote(fold(text), target.quote, null);
  return candidates.map(({ start, end }) => ({
    start,
    end,
    score: 1 / candidates.length,
    words: text.slice(start, end),
    before: text.slice(Math.max(0, start - reach), start),
    after: text.slice(end, end + reach),
  }));
}
