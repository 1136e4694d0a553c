/** The link that opens the live page at the quoted words: a text fragment, https://wicg.github.io/scroll-to-text-fragment/. */

import { cleanAddress } from './address';
import type { Target, TextQuoteSelector } from './annotation';
import { wordAt } from './segments';
import type { Span } from './span';

/** In UTF-16 units. Longer words are named by their start and their end. */
const longest = 100;
/** As much of what stands around the words, at least, where there is so much. */
const enoughAround = 16;
/** Words of so many units are hardly said twice: they need nothing around them. */
const tellingLength = 32;
/** Words are hardly longer: to find where one begins or ends, so much of the text is enough. */
const nearby = 24;

/**
 * The address of the article at which the annotation was made, or else its first one, with a text fragment for the quote.
 * Null where that is no web address.
 */
export function liveLink(addresses: readonly string[], target: Target | null): string | null {
  const own = target === null ? null : cleanAddress(target.source);
  const address = addresses.find((known) => known === own) ?? addresses[0];
  if (address === undefined || cleanAddress(address) === null) return null;
  return target === null ? address : textFragmentLink(address, target.quote);
}

/**
 * The address with a fragment that browsers scroll to, on top of the fragment it has; as it is where the quote is blank.
 * A browser looks for whole words, each part within one paragraph, and passes over the link where it finds none.
 */
export function textFragmentLink(address: string, quote: TextQuoteSelector): string {
  const directive = textDirective(quote);
  if (directive === null) return address;
  const [page = ''] = address.split(':~:', 1);
  return `${page}${page.includes('#') ? '' : '#'}:~:text=${directive}`;
}

function textDirective({ exact, prefix, suffix }: TextQuoteSelector): string | null {
  const words = spanOfWords(exact);
  if (words.start === words.end) return null;
  const around = `${prefix}${exact}${suffix}`;
  const at = prefix.length + words.start;
  const end = prefix.length + words.end;
  const { first, last, isEndSure } = startAndEnd(exact.slice(words.start, words.end));
  const isStartSure = first.length >= tellingLength;
  // Between paragraphs a page may show what is not in the text: a picture, an advertisement.
  const lineBefore = around.slice(0, at).split('\n').at(-1) ?? '';
  const lineAfter = around.slice(end).split('\n', 1)[0] ?? '';
  const before = isStartSure && isWordBorder(around, at) ? '' : lastWords(lineBefore, enoughAround);
  const after = isEndSure && isWordBorder(around, end) ? '' : firstWords(lineAfter, enoughAround);
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
function startAndEnd(words: string): { first: string; last: string; isEndSure: boolean } {
  if (words.length <= longest && !words.includes('\n')) {
    return { first: words, last: '', isEndSure: words.length >= tellingLength };
  }
  const first = firstWords(words, tellingLength);
  const rest = words.slice(first.length);
  const isOnce = (last: string) => rest.indexOf(last) === rest.length - last.length;
  const candidates = [1, 2, 4].map((times) => lastWords(rest, times * tellingLength));
  const last = candidates.find(isOnce) ?? candidates.at(-1) ?? '';
  return { first, last, isEndSure: isOnce(last) };
}

/** Of the first line that says something, the words that reach `least` units; all of it where it has fewer. */
function firstWords(text: string, least: number): string {
  const line = text.trimStart().split('\n', 1)[0]?.trimEnd() ?? '';
  const word = wordAt(line.slice(0, least + nearby), least);
  if (word === null) return line;
  return line.slice(0, word.index === least ? least : word.index + word.segment.length).trimEnd();
}

function lastWords(text: string, least: number): string {
  const line = text.trimEnd().split('\n').at(-1)?.trimStart() ?? '';
  if (line.length <= least) return line;
  const from = Math.max(0, line.length - least - nearby);
  const word = wordAt(line.slice(from), line.length - least - from);
  return line.slice(from + (word?.index ?? 0)).trimStart();
}

function spanOfWords(text: string): Span {
  const end = text.trimEnd().length;
  return { start: Math.min(end, text.length - text.trimStart().length), end };
}

/** Looks only at what stands near. */
function isWordBorder(text: string, at: number): boolean {
  const from = Math.max(0, at - nearby);
  const word = wordAt(text.slice(from, at + nearby), at - from);
  return word === null || word.index === at - from;
}

/** `-`, `,` and `&` have a meaning in the fragment; brackets and quotation marks where the link itself is written. */
function encodePart(words: string): string {
  return encodeURIComponent(words.toWellFormed().replace(/\s+/gu, ' ')).replace(
    /[-!'()*]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
