/** Krippendorff's alpha: how far several coders agree beyond chance, whatever they left out. */

import { type Counts, countKeys, type Distance, distanceOfKeys, keyOf, type Rating } from './rating';

/**
 * `1 − observed / expected disagreement`, for any number of coders, any distance, and units that not all have read: a unit
 * counts with as many ratings as it has, one with a single rating not at all.
 * Null where there is nothing to compare, or all ratings are the same: without variation, agreement cannot be told from
 * chance (NLTK says 1 there).
 * @see Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section D:
 * https://repository.upenn.edu/handle/20.500.14332/2089
 */
export function krippendorffAlpha(ratings: readonly Rating[], distance: Distance): number | null {
  const distanceOf = distanceOfKeys(distance);
  const units = [...Map.groupBy(ratings, ({ unit }) => unit)]
    .filter(([, given]) => given.length > 1)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, given]) => given.map(({ codes }) => keyOf(codes)));
  const all = units.flat();
  const expected = disagreement(countKeys(all), distanceOf) / (all.length - 1);
  const observed = units
    .map((keys) => disagreement(countKeys(keys), distanceOf) / (keys.length - 1))
    .reduce((sum, part) => sum + part, 0);
  return expected > 0 ? 1 - observed / expected : null;
}

/** The distances of all ordered pairs. */
function disagreement(counts: Counts, distanceOf: (one: string, other: string) => number): number {
  let sum = 0;
  for (const [one, many] of counts) {
    for (const [other, more] of counts) sum += many * more * distanceOf(one, other);
  }
  return sum;
}
