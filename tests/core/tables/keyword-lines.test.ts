/** Concordance lines: aligned on the keyword, whole words at the ends, sorted by what stands beside it. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMarker } from '../../../core/query/marks';
import { parseQuery } from '../../../core/query/parse-query';
import {
  createKeywordFinder,
  type KeywordLine,
  keywordsIn,
  keywordsInLines,
  sortKeywords,
} from '../../../core/tables/keyword-lines';
import { anyWords } from '../query/any-query';

const markerOf = (words: string) => createMarker(parseQuery(words));

test('Chinese is cut by characters, other scripts by whole words', () => {
  expect(keywordsIn('全区经济稳中向好', markerOf('经济'), 1)).toEqual([
    { start: 2, before: '区', keyword: '经济', after: '稳' },
  ]);
  expect(keywordsIn('Prices rose while the economy grew strongly again', markerOf('economy'), 12)).toEqual([
    { start: 22, before: ' while the ', keyword: 'economy', after: ' grew ' },
  ]);
});

test('a line break within the context is a blank', () => {
  expect(keywordsIn('甲\n经济\n乙', markerOf('经济'), 5)).toEqual([
    { start: 2, before: '甲 ', keyword: '经济', after: ' 乙' },
  ]);
});

test('line by line the same places are found as in each line alone', () => {
  fc.assert(
    fc.property(
      fc.array(anyWords, { maxLength: 6 }),
      fc.constantFrom('经济', 'econ', 'tax', '"5g"'),
      (lines, words) => {
        const finder = createKeywordFinder(words);
        if (finder === null) throw new Error('words were asked for');
        const text = lines.join('\n');
        const found = [...keywordsInLines(text, finder, 10)].map(({ start, keyword }) => [start, keyword]);
        let at = 0;
        const wanted = text.split('\n').flatMap((line) => {
          const own = finder
            .marker('quote', line)
            .map(({ start, end }) => [at + start, line.slice(start, end).replace(/\s/gu, ' ')]);
          at += line.length + 1;
          return own;
        });
        expect(found).toEqual(wanted);
      },
    ),
  );
});

const line = (before: string, keyword: string, after: string): KeywordLine => ({
  articleId: 'a',
  annotationId: null,
  start: 0,
  before,
  keyword,
  after,
});

test('lines are sorted by the keyword, by what follows, or by the nearest word before', () => {
  const lines = [line('in the ', 'Tax', ' rise'), line('by a ', 'tax', ' cut'), line('per ', 'a tax', ' of')];
  const order = (by: Parameters<typeof sortKeywords>[1]) =>
    sortKeywords(lines, by).map((one) => lines.indexOf(one));
  expect(order('place')).toEqual([0, 1, 2]);
  expect(order('keyword')).toEqual([2, 0, 1]);
  expect(order('after')).toEqual([1, 2, 0]);
  expect(order('before')).toEqual([1, 2, 0]);
});

test('in Chinese the nearest character before the keyword counts first', () => {
  const lines = [line('甲丙', '经济', ''), line('丙甲', '经济', ''), line('乙甲', '经济', '')];
  const sorted = sortKeywords(lines, 'before').map(({ before }) => before);
  // Read from the keyword on: 丙甲, 甲丙, 甲乙.
  expect(sorted).toEqual(['甲丙', '丙甲', '乙甲']);
});
