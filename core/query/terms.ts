/** Finds a query's words in folded text: Chinese anywhere, words of other scripts from their start on. */

import { spacedLetter } from '../fold';
import { foldForSearch } from '../search';

/** Folded words to be found as they stand. */
export interface Term {
  text: string;
  /** What stands before the words must not belong to the same word. */
  isAtStart: boolean;
  /** What stands after the words must not belong to the same word. */
  isToEnd: boolean;
  /** It starts or ends with half a character, which is not to be found in a whole one. */
  isHalf: boolean;
}

/** Null where nothing is left of the words: they then ask for nothing. */
export function termOf({ text, isWhole }: { text: string; isWhole: boolean }): Term | null {
  const folded = foldForSearch(text);
  if (folded === '') return null;
  const [first = ''] = folded;
  return {
    text: folded,
    isAtStart: spacedLetter.test(first),
    isToEnd: isWhole && endsInWord(folded, folded.length),
    isHalf: /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(folded),
  };
}

/** Where the words stand next, from `from` on; -1 where they do not. */
export function findTerm(folded: string, { text, isAtStart, isToEnd, isHalf }: Term, from = 0): number {
  for (let at = folded.indexOf(text, from); at >= 0; at = folded.indexOf(text, at + 1)) {
    if (isAtStart && endsInWord(folded, at)) continue;
    if (isToEnd && startsInWord(folded, at + text.length)) continue;
    if (isHalf && (isWithinPair(folded, at) || isWithinPair(folded, at + text.length))) continue;
    return at;
  }
  return -1;
}

function isWithinPair(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

/** Whether the last character before `end` is a letter or digit of a spaced script, its marks counted with it. */
function endsInWord(text: string, end: number): boolean {
  for (let at = end; at > 0; ) {
    const unit = text.charCodeAt(at - 1);
    const isPair = unit >= 0xdc00 && unit < 0xe000 && at > 1;
    const character = isPair ? text.slice(at - 2, at) : text.charAt(at - 1);
    const kind = kindOf(character);
    if (kind !== kinds.mark) return kind === kinds.letter;
    at -= character.length;
  }
  return false;
}

/** A mark belongs to the character before it. */
function startsInWord(text: string, start: number): boolean {
  const point = text.codePointAt(start);
  return point !== undefined && kindOf(String.fromCodePoint(point)) !== kinds.other;
}

const kinds = { unknown: 0, other: 1, letter: 2, mark: 3 } as const;

/** Filled as units are met. */
const known = new Uint8Array(0x10000);

function kindOf(character: string): number {
  const unit = character.charCodeAt(0);
  const found = character.length === 1 ? (known[unit] ?? kinds.unknown) : kinds.unknown;
  if (found !== kinds.unknown) return found;
  const kind = /^\p{Mark}$/u.test(character)
    ? kinds.mark
    : spacedLetter.test(character)
      ? kinds.letter
      : kinds.other;
  if (character.length === 1) known[unit] = kind;
  return kind;
}
