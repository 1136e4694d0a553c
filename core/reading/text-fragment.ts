/** Links that open a page at the words of a quote: text fragments, `#:~:text=`. */

import { cleanAddress } from '../address';
import type { Target } from '../annotation';
import { segmentsOf } from '../segments';

/** A quote that is longer is named by its beginning and its end. UTF-16 units. */
const longestWhole = 120;
/** Of the beginning and the end, and of the context. */
const longestPart = 40;
const longestContext = 20;

/**
 * The address of the article at which the annotation was made, or else its first one, with a text fragment for the quote.
 * Null where that is no web address.
 */
export function liveLink(
  addresses: readonly string[],
  target: Target | null,
  language: string | null,
): string | null {
  const own = target === null ? null : cleanAddress(target.source);
  const address = addresses.find((known) => known === own) ?? addresses[0];
  if (address === undefined || cleanAddress(address) === null) return null;
  const directive = target === null ? null : textDirective(target.quote, language);
  if (directive === null) return address;
  return `${address}${address.includes('#') ? '' : '#'}:~:${directive}`;
}

/**
 * `text=[prefix-,]start[,end][,-suffix]`; null where the quote has no words. Words match only where they begin and end, as
 * the browser cuts words: context, which is taken from the quote's own line, says where a quote ends within a word.
 * @see https://wicg.github.io/scroll-to-text-fragment/#syntax
 */
export function textDirective(quote: Target['quote'], language: string | null): string | null {
  const exact = quote.exact.trim();
  if (exact === '') return null;
  const lines = exact.split('\n').map((line) => line.trim());
  const [first = '', last = ''] = [lines[0], lines.at(-1)];
  const isWhole = lines.length === 1 && exact.length <= longestWhole;
  const startsLine = /^\s/u.test(quote.exact) || /(?:^|\n)\s*$/u.test(quote.prefix);
  const endsLine = /\s$/u.test(quote.exact) || /^\s*(?:\n|$)/u.test(quote.suffix);
  const prefix = startsLine ? '' : ending(quote.prefix.split('\n').at(-1) ?? '', longestContext, language);
  const suffix = endsLine ? '' : beginning(quote.suffix.split('\n')[0] ?? '', longestContext, language);
  const start = isWhole ? exact : beginning(first, longestPart, language);
  const parts = [
    ...(prefix === '' ? [] : [`${encoded(prefix)}-`]),
    encoded(start),
    ...(isWhole ? [] : [encoded(ending(last, longestPart, language))]),
    ...(suffix === '' ? [] : [`-${encoded(suffix)}`]),
  ];
  return `text=${parts.join(',')}`;
}

/** As much of the beginning as there are whole words for; at least one. */
function beginning(line: string, longest: number, language: string | null): string {
  const ends = wordsOf(line, language).map(({ index, segment }) => index + segment.length);
  const end = ends.findLast((at) => at <= longest) ?? ends[0] ?? line.length;
  return line.slice(0, end).trim();
}

function ending(line: string, longest: number, language: string | null): string {
  const starts = wordsOf(line, language).map(({ index }) => index);
  const start = starts.find((at) => line.length - at <= longest) ?? starts.at(-1) ?? 0;
  return line.slice(start).trim();
}

function wordsOf(line: string, language: string | null) {
  const segments = segmentsOf(line, 'word', language);
  const words = segments.filter(({ isWordLike }) => isWordLike);
  return words.length === 0 ? segments : words;
}

/** The hyphen, the comma and the ampersand are marks of the directive itself. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
}
