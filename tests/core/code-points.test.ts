/** Offsets survive the way from UTF-16 units to code points and back. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointTable } from '../../core/code-points';
import { anyText } from '../builders';

describe('codePointTable', () => {
  it('counts a character beyond U+FFFF once', () => {
    const table = codePointTable('𠮷野家😀好');
    expect([0, 2, 3, 4, 6, 7].map(table.toCodePoints)).toEqual([0, 1, 2, 3, 4, 5]);
    expect([0, 1, 2, 3, 4, 5].map(table.toUnits)).toEqual([0, 2, 3, 4, 6, 7]);
  });

  it('has no answer inside a character or outside the text', () => {
    const table = codePointTable('a😀b');
    expect([-1, 2, 5, 0.5, Number.NaN].map(table.toCodePoints)).toEqual([null, null, null, null, null]);
    expect([-1, 4, 0.5].map(table.toUnits)).toEqual([null, null, null]);
  });

  it('agrees with counting one character after the other, for every text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const table = codePointTable(text);
        let units = 0;
        let codePoints = 0;
        for (const character of text) {
          expect(table.toCodePoints(units)).toBe(codePoints);
          expect(table.toUnits(codePoints)).toBe(units);
          units += character.length;
          codePoints += 1;
        }
        expect(table.toCodePoints(units)).toBe(codePoints);
        expect(table.toUnits(codePoints)).toBe(units);
      }),
      { numRuns: 500 },
    );
  });
});
