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
    before: from > 0 ? withoutCutWord(text.slice(from, start), 'start') : text.slice(from, start),
    words: exact,
    after: to < text.length ? withoutCutWord(text.slice(end, to), 'end') : text.slice(end, to),
    isCutBefore: from > 0,
    isCutAfter: to < text.length,
  };
}

/** Where the words stand in the text: at their place, or once in their context; below 0 where that is not sure. UTF-16 units. */
export function startIn(text: string, { quote, position }: Pick<Selectors, 'quote' | 'position'>): number {
  if (position !== null && holdsQuote(text, { quote, position })) return position.start;
  const whole = quote.prefix + quote.exact + quote.suffix;
  const at = text.indexOf(whole);
  const isOnlyOne = at >= 0 && text.indexOf(whole, at + 1) < 0;
  return isOnlyOne ? at + quote.prefix.length : -1;
}

const character = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const cutWords = {
  start: new RegExp(String.raw`^(?:[\udc00-\udfff]|[^\s${character}]{1,30}(?=\s))`, 'u'),
  end: new RegExp(String.raw`(?:[\ud800-\udbff]|(?<=\s)[^\s${character}]{1,30})$`, 'u'),
};

/** Text that was cut out of a longer one, without what may be half a word or half a character at that end: of "9,400" no "9,40" is left. */
export function withoutCutWord(text: string, side: 'start' | 'end'): string {
  return text.replace(cutWords[side], '');
}
