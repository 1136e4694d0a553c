/** Cohen's kappa: how far two coders agree beyond what each one's habits would give by chance. */

import { countKeys, type Distance, distanceOfKeys, keyOf, type Rating } from './rating';

/**
 * Weighted kappa, `1 − observed / expected disagreement`, over the units that both have read. With the nominal distance it
 * is the plain kappa of 1960. Null where there is no such unit, or both gave the same everywhere.
 * @see Cohen (1960), A Coefficient of Agreement for Nominal Scales, Educational and Psychological Measurement 20(1), 37–46.
 * @see Cohen (1968), Weighted kappa, Psychological Bulletin 70(4), 213–220.
 * @see Artstein and Poesio (2008), Inter-Coder Agreement for Computational Linguistics, Computational Linguistics 34(4).
 */
export function cohenKappa(
  ratings: readonly Rating[],
  [first, second]: readonly [string, string],
  distance: Distance,
): number | null {
  const pairs = pairsOf(ratings, first, second);
  const distanceOf = distanceOfKeys(distance);
  const observed = pairs.reduce((sum, [one, other]) => sum + distanceOf(one, other), 0);
  let expected = 0;
  for (const [one, many] of countKeys(pairs.map(([key]) => key))) {
    for (const [other, more] of countKeys(pairs.map(([, key]) => key))) {
      expected += many * more * distanceOf(one, other);
    }
  }
  return expected > 0 ? 1 - (observed * pairs.length) / expected : null;
}

/** How many units both have read. */
export function unitsInCommon(
  ratings: readonly Rating[],
  [first, second]: readonly [string, string],
): number {
  return pairsOf(ratings, first, second).length;
}

/** The keys that the two gave to each unit that both have read; sorted, so that sums are the same in any order. */
function pairsOf(ratings: readonly Rating[], first: string, second: string): [string, string][] {
  const keysOf = (wanted: string) =>
    new Map(ratings.filter(({ coder }) => coder === wanted).map(({ unit, codes }) => [unit, keyOf(codes)]));
  const others = keysOf(second);
  return [...keysOf(first)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([unit, key]) => {
      const other = others.get(unit);
      return other === undefined ? [] : [[key, other] satisfies [string, string]];
    });
}
