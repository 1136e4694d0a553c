/** Finds where a text says a phrase, compared as search compares: without case, width or accents, whole words, in any script. */

import { codePointBorder } from './characters';
import { spacedLetter } from './fold';
import type { Occurrence } from './messages';
import { foldForSearch } from './search';
import type { Span } from './span';

/** UTF-16 units of the same line shown on either side. */
const contextLength = 40;

/** More than can be kept in one step are not told. */
const most = 500;

/**
 * In the order of the text, none on words of another. A phrase of one line is found within lines only, one of several only where the
 * text parts it in the same places. Cost is linear in the text.
 * @param text lines parted by LF
 * @param within what is looked through, in UTF-16 units
 */
export function findOccurrences(text: string, phrase: string, within: Span): Span[] {
  const wanted = phrase.split(/\n+/u).map(foldForSearch).filter(Boolean).join('\n');
  if (wanted === '') return [];
  const { folded, starts, ends } = foldWithPlaces(text.slice(within.start, within.end));
  const found: Span[] = [];
  let at = folded.indexOf(wanted);
  while (at >= 0 && found.length < most) {
    const end = at + wanted.length;
    const isWhole = !isInsideWord(folded, at) && !isInsideWord(folded, end);
    if (isWhole) {
      found.push({ start: within.start + (starts[at] ?? 0), end: within.start + (ends[end - 1] ?? 0) });
    }
    at = folded.indexOf(wanted, isWhole ? end : at + 1);
  }
  return found;
}

/** The place with the words around it, for a person to tell it from the others. @param isKept see `Occurrence` */
export function describeOccurrence(text: string, { start, end }: Span, isKept: boolean): Occurrence {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const from = codePointBorder(text, Math.max(line, start - contextLength), 1);
  const to = codePointBorder(text, Math.min(next < 0 ? text.length : next, end + contextLength), -1);
  const words = text.slice(start, end);
  return { start, end, words, before: text.slice(from, start), after: text.slice(end, to), isKept };
}

interface FoldedPlaces {
  folded: string;
  /** For each UTF-16 unit of `folded`, where the character that gave it starts and ends. */
  starts: number[];
  ends: number[];
}

/** One character with the marks on it. */
const characters = /\s+|[\s\S]\p{Mark}*/gu;

function foldWithPlaces(text: string): FoldedPlaces {
  const forms = new Map<string, string>();
  const formOf = (character: string) => {
    const known = forms.get(character);
    if (known !== undefined) return known;
    const form = foldedForm(character);
    forms.set(character, form);
    return form;
  };
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  for (const { 0: character, index } of text.matchAll(characters)) {
    const form = formOf(character);
    folded += form;
    for (let unit = 0; unit < form.length; unit += 1) {
      starts.push(index);
      ends.push(index + character.length);
    }
  }
  return { folded, starts, ends };
}

function foldedForm(character: string): string {
  if (/^\s/u.test(character)) return character.includes('\n') ? '\n' : ' ';
  return foldForSearch(character);
}

/** Whether a word goes on from before the offset to after it. */
function isInsideWord(text: string, offset: number): boolean {
  const after = text.charAt(offset);
  return spacedLetter.test(text.charAt(offset - 1)) && (spacedLetter.test(after) || /\p{Mark}/u.test(after));
}
