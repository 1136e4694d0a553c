/** Finds what stands in a page to the letter where it is expected: one comparison of strings each, and nothing folded. */

import { countCopies } from './copies';
import { joinRecords, type Known, type OldQuote, type Stretch } from './old-text';
import { lostQuote, type Placed } from './place-quote';
import { isBlank } from './same-words';

export interface PageText {
  /** Lines parted by LF. */
  text: string;
  /** Where in it the text begins in which stored positions count, in UTF-16 units. */
  origin: number;
}

/** How much may have been put in or taken out above words that are looked for to the letter, in UTF-16 units. */
const nearby = 4_000;

/** One result for each record where every one of them stands so; null as soon as one does not. */
export function placeUnchanged(records: readonly Known[], page: PageText): Placed[] | null {
  const placed: Placed[] = [];
  const startOf = expectingIn(records, page);
  for (const stretch of joinRecords(records)) {
    const start = startOf(stretch);
    if (start === null) return null;
    for (const quote of stretch.quotes) placed[quote.record] = untouched(quote, start);
  }
  return placed;
}

/**
 * Tells where a stretch stands to the letter: where it stood; as far from there as the one before it, or near to that, if
 * it is the only one. Words that stood several times only where they stood, and where none of them came or went. To be
 * asked in the order of the stretches.
 */
export function expectingIn(records: readonly Known[], page: PageText): (stretch: Stretch) => number | null {
  let followed = { snapshot: '', shift: 0 };
  return (stretch) => {
    const { snapshot, position } = stretch;
    if (followed.snapshot !== snapshot) followed = { snapshot, shift: 0 };
    const start = position === null ? null : standsAt(stretch, records, page, position, followed.shift);
    if (start !== null && position !== null) followed.shift = start - position - page.origin;
    return start;
  };
}

/** @param shift how far the one before it has moved, in UTF-16 units */
function standsAt(
  { text: words, quotes }: Stretch,
  records: readonly Known[],
  { text, origin }: PageText,
  position: number,
  shift: number,
): number | null {
  const expected = origin + position + shift;
  const isExpected = expected >= 0 && text.startsWith(words, expected);
  const counts = quotes.map(({ record }) => records[record]?.copies);
  if (!counts.includes(0) && counts.some((copies) => copies !== undefined)) {
    const hasItsCopies = ({ textStart, textEnd }: OldQuote, index: number) =>
      counts[index] === undefined ||
      counts[index] === countCopies(text, expected + textStart, expected + textEnd);
    return isExpected && shift === 0 && quotes.every(hasItsCopies) ? expected : null;
  }
  if (isExpected && (shift === 0 || counts.includes(0))) return expected;
  const from = Math.max(0, expected - nearby);
  const at = isExpected ? expected : from + text.slice(from, expected + words.length + nearby).indexOf(words);
  if (words === '' || at < from) return null;
  return text.indexOf(words) === at && text.indexOf(words, at + 1) < 0 ? at : null;
}

export function untouched({ stretch, textStart, textEnd }: OldQuote, shift: number): Placed {
  if (isBlank(stretch.text.slice(textStart, textEnd))) return lostQuote('unreadable');
  const [from, to] = [shift + textStart, shift + textEnd];
  return { grade: 'exact', score: 1, start: from, end: to, words: null, candidates: [], reason: null };
}
