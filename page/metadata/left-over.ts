/** Tells structured data that was left behind by another article, as single-page applications leave it. */

import { cleanAddress } from '../../core/address';
import { comparable } from './plain-text';
import type { Line } from './reading-lines';
import { isObject, type JsonObject, listOf, textOfValue } from './structured-data';

interface Page {
  address: string;
  documentTitle: string | null;
  lines: readonly Line[];
}

/** UTF-16 units; titles of two stories share hardly any piece of this length. */
const pieceLength = 3;
const leastShare = 0.15;

/**
 * Careful, since many sites give search engines another headline than the page's: it must share nothing with the page's
 * title, name no author that stands on the page, and not call this address its own.
 */
export function isLeftOver(article: JsonObject, { address, documentTitle, lines }: Page): boolean {
  const { headline: stated, url, mainEntityOfPage, author } = article;
  const headline = textOfValue(stated);
  if (headline === null || documentTitle === null) return false;
  if (share(comparable(headline), comparable(documentTitle)) >= leastShare) return false;
  const here = cleanAddress(address);
  const addresses = [url, mainEntityOfPage].map((value) =>
    isObject(value) ? textOfValue(value['@id']) : textOfValue(value),
  );
  if (here !== null && addresses.some((own) => own !== null && cleanAddress(own) === here)) return false;
  const authors = listOf(author).flatMap((person) => textOfValue(person) ?? []);
  return !authors.some((name) => lines.some(({ text }) => text.includes(name)));
}

/** Which part of the first text's pieces stands in the second. */
function share(one: string, other: string): number {
  const pieces = Array.from({ length: Math.max(1, one.length - pieceLength + 1) }, (_, start) =>
    one.slice(start, start + pieceLength),
  );
  return pieces.filter((piece) => other.includes(piece)).length / pieces.length;
}
