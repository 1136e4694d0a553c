/** Looks for a quote away from where the order of the page's quotes puts it: where it was moved to, or stands again. */

import { chainRuns } from './chain';
import { contextReach, type Fit, fitQuote } from './fit-quote';
import type { Matches } from './match-texts';
import type { OldQuote } from './old-text';
import { type Run, runsWithin, sortRuns } from './runs';
import { cutToWords } from './whole-words';

/** Places that are looked at; a sentence can stand a hundred times on a page. */
const mostPlaces = 8;
/** Runs that say the same of where the quote starts, give or take so many units, and half the quote, belong together. */
const tolerance = 60;
/** How far around a place its runs may lie, in units. */
const reach = 240;

/** The best fit at each place, the one with the most matching text first. Places may overlap. */
export function findElsewhere(quote: OldQuote, { old, now, runs, farCost }: Matches): Fit[] {
  const { stretch, start, end } = quote;
  const near = runsWithin(
    runs,
    Math.max(stretch.start, start - contextReach),
    Math.min(stretch.end, end + contextReach),
  );
  const length = end - start;
  return placesOf(near, start, length).flatMap((place) => {
    const around = near.filter(
      (run) => run.now < place + length * 1.6 + reach && run.now + run.length > place - reach,
    );
    const chain = chainRuns(around, old, now, (unit) => unit, farCost);
    const words = cutToWords(chain, () => stretch, old, now);
    return fitQuote(quote, sortRuns(words), old, now) ?? [];
  });
}

/** Where the runs say that the quote starts, in the new buffer. */
function placesOf(near: readonly Run[], start: number, length: number): number[] {
  const places: { start: number; weight: number }[] = [];
  const said = near.map((run) => ({ at: run.now - (run.old - start), weight: run.length }));
  for (const { at, weight } of said.sort((one, other) => one.at - other.at)) {
    const last = places.at(-1);
    if (last !== undefined && at - last.start <= length / 2 + tolerance) last.weight += weight;
    else places.push({ start: at, weight });
  }
  return places
    .sort((one, other) => other.weight - one.weight)
    .slice(0, mostPlaces)
    .map((place) => place.start);
}
