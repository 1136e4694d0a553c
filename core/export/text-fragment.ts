/** The link that opens the live page at the quoted words: a text fragment, https://wicg.github.io/scroll-to-text-fragment/. */

import type { TextQuoteSelector } from '../annotation';
import { segmentsOf } from '../segments';
import type { Span } from '../span';

/** In UTF-16 units. Longer words are named by their start and their end. */
const longest = 100;
/** As much of what stands around the words, at least, where there is so much. */
const enoughAround = 16;
/** Words of so many units are hardly said twice: they need nothing around them. */
const tellingLength = 32;

/**
 * The address with a fragment that browsers scroll to, on top of the fragment it has; as it is where the quote is blank.
 * A browser looks for whole words, each part within one paragraph, and passes over the link where it finds none.
 * @param language BCP 47: how words are told apart; null where it is not known
 */
export function textFragmentLink(
  address: string,
  quote: TextQuoteSelector,
  language: string | null = null,
): string {
  const directive = textDirective(quote, language);
  if (directive === null) return address;
  const [page = ''] = address.split(':~:', 1);
  return `${page}${page.includes('#') ? '' : '#'}:~:text=${directive}`;
}

function textDirective({ exact, prefix, suffix }: TextQuoteSelector, language: string | null): string | null {
  const words = spanOfWords(exact);
  if (words.start === words.end) return null;
  const around = `${prefix}${exact}${suffix}`;
  const at = prefix.length + words.start;
  const end = prefix.length + words.end;
  const borders = wordBorders(around, language);
  const { first, last, isEndSure } = startAndEnd(exact.slice(words.start, words.end), language);
  const isStartSure = first.length >= tellingLength;
  const before = isStartSure && borders.has(at) ? '' : lastWords(around.slice(0, at), enoughAround, language);
  const after = isEndSure && borders.has(end) ? '' : firstWords(around.slice(end), enoughAround, language);
  return [
    ...(before === '' ? [] : [`${encodePart(before)}-`]),
    encodePart(first),
    ...(last === '' ? [] : [encodePart(last)]),
    ...(after === '' ? [] : [`-${encodePart(after)}`]),
  ].join(',');
}

/**
 * The words, or their first and last where they are many or stand in several paragraphs. A browser ends at the first place
 * that says the last ones: sure where there is only one.
 */
function startAndEnd(
  words: string,
  language: string | null,
): { first: string; last: string; isEndSure: boolean } {
  if (words.length <= longest && !words.includes('\n')) {
    return { first: words, last: '', isEndSure: words.length >= tellingLength };
  }
  const first = firstWords(words, tellingLength, language);
  const rest = words.slice(first.length);
  const isOnce = (last: string) => rest.indexOf(last) === rest.length - last.length;
  const candidates = [1, 2, 4].map((times) => lastWords(rest, times * tellingLength, language));
  const last = candidates.find(isOnce) ?? candidates.at(-1) ?? '';
  return { first, last, isEndSure: isOnce(last) };
}

/**
 * Of the first line, the words that reach `least` units; all of it where it has fewer. Of a line further on nothing is said:
 * a picture may stand between.
 */
function firstWords(text: string, least: number, language: string | null): string {
  const line = text.split('\n', 1)[0]?.trim() ?? '';
  const end = [...wordBorders(line, language)].find((border) => border >= least) ?? line.length;
  return line.slice(0, end).trimEnd();
}

function lastWords(text: string, least: number, language: string | null): string {
  const line = text.split('\n').at(-1)?.trim() ?? '';
  const start = [...wordBorders(line, language)].findLast((border) => line.length - border >= least) ?? 0;
  return line.slice(start).trimStart();
}

function spanOfWords(text: string): Span {
  const end = text.trimEnd().length;
  return { start: Math.min(end, text.length - text.trimStart().length), end };
}

/** Offsets at which a word, a mark or a blank begins, and the end of the text. */
function wordBorders(text: string, language: string | null): Set<number> {
  return new Set([...segmentsOf(text, 'word', language).map(({ index }) => index), text.length]);
}

/** `-`, `,` and `&` have a meaning in the fragment; brackets and quotation marks where the link itself is written. */
function encodePart(words: string): string {
  return encodeURIComponent(words.toWellFormed().replace(/\s+/gu, ' ')).replace(
    /[-!'()*]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
