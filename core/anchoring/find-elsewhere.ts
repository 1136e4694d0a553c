/** Looks for a quote away from where the order of the page's quotes puts it: where it was moved to, or stands again. */

import { runAtOnce } from '../run-at-once';
import { chainRuns } from './chain';
import { contextReach, type Fit, fitQuote } from './fit-quote';
import type { UnitBuffer } from './fold-units';
import type { Matches } from './match-texts';
import type { OldQuote } from './old-text';
import { type Run, runsWithin, sortRuns } from './runs';
import { cutToWords } from './whole-words';

/** Places that are looked at; a sentence can stand a hundred times on a page. */
const mostPlaces = 20;
/** Runs that say the same of where the quote starts, give or take so many units and a part of the quote, belong together. */
const tolerance = 4;
/** How far around a place its runs may lie, in units. */
const reach = 240;

/** The best fit at each place, the one with the most matching text first. Places may overlap. */
export function findElsewhere(quote: OldQuote, { old, now, runs, farCost }: Matches): Fit[] {
  const { stretch, start, end } = quote;
  const from = Math.max(stretch.start, start - contextReach);
  const to = Math.min(stretch.end, end + contextReach);
  const isShort = to - from < longestUnseeded;
  const near = isShort ? runsOf(old, from, to, now) : runsWithin(runs, from, to);
  const length = end - start;
  return placesOf(near, start, length).flatMap((place) => {
    const around = near.filter(
      (run) =>
        run.now < place.start + length * 1.6 + reach &&
        run.now + run.length > place.start - reach &&
        isInLine(run, place.heaviest),
    );
    const chain = runAtOnce(chainRuns(around, old, now, (unit) => unit, farCost));
    const words = cutToWords(chain, () => stretch, old, now);
    return fitQuote(quote, sortRuns(words), old, now) ?? [];
  });
}

/** The places where the quote stands to the letter, whatever stands around it. */
export function findCopies(quote: OldQuote, { old, now }: Matches): Fit[] {
  const runs = runsOf(old, quote.start, quote.end, now);
  return runs.flatMap((run) => fitQuote(quote, sortRuns([run]), old, now) ?? []);
}

/** What is shorter than a seed, in units, is looked for unit by unit. */
const longestUnseeded = 12;

function runsOf({ units: old }: UnitBuffer, from: number, to: number, now: UnitBuffer): Run[] {
  const found: Run[] = [];
  const length = to - from;
  for (let at = now.units.indexOf(old[from] ?? 0); at >= 0 && at + length <= now.length; ) {
    let same = 1;
    while (same < length && old[from + same] === now.units[at + same]) same += 1;
    if (same === length) found.push({ old: from, now: at, length });
    if (found.length > mostPlaces) break;
    at = now.units.indexOf(old[from] ?? 0, at + 1);
  }
  return found;
}

interface Place {
  /** Where the quote starts, in the new buffer. */
  start: number;
  weight: number;
  heaviest: Run;
}

/** Where the runs say that the quote stands. */
function placesOf(near: readonly Run[], start: number, length: number): Place[] {
  const places: Place[] = [];
  const said = near.map((run) => ({ start: run.now - (run.old - start), weight: run.length, heaviest: run }));
  for (const place of said.sort((one, other) => one.start - other.start)) {
    const last = places.at(-1);
    if (last === undefined || place.start - last.start > length / 4 + tolerance) {
      places.push(place);
      continue;
    }
    last.weight += place.weight;
    if (place.heaviest.length > last.heaviest.length) last.heaviest = place.heaviest;
  }
  return places.sort((one, other) => other.weight - one.weight).slice(0, mostPlaces);
}

/** Whether two runs stand in the same order in both texts. */
function isInLine(run: Run, other: Run): boolean {
  return run === other || (run.old - other.old) * (run.now - other.now) > 0;
}
