/** Which words find which texts. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForSearch, matches, searchTerms } from '../../core/search';
import { anyText } from '../builders';

describe('foldForSearch', () => {
  it.each([
    ['ＡＢＣ　１２３', 'abc 123'],
    ['Économie Ü Ё', 'economie u е'],
    ['ｶﾞｿﾘﾝ', 'ガソリン'],
    ['が', 'が'],
    ['한국', '한국'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['co\u00ADope\u200Bration', 'cooperation'],
    ['  第一行\r\n\u00A0第二行 ', '第一行 第二行'],
    ['稳中向好𠮷😀', '稳中向好𠮷😀'],
  ])('folds %j to %j', (text, folded) => {
    expect(foldForSearch(text)).toBe(folded);
  });

  it('changes nothing when it folds again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('searchTerms', () => {
  it('reads words, and phrases in straight, curly and full-width quotation marks', () => {
    expect(searchTerms('Budget "two  words" “稳中 向好” ＂x y＂')).toEqual([
      'budget',
      'two words',
      '稳中 向好',
      'x y',
    ]);
  });

  it('takes a quotation mark without a partner as nothing', () => {
    expect(searchTerms('"稳中 向好')).toEqual(['稳中', '向好']);
  });
});

describe('matches', () => {
  it('finds one Chinese character inside a sentence', () => {
    expect(matches('稳', ['全区经济稳中向好'])).toBe(true);
  });

  it('wants every word, in whichever field', () => {
    expect(matches('经济 CAFÉ', ['全区经济', 'a cafe'])).toBe(true);
    expect(matches('经济 税收', ['全区经济', 'a cafe'])).toBe(false);
  });

  it('wants a phrase as it stands, in one field', () => {
    expect(matches('"two words"', ['in two\nwords'])).toBe(true);
    expect(matches('"two words"', ['two', 'words'])).toBe(false);
    expect(matches('"two words"', ['words two'])).toBe(false);
  });

  it('finds everything when nothing is asked', () => {
    expect(matches('  "" ', [])).toBe(true);
  });

  it('finds traditional characters by simplified ones and the other way round', () => {
    expect(matches('经济', ['全區經濟穩中向好'])).toBe(true);
    expect(matches('政法單位', ['主体/政法单位'])).toBe(true);
    expect(matches('头发', ['頭髮'])).toBe(true);
    expect(matches('经济', ['經常'])).toBe(false);
  });

  it('finds any part of a text in that text', () => {
    const parts = fc
      .tuple(fc.string({ unit: 'grapheme-ascii' }), fc.string({ unit: 'grapheme-ascii' }), anyText)
      .filter(([, , part]) => part.normalize('NFKC') === part && !/[\p{M}\p{Cs}"“”]/u.test(part));
    fc.assert(
      fc.property(parts, ([before, after, part]) => {
        expect(matches(`"${part}"`, [`${before} ${part} ${after}`])).toBe(true);
      }),
    );
  });
});
