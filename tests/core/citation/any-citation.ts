/** Citation items for tests: one that is whole, and any that a page could give. */

import * as fc from 'fast-check';
import type { CitationItem } from '../../../core/citation/citation-item';
import type { PersonName } from '../../../core/citation/person-name';

export function citation(over: Partial<CitationItem> = {}): CitationItem {
  return {
    kind: 'news',
    title: '全区经济稳中向好',
    outlet: '静安报',
    authors: [{ whole: '张三' }],
    published: { year: 2024, month: 1, day: 10 },
    accessed: { year: 2026, month: 3, day: 1 },
    url: 'https://news.example/1.html',
    language: 'zh-CN',
    section: null,
    page: null,
    ...over,
  };
}

const dates = fc
  .record({
    year: fc.integer({ min: 1900, max: 2030 }),
    month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
    day: fc.option(fc.integer({ min: 1, max: 31 }), { nil: null }),
  })
  .map((date) => ({ ...date, day: date.month === null ? null : date.day }));

const names = fc.constantFrom<PersonName>(
  { whole: '张三' },
  { whole: '本报评论员' },
  { whole: 'Zhang Yunbi' },
  { whole: 'International Monetary Fund' },
  { family: '欧阳', given: '三' },
  { family: 'Doe', given: 'Jane' },
  { family: 'Smith', given: 'John Russell' },
  { family: 'Roe', given: 'R.' },
  { family: 'Poe', given: 'E. A.' },
  { family: 'Müller', given: 'Élise' },
  { family: 'Garton Ash', given: 'Timothy' },
  { family: 'Sartre', given: 'Jean-Paul' },
);

/** Words without the marks that citeproc-js moves about, which no style asks for. */
export const anyCitation: fc.Arbitrary<CitationItem> = fc
  .record({
    kind: fc.constantFrom('news', 'web'),
    title: fc.constantFrom(
      '全区经济稳中向好',
      'What the budget means',
      '“1+3+N”建设：新进展',
      'Why now?',
      '为什么？',
    ),
    outlet: fc.constantFrom('静安报', 'The Guardian', '新华社'),
    authors: fc.array(names, { maxLength: 6 }),
    published: fc.option(dates, { nil: null }),
    accessed: fc.option(dates, { nil: null }),
    url: fc.option(fc.constantFrom('https://news.example/1.html', 'http://a.cn/b?id=3&x=y'), { nil: null }),
    language: fc.constantFrom('zh-CN', 'en', 'en-GB'),
    section: fc.constant(null),
    page: fc.option(fc.constantFrom('3', 'A12'), { nil: null }),
  })
  .map((item) =>
    item.kind === 'news'
      ? item
      : { ...item, outlet: null, page: null, url: item.url ?? 'https://news.example/2.html' },
  );
