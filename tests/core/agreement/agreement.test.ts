/** The figures of agreement: NLTK's own, and what the definitions say at their edges. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf } from '../../../core/agreement/agreement';
import { krippendorffAlpha } from '../../../core/agreement/alpha';
import { cohenKappa } from '../../../core/agreement/kappa';
import { masiDistance, nominalDistance, type Rating } from '../../../core/agreement/rating';
import { pythonWith } from '../../python';
import { anyRatings } from './ratings';

const { CI } = process.env;
const python = pythonWith('nltk');

interface Figures {
  alpha: number | null;
  kappas: (number | null)[];
}

function byNltk(sets: readonly (readonly Rating[])[]): Record<'nominal' | 'masi', Figures>[] {
  const data = sets.map((ratings) => ratings.map(({ coder, unit, codes }) => [coder, unit, codes]));
  const { stdout, stderr } = spawnSync(
    python ?? 'python3',
    [join(import.meta.dirname, 'agreement-by-nltk.py')],
    { input: JSON.stringify(data), encoding: 'utf8', maxBuffer: 10_000_000 },
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

const rated = (...rows: [unit: string, coder: string, ...codes: string[]][]): Rating[] =>
  rows.map(([unit, coder, ...codes]) => ({ unit, coder, codes }));

describe.runIf(python !== null || CI !== undefined)('beside NLTK', () => {
  it('alpha and kappa are equal to 6 digits on 50 random data sets with missing values, plain and with MASI', () => {
    const sets = fc.sample(anyRatings(), { numRuns: 50, seed: 7 });
    expect(sets.some((ratings) => new Set(ratings.map(({ unit }) => unit)).size * 3 > ratings.length)).toBe(
      true,
    );
    const judged = byNltk(sets);
    let compared = 0;
    for (const [index, ratings] of sets.entries()) {
      const { alpha, masiAlpha, pairs } = agreementOf(ratings);
      const { nominal, masi } = judged[index] ?? {};
      const ours = [alpha, masiAlpha, ...pairs.flatMap(({ kappa, masiKappa }) => [kappa, masiKappa])];
      const theirs = [
        nominal?.alpha,
        masi?.alpha,
        ...pairs.flatMap((_, pair) => [nominal?.kappas[pair], masi?.kappas[pair]]),
      ];
      expect(ours.map((figure) => figure === null)).toEqual(theirs.map((figure) => figure === null));
      for (const [place, figure] of ours.entries()) {
        // Rounding to 6 digits could part what is equal to 15.
        if (figure !== null) expect(Math.abs(figure - (theirs[place] ?? Infinity))).toBeLessThan(1e-9);
      }
      compared += ours.filter((figure) => figure !== null).length;
    }
    expect(compared).toBeGreaterThan(390);
  });
});

describe('by the definitions', () => {
  // Krippendorff (2011), section C: four observers, twelve units, five values, nominal: 0.743.
  const table = [
    '1 2 3 3 2 1 4 1 2 . . .',
    '1 2 3 3 2 2 4 1 2 5 . 3',
    '. 3 3 3 2 3 4 2 2 5 1 .',
    '1 2 3 3 2 4 4 1 2 5 1 .',
  ];
  const published = table.flatMap((row, coder) =>
    row.split(' ').flatMap((value, unit) => (value === '.' ? [] : rated([`u${unit}`, `c${coder}`, value]))),
  );

  it('alpha is what Krippendorff computes by hand for his example', () => {
    expect(krippendorffAlpha(published, nominalDistance)?.toFixed(3)).toBe('0.743');
  });

  it('kappa is what comes of a table of two by two: 20, 5, 10, 15', () => {
    const cells: [number, string, string][] = [
      [20, 'yes', 'yes'],
      [5, 'yes', 'no'],
      [10, 'no', 'yes'],
      [15, 'no', 'no'],
    ];
    const ratings = cells.flatMap(([many, one, other], cell) =>
      Array.from({ length: many }, (_, index) =>
        rated([`${cell}-${index}`, 'a', one], [`${cell}-${index}`, 'b', other]),
      ).flat(),
    );
    expect(cohenKappa(ratings, ['a', 'b'], nominalDistance)).toBeCloseTo(0.4, 12);
  });

  it.each([
    ['the same', ['a', 'b'], ['b', 'a'], 0],
    ['one within the other', ['a', 'b'], ['a', 'b', 'c', 'd'], 0.665],
    ['overlapping', ['a', 'b'], ['b', 'c'], 0.89],
    ['nothing in common', ['a'], ['b'], 1],
    ['something and nothing', ['a'], [], 1],
    ['nothing twice', [], [], 0],
  ])('the distance of MASI for %s', (_, one, other, distance) => {
    expect(masiDistance(new Set(one), new Set(other))).toBeCloseTo(distance, 12);
  });

  it('a code that nobody gave to a unit is agreement on that unit', () => {
    const ratings = rated(['1', 'a'], ['1', 'b'], ['2', 'a', 'x'], ['2', 'b', 'x']);
    expect(agreementOf(ratings)).toMatchObject({
      unitCount: 2,
      alpha: 1,
      masiAlpha: 1,
      pairs: [{ kappa: 1 }],
    });
  });
});

describe('where nothing can be told', () => {
  it.each([
    ['no rating', []],
    ['one category only', rated(['1', 'a', 'x'], ['1', 'b', 'x'], ['2', 'a', 'x'], ['2', 'b', 'x'])],
    ['no unit in common', rated(['1', 'a', 'x'], ['2', 'b', 'y'])],
    ['one coder', rated(['1', 'a', 'x'], ['2', 'a', 'y'])],
    ['one unit on which both agree', rated(['1', 'a', 'x'], ['1', 'b', 'x'])],
  ])('%s gives no figure', (_, ratings) => {
    expect(krippendorffAlpha(ratings, nominalDistance)).toBe(null);
    expect(cohenKappa(ratings, ['a', 'b'], nominalDistance)).toBe(null);
  });

  it('one unit on which they differ is no better than chance', () => {
    const ratings = rated(['1', 'a', 'x'], ['1', 'b', 'y']);
    expect(krippendorffAlpha(ratings, nominalDistance)).toBe(0);
    expect(cohenKappa(ratings, ['a', 'b'], nominalDistance)).toBe(0);
  });
});

describe('agreementOf', () => {
  it('tells each code apart: given or not, the most given first', () => {
    const ratings = rated(
      ['1', 'a', 'x', 'y'],
      ['1', 'b', 'x'],
      ['2', 'a'],
      ['2', 'b'],
      ['3', 'a', 'x'],
      ['3', 'b', 'x'],
    );
    const { codes } = agreementOf(ratings);
    expect(codes.map(({ codeId, count, kappas }) => [codeId, count, kappas[0]?.kappa])).toEqual([
      ['x', 4, 1],
      ['y', 1, 0],
    ]);
  });

  it('does not depend on the order of ratings, codes or coders', () => {
    fc.assert(
      fc.property(anyRatings(), (ratings) => {
        const turned = ratings
          .toReversed()
          .map((rating) => ({ ...rating, codes: rating.codes.toReversed() }));
        expect(agreementOf(turned)).toEqual(agreementOf(ratings));
      }),
    );
  });

  it('is 1 for coders who always agree, wherever they vary', () => {
    fc.assert(
      fc.property(anyRatings({ coders: 1, isComplete: true }), (ratings) => {
        const both = ratings.flatMap((rating) => [rating, { ...rating, coder: 'other' }]);
        const { alpha, masiAlpha, pairs } = agreementOf(both);
        for (const figure of [alpha, masiAlpha, pairs[0]?.kappa ?? null]) {
          expect(figure === null || Math.abs(figure - 1) < 1e-12).toBe(true);
        }
        expect(alpha === null).toBe(new Set(ratings.map(({ codes }) => codes.toSorted().join())).size < 2);
      }),
    );
  });
});
