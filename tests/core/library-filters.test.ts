import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Filter, isFiltered, withFilterTurned } from '../../core/library-filters';
import { parseQuery } from '../../core/query/parse-query';
import { printQuery } from '../../core/query/print-query';
import { anyQueryText } from './query/any-query';

const anyFilter: fc.Arbitrary<Filter> = fc.oneof(
  fc
    .array(fc.constantFrom('主体', '区委', 'Local budget', '5G'), { minLength: 1, maxLength: 3 })
    .map((names) => ({ kind: 'code' as const, names })),
  fc.constantFrom('静安报', 'The Times', 'The "Post"').map((name) => ({ kind: 'outlet' as const, name })),
  fc.constantFrom('2024-01', '2024-12').map((month) => ({ kind: 'month' as const, month })),
  fc.constantFrom('zh', 'en').map((tag) => ({ kind: 'language' as const, tag })),
  fc.constant({ kind: 'note' as const }),
);
const turned = (text: string, filter: Filter) => printQuery(withFilterTurned(parseQuery(text), filter));

describe('a filter', () => {
  it('is found again in the text that it wrote, and a second press takes it out', () => {
    fc.assert(
      fc.property(anyQueryText, anyFilter, (text, filter) => {
        const wasIn = isFiltered(parseQuery(text), filter);
        const once = turned(text, filter);
        expect(isFiltered(parseQuery(once), filter)).toBe(!wasIn);
        expect(isFiltered(parseQuery(turned(once, filter)), filter)).toBe(wasIn);
      }),
    );
  });

  it.each<[string, Filter, string]>([
    ['', { kind: 'code', names: ['主体', '区委'] }, 'code:"/主体/区委"'],
    ['税收', { kind: 'outlet', name: '静安报' }, '税收 outlet:"静安报"'],
    ['outlet:"静安报" 税收', { kind: 'outlet', name: 'The Times' }, '税收 outlet:"The Times"'],
    ['-outlet:"静安报"', { kind: 'outlet', name: 'The Times' }, '-outlet:"静安报" outlet:"The Times"'],
    ['', { kind: 'month', month: '2023-12' }, 'after:2023-12 before:2024-01'],
    ['after:2020', { kind: 'month', month: '2024-01' }, 'after:2024-01 before:2024-02'],
    ['lang:en', { kind: 'language', tag: 'zh' }, 'lang:zh'],
    ['code:"/主体"', { kind: 'code', names: ['责任'] }, 'code:"/主体" code:"/责任"'],
    ['has:note 税', { kind: 'note' }, '税'],
  ])('turns %j by %j into %j', (text, filter, wanted) => {
    expect(parseQuery(turned(text, filter))).toEqual(parseQuery(wanted));
  });
});
