/** What stood around an annotation's words when they were chosen, out of the text that was kept then. */

import type { Selectors } from './annotation';
import { holdsQuote } from './holds-quote';

export interface FrozenText {
  before: string;
  words: string;
  after: string;
  /** Whether the text goes on beyond `before` and `after`. */
  isCutBefore: boolean;
  isCutAfter: boolean;
}

/** UTF-16 units on either side. */
const reach = 200;

/**
 * Falls back on the quote's own context where the text does not say the words at their place, nor once in their context.
 * @param text the kept text in which the position counts, or the article's first one; null when there is none
 */
export function frozenText(text: string | null, { quote, position }: Selectors): FrozenText {
  const { exact, prefix, suffix } = quote;
  const start = text === null ? -1 : startIn(text, { quote, position });
  if (text === null || start < 0) {
    return { before: prefix, words: exact, after: suffix, isCutBefore: true, isCutAfter: true };
  }
  const end = start + exact.length;
  const [from, to] = [Math.max(0, start - reach), Math.min(text.length, end + reach)];
  return {
    before: withoutHalves(text.slice(from, start)),
    words: exact,
    after: withoutHalves(text.slice(end, to)),
    isCutBefore: from > 0,
    isCutAfter: to < text.length,
  };
}

/** Below 0 where it is not to be found for sure. */
function startIn(text: string, { quote, position }: Pick<Selectors, 'quote' | 'position'>): number {
  if (position !== null && holdsQuote(text, { quote, position })) return position.start;
  const whole = quote.prefix + quote.exact + quote.suffix;
  const at = text.indexOf(whole);
  const isOnlyOne = at >= 0 && text.indexOf(whole, at + 1) < 0;
  return isOnlyOne ? at + quote.prefix.length : -1;
}

/** Characters that were cut in half at the ends are left off. */
function withoutHalves(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/gu, '');
}
