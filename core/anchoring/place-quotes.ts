/** Places all quotes of a page in one pass: the entry to this folder. docs/anchoring.md tells how it works. */

import { countCopies } from './copies';
import { matchTexts } from './match-texts';
import { foldStretches, joinRecords, type Known, type OldQuote, type Stretch } from './old-text';
import { foldPage, type PageUnits, unitAt } from './page-units';
import { lostQuote, type Placed, placeQuote } from './place-quote';
import type { Run } from './runs';
import { isBlank } from './same-words';

export type { Known } from './old-text';
export type { Placed } from './place-quote';

export interface PageText {
  /** Lines parted by LF. */
  text: string;
  /** Where in it the text begins in which stored positions count, in UTF-16 units. */
  origin: number;
}

/**
 * One result for each record, in their order; the order makes no difference to them.
 *
 * A generator, so that a caller can let the page go on: each step is a few milliseconds of work on a common computer.
 * Cost: on an unchanged page one comparison of strings; else linear in the page's text, whatever the number of records.
 */
export function* placeQuotes(records: readonly Known[], page: PageText): Generator<void, Placed[]> {
  const stretches = joinRecords(records);
  const placed: Placed[] = [];
  const changed: Stretch[] = [];
  const unchanged: { stretch: Stretch; start: number }[] = [];
  let followed = { snapshot: '', shift: 0 };
  for (const stretch of stretches) {
    const { snapshot, position } = stretch;
    if (followed.snapshot !== snapshot) followed = { snapshot, shift: 0 };
    const start = position === null ? null : standsAt(stretch, records, page, position, followed.shift);
    if (start === null || position === null) {
      changed.push(stretch);
      continue;
    }
    followed.shift = start - position - page.origin;
    unchanged.push({ stretch, start });
    for (const quote of stretch.quotes) placed[quote.record] = untouched(quote, start);
  }
  if (changed.length === 0) return placed;
  const oldText = yield* foldStretches(stretches);
  yield;
  const folded = yield* foldPage(page.text);
  const fixed = unchanged.map((one) => runOf(one, folded)).sort((one, other) => one.now - other.now);
  const matches = yield* matchTexts(oldText, changed, folded.buffer, apart(fixed));
  yield* placeAll(changed, records, matches, folded, placed);
  return placed;
}

/** How much may have been put in or taken out above words that are looked for to the letter, in UTF-16 units. */
const nearby = 4_000;

/**
 * Where a stretch stands to the letter: where it stood; as far from there as the one before it, or near to that, if it is
 * the only one. Words that stood several times only where they stood, and where none of them came or went.
 * @param shift how far the one before it has moved, in UTF-16 units
 */
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

/** Where a stretch stands unchanged. Its first or last unit may be one with what stands beside it in the page. */
function runOf({ stretch, start }: { stretch: Stretch; start: number }, folded: PageUnits): Run {
  const now = unitAt(folded, start);
  const end = unitAt(folded, start + stretch.text.length);
  return { old: stretch.start, now, length: Math.min(stretch.end - stretch.start, end - now) };
}

/** Those of two texts may overlap, where both stand on one page. */
function apart(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs) {
    const last = kept.at(-1);
    if (run.length > 0 && (last === undefined || last.now + last.length <= run.now)) kept.push(run);
  }
  return kept;
}

/** Quotes between two pauses. */
const stride = 8;

function* placeAll(
  stretches: readonly Stretch[],
  records: readonly Known[],
  matches: Parameters<typeof placeQuote>[2],
  folded: PageUnits,
  placed: Placed[],
): Generator<void> {
  let count = 0;
  for (const { quotes } of stretches) {
    for (const quote of quotes) {
      if (count % stride === 0) yield;
      count += 1;
      const record = records[quote.record];
      if (record !== undefined) placed[quote.record] = placeQuote(quote, record, matches, folded);
    }
  }
}

function untouched({ stretch, textStart, textEnd }: OldQuote, shift: number): Placed {
  if (isBlank(stretch.text.slice(textStart, textEnd))) return lostQuote('unreadable');
  const [from, to] = [shift + textStart, shift + textEnd];
  return { grade: 'exact', score: 1, start: from, end: to, words: null, candidates: [], reason: null };
}
