/** The words of a selection as its name, which holds one short line. */

import { writableXml } from '../codebook-file/xml-text';

/** Code points. */
const longestName = 80;

export function selectionName(words: string): string {
  const line = writableXml(words.toWellFormed()).replace(/\s+/gu, ' ').trim();
  return [...line].slice(0, longestName).join('').trim();
}
