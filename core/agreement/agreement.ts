/** How far coders agree: over all codes together, and code by code. */

import { krippendorffAlpha } from './alpha';
import { cohenKappa, unitsInCommon } from './kappa';
import { masiDistance, nominalDistance, type Rating } from './rating';

/** Each null where it cannot be told, see `krippendorffAlpha` and `cohenKappa`. */
export interface PairAgreement {
  coders: readonly [string, string];
  /** That both have read. */
  unitCount: number;
  /** The same set of codes, or not. */
  kappa: number | null;
  /** Sets that have codes in common count for more than those that have none. */
  masiKappa: number | null;
}

export interface CodeAgreement {
  codeId: string;
  /** Ratings with this code. */
  count: number;
  alpha: number | null;
  kappas: readonly { coders: readonly [string, string]; kappa: number | null }[];
}

export interface Agreement {
  /** By name. */
  coders: readonly string[];
  /** With two ratings or more. */
  unitCount: number;
  alpha: number | null;
  masiAlpha: number | null;
  pairs: readonly PairAgreement[];
  /** For each code: given to a unit, or not. The most given first. */
  codes: readonly CodeAgreement[];
}

export function agreementOf(ratings: readonly Rating[]): Agreement {
  const coders = [...new Set(ratings.map(({ coder }) => coder))].sort();
  const pairs = coders.flatMap((one, index) =>
    coders.slice(index + 1).map((other) => [one, other] satisfies [string, string]),
  );
  const units = [...Map.groupBy(ratings, ({ unit }) => unit).values()];
  return {
    coders,
    unitCount: units.filter(({ length }) => length > 1).length,
    alpha: krippendorffAlpha(ratings, nominalDistance),
    masiAlpha: krippendorffAlpha(ratings, masiDistance),
    pairs: pairs.map((pair) => ({
      coders: pair,
      unitCount: unitsInCommon(ratings, pair),
      kappa: cohenKappa(ratings, pair, nominalDistance),
      masiKappa: cohenKappa(ratings, pair, masiDistance),
    })),
    codes: codesByUse(ratings).map(([codeId, count]) => {
      const narrowed = narrowTo(ratings, codeId);
      return {
        codeId,
        count,
        alpha: krippendorffAlpha(narrowed, nominalDistance),
        kappas: pairs.map((pair) => ({ coders: pair, kappa: cohenKappa(narrowed, pair, nominalDistance) })),
      };
    }),
  };
}

/** What the ratings say of one code: given, or not. */
function narrowTo(ratings: readonly Rating[], codeId: string): Rating[] {
  return ratings.map((rating) => ({ ...rating, codes: rating.codes.includes(codeId) ? [codeId] : [] }));
}

function codesByUse(ratings: readonly Rating[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { codes } of ratings) for (const id of codes) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
}
