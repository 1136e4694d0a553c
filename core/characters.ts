/** Finds the borders of characters as a reader sees them (graphemes): no end of a quote lies inside one. */

import type { Span } from './span';

/** Where a grapheme may go beyond one UTF-16 unit: marks, joiners, surrogates, Hangul, marks before numbers, Thai and Lao. */
const joins =
  /[\p{Mark}\p{Surrogate}\p{Default_Ignorable_Code_Point}\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0e33\u0eb3\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u;
/** How far around an end is looked at, in UTF-16 units. */
const reach = 64;

let segmenter: Intl.Segmenter | null = null;

/** The span, grown to whole characters where its ends lie inside one. Offsets in `text`, UTF-16 units, end exclusive. */
export function wholeCharacters(text: string, start: number, end: number): Span {
  return { start: characterBorder(text, start, -1), end: characterBorder(text, end, 1) };
}

function characterBorder(text: string, offset: number, direction: 1 | -1): number {
  if (offset <= 0 || offset >= text.length) return offset;
  if (!joins.test(text.charAt(offset)) && !joins.test(text.charAt(offset - 1))) return offset;
  // Missing in Firefox before 125.
  if (!('Segmenter' in Intl)) return codePointBorder(text, offset, direction);
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const from = codePointBorder(text, Math.max(lineStart, offset - reach), 1);
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const grapheme = segmenter.segment(text.slice(from, offset + reach)).containing(offset - from);
  if (grapheme === undefined || from + grapheme.index === offset) return offset;
  return from + grapheme.index + (direction < 0 ? 0 : grapheme.segment.length);
}

/** `offset`, or the next one in that direction where it falls into a surrogate pair. */
export function codePointBorder(text: string, offset: number, direction: 1 | -1): number {
  const isInside = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
  return isInside ? offset + direction : offset;
}
