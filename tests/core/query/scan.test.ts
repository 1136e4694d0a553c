/** What a query finds, by example and against its plain definition. */

import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Annotation } from '../../../core/annotation';
import { createSameCodes } from '../../../core/query/code-clauses';
import { gradedBy } from '../../../core/query/graded';
import { createMarker } from '../../../core/query/marks';
import { entryOf, headOf, pack, unpack } from '../../../core/query/packed';
import { parseQuery } from '../../../core/query/parse-query';
import { createMatcher, createScan } from '../../../core/query/scan';
import { fromStored, toStored } from '../../../core/query/stored-packed';
import { foldForSearch } from '../../../core/search';
import { anAnnotation, anArticle, anyText, aTarget, someMetadata } from '../../builders';
import { anyAnnotation, anyArticle, anyQueryText, anyWords, codebook } from './any-query';
import { isFound } from './naive-match';

const about = (exact: string, over: Partial<Annotation> = {}) =>
  anAnnotation({ target: aTarget({ quote: { exact, prefix: '', suffix: '' } }), ...over });

describe('a query', () => {
  it.each([
    ['稳', '全区经济稳中向好', true],
    ['經濟', '全区经济', true],
    ['econ', 'The Economy', true],
    ['conomy', 'The Economy', false],
    ['"econ"', 'The Economy', false],
    ['"the economy"', 'Of the\nÉconomy.', true],
    ['5g', '中国5G网络', true],
    ['"5g"', '中国５G网络', true],
    ['-tax', 'no taxes', false],
    ['-"tax"', 'no taxes', true],
    ['中国 -美国', '中国经济', true],
  ])('%j asked of %j: %s', (query, exact, wanted) => {
    expect(createMatcher(parseQuery(query), [])(about(exact), null)).toBe(wanted);
  });

  it.each([
    ['code:主体', true],
    ['code:主', true],
    ['code:"主"', false],
    ['code:/主体/区委', true],
    ['code:/区委', false],
    ['code:区委', true],
    ['code:书', false],
    ['-code:Economy', true],
    ['主体/区', true],
  ])('%j asked of an annotation with the code 主体/區委: %s', (query, wanted) => {
    const annotation = about('甲', { codeIds: [codebook[1]?.id ?? ''] });
    expect(createMatcher(parseQuery(query), codebook)(annotation, null)).toBe(wanted);
  });

  it.each([
    ['outlet:静', true],
    ['outlet:"静安"', false],
    ['after:2024 before:2025', true],
    ['after:2024-01-10', true],
    ['before:2024-01-10', false],
    ['lang:zh', true],
    ['lang:z', false],
    ['张三', true],
  ])('%j asked of the article of 静安报: %s', (query, wanted) => {
    expect(createMatcher(parseQuery(query), [])(about('甲'), anArticle())).toBe(wanted);
  });

  it('takes what has no date for neither earlier nor later', () => {
    const article = anArticle({ metadata: someMetadata({ published: null }) });
    for (const query of ['before:2030', 'after:2000']) {
      expect(createMatcher(parseQuery(query), [])(about('甲'), article)).toBe(false);
    }
  });
});

test('many at once are found as each by the plain definition, in the trash and out of it', () => {
  const library = fc.array(fc.tuple(anyAnnotation, fc.nat(2)), { maxLength: 12 });
  fc.assert(
    fc.property(anyQueryText, library, fc.array(anyArticle, { maxLength: 2 }), (text, given, articles) => {
      const annotations = given.map(([annotation, at]) => ({
        ...annotation,
        articleId: articles[at]?.id ?? annotation.articleId,
      }));
      const packed = pack(
        annotations.map(entryOf),
        new Map(articles.map((article) => [article.id, headOf(article)])),
      );
      const query = parseQuery(text);
      for (const isTrashed of [true, false]) {
        const wanted = annotations.flatMap((annotation, index) => {
          const article = articles.find(({ id }) => id === annotation.articleId) ?? null;
          const isIn = (annotation.deleted !== null) === isTrashed;
          return isIn && isFound(query, codebook, annotation, article) ? [index] : [];
        });
        expect(createScan(query, codebook, { isTrashed })(packed)).toEqual(wanted);
      }
    }),
    { numRuns: 1_000 },
  );
}, 60_000);

test('a codebook that was read anew counts as the one before while names and places are the same', () => {
  const same = createSameCodes();
  const first = same(codebook);
  expect(same(structuredClone([...codebook]).map((code) => ({ ...code, colour: 'teal' as const })))).toBe(
    first,
  );
  for (const change of [{ name: '別' }, { parentId: null }, { id: 'x' }]) {
    const other = codebook.map((code, at) => (at === 2 ? { ...code, ...change } : code));
    expect(same(other)).toBe(other);
    expect(same([...codebook])).not.toBe(other);
  }
  expect(same(codebook.slice(1))).toHaveLength(codebook.length - 1);
});

test('what is packed comes out again, from what is stored of it too', () => {
  fc.assert(
    fc.property(fc.array(anyAnnotation, { maxLength: 9 }), (annotations) => {
      const entries = annotations.map(entryOf);
      const packed = pack(entries, new Map());
      expect(unpack(packed)).toEqual(entries);
      expect({ ...fromStored(structuredClone(toStored(packed))) }).toEqual(packed);
    }),
  );
});

test('long texts of Latin letters and of others stand apart, and each is found in its place', () => {
  const of = (words: string) => about(words.repeat(40), { note: words });
  const annotations = ['economy and tax, ', '经济稳中向好，', '经济', 'the ’tax’ ', 'taxes'].flatMap(
    (words) => Array.from({ length: 9 }, () => of(words)),
  );
  const packed = pack(annotations.map(entryOf), new Map());
  expect(packed.texts.map((text) => /^[\0-\xFF]*$/u.test(text))).toEqual([true, false, true]);
  for (const text of ['tax', '经济', '"tax"', 'note:经济', 'note:"taxes"', '-tax', 'e']) {
    const query = parseQuery(text);
    const wanted = annotations.flatMap((one, index) => (isFound(query, [], one, null) ? [index] : []));
    expect(createScan(query, [])(packed)).toEqual(wanted);
  }
});

it('of one annotation at a time, asks for its grade what the page says that is open', () => {
  const [lost, exact] = [about('甲'), about('乙')];
  const graded = gradedBy([
    { id: lost.id, grade: 'lost' },
    { id: exact.id, grade: 'exact' },
  ]);
  const asked = (query: string) =>
    [lost, exact].filter((annotation) => createMatcher(parseQuery(query), [], graded)(annotation, null));
  expect(asked('grade:lost')).toEqual([lost]);
  expect(asked('-grade:lost')).toEqual([exact]);
  expect(asked('grade:moved')).toEqual([]);
});

describe('a marker', { timeout: 60_000 }, () => {
  const marked = (query: string, text: string) =>
    createMarker(parseQuery(query))('quote', text).map(({ start, end }) => text.slice(start, end));

  it.each([
    ['经济', '全區經濟穩，经济好', ['經濟', '经济']],
    ['econ', 'Économies of scale; economy', ['Écon', 'econ']],
    ['"two words"', 'in  two\n words', ['two\n words']],
    ['cafe', 'CAFE\u0301S', ['CAFE\u0301']],
    ['ガ', 'ｶﾞｿﾘﾝ', ['ｶﾞ']],
    ['经 济 -好', '经济好', ['经济']],
    ['note:经', '经济', []],
    ['fi', 'ﬁne', ['ﬁ']],
    ['税', '经济', []],
  ])('of %j marks in %j %j', (query, text, wanted) => {
    expect(marked(query, text)).toEqual(wanted);
  });

  it('marks whole characters, in order, exactly where something was found', () => {
    fc.assert(
      fc.property(fc.oneof(anyWords, anyText), fc.oneof(anyWords, anyText), (asked, text) => {
        for (const clause of parseQuery(asked).slice(0, 1)) {
          if (clause.field !== 'any' || foldForSearch(clause.text) === '') return;
          const asking = [{ ...clause, isNot: false }];
          const spans = createMarker(asking)('quote', text);
          expect(spans.length > 0).toBe(isFound(asking, [], about(text), null));
          let last = -1;
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThan(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = end;
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
