/** Keyword in context: each place at which searched words stand, with what stands before and after them. */

import { withoutCutWord } from '../frozen-text';
import { createMarker, type Marker } from '../query/marks';
import { parseQuery } from '../query/parse-query';
import { foldForSearch } from '../search';

export interface KeywordLine {
  articleId: string;
  /** Null where it is from a kept text, and nobody's annotation. */
  annotationId: string | null;
  /** Where the keyword starts in the quote or the text, UTF-16 units. */
  start: number;
  before: string;
  keyword: string;
  after: string;
}

export type KeywordSort = 'place' | 'keyword' | 'before' | 'after';

/** Finds the words in texts; null where nothing is asked. Fields and what is negated do not count: only words stand in a text. */
export function createKeywordFinder(
  words: string,
): { marker: Marker; isLikely(text: string): boolean } | null {
  const query = parseQuery(words).filter((clause) => clause.field === 'any' && !clause.isNot);
  if (query.length === 0) return null;
  const terms = query.flatMap((clause) => (clause.field === 'any' ? [foldForSearch(clause.text)] : []));
  return {
    marker: createMarker(query),
    isLikely: (text) => {
      const folded = foldForSearch(text);
      return terms.some((term) => folded.includes(term));
    },
  };
}

/** @param reach UTF-16 units on either side; whole words and characters only */
export function keywordsIn(
  text: string,
  marker: Marker,
  reach: number,
): Omit<KeywordLine, 'articleId' | 'annotationId'>[] {
  return marker('quote', text).map(({ start, end }) => {
    const [from, to] = [Math.max(0, start - reach), Math.min(text.length, end + reach)];
    const [before, after] = [text.slice(from, start), text.slice(end, to)];
    return {
      start,
      before: inOneLine(from > 0 ? withoutCutWord(before, 'start') : before),
      keyword: inOneLine(text.slice(start, end)),
      after: inOneLine(to < text.length ? withoutCutWord(after, 'end') : after),
    };
  });
}

/** As `keywordsIn`, one line of the text at a time: a long one is not looked at character by character where it says nothing. */
export function* keywordsInLines(
  text: string,
  { marker, isLikely }: { marker: Marker; isLikely(text: string): boolean },
  reach: number,
): Generator<Omit<KeywordLine, 'articleId' | 'annotationId'>> {
  for (const { 0: line, index } of text.matchAll(/[^\n]+/gu)) {
    if (!isLikely(line)) continue;
    for (const found of keywordsIn(line, marker, reach)) yield { ...found, start: index + found.start };
  }
}

function inOneLine(text: string): string {
  return text.replace(/\s/gu, ' ');
}

/** A new list; `place` leaves the order as it is. Before the keyword the nearest word counts first. */
export function sortKeywords(lines: readonly KeywordLine[], by: KeywordSort): KeywordLine[] {
  if (by === 'place') return [...lines];
  const keys = new Map(lines.map((line) => [line, sortKey(line, by)]));
  return lines.toSorted((one, other) => collator.compare(keys.get(one) ?? '', keys.get(other) ?? ''));
}

const collator = new Intl.Collator(undefined, { numeric: true });

function sortKey({ before, keyword, after }: KeywordLine, by: KeywordSort): string {
  if (by === 'keyword') return foldForSearch(keyword);
  if (by === 'after') return foldForSearch(after);
  const words = foldForSearch(before).split(' ');
  // Chinese has no blanks: there the nearest character counts first.
  return words
    .toReversed()
    .map((word) => (/\p{Script=Han}/u.test(word) ? [...word].reverse().join('') : word))
    .join(' ');
}
