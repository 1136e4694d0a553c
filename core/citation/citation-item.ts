/** What a citation says of an article, before any style: taken from the article's metadata, guessed nowhere. */

import { cleanAddress } from '../address';
import type { Article } from '../article';
import { type CitationDate, citationDate } from './citation-date';
import { type PersonName, personName } from './person-name';

/** All text is in one line. */
export interface CitationItem {
  kind: 'news' | 'web';
  /** Empty where it is not known. */
  title: string;
  outlet: string | null;
  /** In the order of the page. */
  authors: readonly PersonName[];
  published: CitationDate | null;
  accessed: CitationDate | null;
  /** Without trackers; null where it is no http or https address. */
  url: string | null;
  /** BCP 47. */
  language: string | null;
  section: string | null;
  /** Of a printed paper (版次). */
  page: string | null;
}

/**
 * An article with an outlet, or a source that it names, is news; without one, or at the address of a government, it is a
 * web page.
 * @param accessed when its text was kept, ISO 8601 UTC; null where it was not
 */
export function citationItem({ addresses, metadata }: Article, accessed: string | null): CitationItem {
  const outlet = lineOrNull(metadata.outlet?.value) ?? lineOrNull(metadata.source?.value);
  const url = cleanAddress(addresses[0] ?? '');
  return {
    kind: outlet === null || isOfGovernment(url) ? 'web' : 'news',
    title: oneLine(metadata.title?.value ?? ''),
    outlet,
    authors: (metadata.authors?.value ?? [])
      .map(oneLine)
      .filter((name) => name !== '')
      .map(personName),
    published: citationDate(metadata.published?.value ?? ''),
    accessed: citationDate(accessed ?? ''),
    url,
    language: lineOrNull(metadata.language?.value),
    section: lineOrNull(metadata.section?.value),
    page: null,
  };
}

/** Whether names are listed as in Chinese, Japanese and Korean: by the item's language, else by the script of its title. */
export function isEastAsian({ language, title }: Pick<CitationItem, 'language' | 'title'>): boolean {
  if (language !== null) return /^(?:zh|ja|ko)\b/iu.test(language);
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(title);
}

/** Line breaks and control characters become blanks, lone surrogates the mark for what cannot be read. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]+/gu, ' ')
    .trim();
}

function lineOrNull(text: string | undefined): string | null {
  const line = oneLine(text ?? '');
  return line === '' ? null : line;
}

function isOfGovernment(url: string | null): boolean {
  return url !== null && /(?:^|\.)gov(?:\.[a-z]{2})?$/u.test(new URL(url).hostname);
}
