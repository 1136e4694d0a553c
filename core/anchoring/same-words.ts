/** Compares words as a reader does: typography aside, to the letter. */

import { fold } from '../fold';

export function areSameWords(one: string, other: string): boolean {
  return one === other || fold(one).folded === fold(other).folded;
}

/** Where a character (grapheme) may go beyond one UTF-16 unit: marks, joiners, surrogates, Hangul, flags. */
const joins =
  /[\p{Mark}\p{Surrogate}\p{Default_Ignorable_Code_Point}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u;
/** How far around an end is looked at, in UTF-16 units. */
const reach = 64;

/** The span, grown to whole characters where its ends lie inside one. Offsets in `text`, UTF-16 units, end exclusive. */
export function wholeCharacters(text: string, start: number, end: number): { start: number; end: number } {
  return { start: characterBorder(text, start, 'start'), end: characterBorder(text, end, 'end') };
}

function characterBorder(text: string, offset: number, side: 'start' | 'end'): number {
  if (offset <= 0 || offset >= text.length) return offset;
  if (!joins.test(text.charAt(offset)) && !joins.test(text.charAt(offset - 1))) return offset;
  // Missing in Firefox before 125.
  if (!('Segmenter' in Intl)) return offset;
  const from = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - reach);
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const grapheme = segmenter.segment(text.slice(from, offset + reach)).containing(offset - from);
  if (grapheme === undefined || from + grapheme.index === offset) return offset;
  return from + grapheme.index + (side === 'start' ? 0 : grapheme.segment.length);
}

let segmenter: Intl.Segmenter | null = null;
