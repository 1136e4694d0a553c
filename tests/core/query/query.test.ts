/** What is typed is what is asked: read, printed, read again, and the same whichever keyboard typed it. */

import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseQuery } from '../../../core/query/parse-query';
import { printQuery } from '../../../core/query/print-query';
import type { Ask } from '../../../core/query/query';
import { anyText } from '../../builders';
import { anyQueryText } from './any-query';

const word = (text: string): Ask => ({ field: 'any', text, isWhole: false });
const phrase = (text: string): Ask => ({ field: 'any', text, isWhole: true });
const code = (names: string[], over: Partial<Extract<Ask, { field: 'code' }>> = {}): Ask => ({
  field: 'code',
  names,
  isFromTop: false,
  isWhole: false,
  ...over,
});

describe('parseQuery', () => {
  it.each<[string, Ask[]]>([
    ['', []],
    ['  "" - -- ” ', []],
    ['经济 economy', [word('经济'), word('economy')]],
    ['“稳中 向好”', [phrase('稳中 向好')]],
    ['”稳中 向好“', [phrase('稳中 向好')]],
    ['"two words" 「新 政」『甲』«乙»', ['two words', '新 政', '甲', '乙'].map(phrase)],
    ['"稳中 向好', [word('稳中'), word('向好')]],
    ['「所谓“改革”」', [phrase('所谓“改革”')]],
    ['code:主体/区委', [code(['主体', '区委'])]],
    ['code：“/主体 ／ 区 委”', [code(['主体', '区 委'], { isFromTop: true, isWhole: true })]],
    ['CODE:甲', [code(['甲'])]],
    ['only:"/甲/乙"', [{ field: 'only', names: ['甲', '乙'], isFromTop: true, isWhole: true }]],
    [
      'id:0a-1,0B id:一',
      [
        { field: 'id', ids: ['0a-1', '0B'] },
        { field: 'unfinished', text: 'id:一' },
      ],
    ],
    [
      'outlet:"The Times" note:待查',
      [
        { field: 'outlet', text: 'The Times', isWhole: true },
        { field: 'note', text: '待查', isWhole: false },
      ],
    ],
    [
      'before:2024 after:2024-03 after：2024年3月9日',
      [
        { field: 'before', date: '2024' },
        { field: 'after', date: '2024-03' },
        { field: 'after', date: '2024-03-09' },
      ],
    ],
    [
      'lang:zh_CN grade:lost has:note',
      [
        { field: 'lang', tag: 'zh-cn' },
        { field: 'grade', grade: 'lost' },
        { field: 'has', what: 'note' },
      ],
    ],
    [
      'code: before:2023-02-29 grade:los has:notes lang:中',
      ['code:', 'before:2023-02-29', 'grade:los', 'has:notes', 'lang:中'].map((text) => ({
        field: 'unfinished',
        text,
      })),
    ],
    ['注意：事项 http://x.example xcode:y', ['注意：事项', 'http://x.example', 'xcode:y'].map(word)],
    ['well-being 2024-01', [word('well-being'), word('2024-01')]],
  ])('reads %j', (text, wanted) => {
    expect(parseQuery(text)).toEqual(wanted.map((ask) => ({ ...ask, isNot: false })));
  });

  it('takes a minus of either width before a word, a phrase or a field as not', () => {
    expect(parseQuery('-甲 －“乙 丙” -code:丁 -grade:x')).toEqual([
      { ...word('甲'), isNot: true },
      { ...phrase('乙 丙'), isNot: true },
      { ...code(['丁']), isNot: true },
      { field: 'unfinished', text: 'grade:x', isNot: true },
    ]);
  });
});

describe('printQuery', () => {
  test.each([
    ['code：主体／区委　“稳中 向好” -经济', 'code:主体/区委 "稳中 向好" -经济'],
    ['「所谓"改革"」', '「所谓"改革"」'],
    ['after:2024年3月', 'after:2024-03'],
    ['-outlet:「静安报」', '-outlet:"静安报"'],
  ])('prints %j as %j', (typed, printed) => {
    expect(printQuery(parseQuery(typed))).toBe(printed);
  });

  it('prints what is read as the same query, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(anyQueryText, anyText), (text) => {
        const query = parseQuery(text);
        expect(parseQuery(printQuery(query))).toEqual(query);
      }),
      { numRuns: 2_000 },
    );
  });

  it('puts what a filter asks for into marks that it does not hold', () => {
    const asked = [{ ...code(['所谓"改革"', '「双减」'], { isWhole: true }), isNot: false }];
    expect(printQuery(asked)).toBe('code:『所谓"改革"/「双减」』');
    expect(parseQuery(printQuery(asked))).toEqual(asked);
  });
});
