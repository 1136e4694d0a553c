/** Places all quotes of a page in one pass: the entry to this folder. docs/anchoring.md tells how it works. */

import { matchTexts } from './match-texts';
import { foldStretches, joinRecords, type Known, type Stretch } from './old-text';
import { foldPage, type PageUnits, unitAt } from './page-units';
import { type Placed, placeQuote } from './place-quote';
import type { Run } from './runs';
import { expectingIn, type PageText, untouched } from './unchanged';

export type { Known } from './old-text';
export type { Placed } from './place-quote';
export type { PageText } from './unchanged';

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
  const startOf = expectingIn(records, page);
  for (const stretch of stretches) {
    const start = startOf(stretch);
    if (start === null) {
      changed.push(stretch);
      continue;
    }
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
