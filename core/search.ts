/** How search compares words: without case, accents, width or line breaks, in any script; simplified and traditional Chinese alike. */

import { simplify } from './simplify';

/**
 * Text in the form in which search compares it. Full and half width, letters with and without accents, upper and
 * lower case, simplified and traditional characters fall together, every run of white space is one blank, and soft hyphens
 * and zero-width marks are gone.
 */
export function foldForSearch(text: string): string {
  return simplify(
    text
      .normalize('NFKD')
      // Accents of Latin, Greek and Cyrillic only: the marks of other scripts are letters, が is not か.
      .replace(/[\u0300-\u036F\u00AD\u200B\u2060\uFEFF]/gu, '')
      .toLowerCase()
      .replace(/ς/gu, 'σ')
      .normalize('NFKC')
      .replace(/\s+/gu, ' ')
      .trim(),
  );
}

/** The folded words of a query; what stands in quotation marks is one phrase. Empty when nothing is asked. */
export function searchTerms(query: string): string[] {
  return Array.from(foldForSearch(query).matchAll(/["“”]([^"“”]*)["“”]|[^\s"“”]+/gu), ([word, phrase]) =>
    (phrase ?? word).trim(),
  ).filter((term) => term !== '');
}

/**
 * Whether every word of the query stands in some field, also as a part of a longer word; a phrase never runs from
 * one field into the next. An empty query finds everything.
 */
export function matches(query: string, fields: readonly string[]): boolean {
  const folded = fields.map(foldForSearch);
  return searchTerms(query).every((term) => folded.some((field) => field.includes(term)));
}
