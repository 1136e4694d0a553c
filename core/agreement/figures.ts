/** The figures of two coders as rows: all codes together, then code by code. */

import type { Comparison } from './compare-coders';
import type { RatedUnit } from './rate-units';
import { keyOf } from './rating';

export type CoderPair = readonly [string, string];

export interface FigureRow {
  /** Null: all codes together. */
  codeId: string | null;
  /** That both have read. */
  units: number;
  /** That only one of them has read: they count for nothing else. */
  missing: number;
  /** Of `units`: judged alike. */
  agreed: number;
  /** Of `units`: how many got the code (or any code) from each of the two. */
  given: readonly [number, number];
  alpha: number | null;
  kappa: number | null;
  /** Of all codes together only: sets that have codes in common count for more than those that have none. */
  masiAlpha: number | null;
}

export function figureRows({ units, agreement }: Comparison, pair: CoderPair): FigureRow[] {
  const both = units.map((unit) => judgementsOf(unit, pair)).filter((judged) => judged !== null);
  const counted = { units: both.length, missing: units.length - both.length };
  const givenWhere = (isGiven: (codes: readonly string[]) => boolean): readonly [number, number] => [
    both.filter(([first]) => isGiven(first)).length,
    both.filter(([, second]) => isGiven(second)).length,
  ];
  const isPair = ({ coders }: { coders: CoderPair }) => pair.every((coder) => coders.includes(coder));
  const whole: FigureRow = {
    codeId: null,
    ...counted,
    agreed: both.filter(([first, second]) => keyOf(first) === keyOf(second)).length,
    given: givenWhere((codes) => codes.length > 0),
    alpha: agreement.alpha,
    kappa: agreement.pairs.find(isPair)?.kappa ?? null,
    masiAlpha: agreement.masiAlpha,
  };
  const byCode = agreement.codes.map(
    ({ codeId, alpha, kappas }): FigureRow => ({
      codeId,
      ...counted,
      agreed: both.filter(([first, second]) => first.includes(codeId) === second.includes(codeId)).length,
      given: givenWhere((codes) => codes.includes(codeId)),
      alpha,
      kappa: kappas.find(isPair)?.kappa ?? null,
      masiAlpha: null,
    }),
  );
  return [whole, ...byCode];
}

/** The codes that each of the two gave to the unit; null where one of them has not read it. */
export function judgementsOf(
  { ratings }: RatedUnit,
  [first, second]: CoderPair,
): [readonly string[], readonly string[]] | null {
  const one = ratings.find(({ coder }) => coder === first);
  const other = ratings.find(({ coder }) => coder === second);
  return one === undefined || other === undefined ? null : [one.codes, other.codes];
}
