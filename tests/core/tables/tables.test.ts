/** Tables of codes: their order, their empty rows, their units of time, and their files. */

import { expect, test } from 'vitest';
import { entryOf, headOf, pack } from '../../../core/query/packed';
import { countByTime, timeTable, unitFor } from '../../../core/tables/by-time';
import { createCodeAxis } from '../../../core/tables/code-axis';
import { tableCsv } from '../../../core/tables/table-csv';
import { aCode, anAnnotation, anArticle, someMetadata } from '../../builders';

const top = aCode({ name: '=主体' });
const under = aCode({ name: '区委, "东"', parentId: top.id });
const codes = [under, top];

function found(...dates: (string | null)[]) {
  const articles = dates.map((value) =>
    anArticle({
      metadata: someMetadata({
        published: value === null ? null : { value, from: 'meta', zoneAssumed: false },
      }),
    }),
  );
  const entries = articles.map(({ id }) => entryOf(anAnnotation({ articleId: id, codeIds: [under.id] })));
  const packed = pack(entries, new Map(articles.map((article) => [article.id, headOf(article)])));
  return { packed, indexes: entries.map((_, index) => index) };
}

function timesOf(dates: (string | null)[], unit: Parameters<typeof timeTable>[2] = null) {
  const axis = createCodeAxis(codes, true);
  const counter = countByTime(axis);
  counter.add(found(...dates));
  return timeTable(axis, counter, unit);
}

test.each([
  [['2024-01-01', '2024-02-20'], 'day'],
  [['2024-01-01', '2024-06-01'], 'month'],
  [['2010-01-01', '2024-06-01'], 'year'],
  [[], 'year'],
])('from %s the unit is the %s', (days, unit) => {
  expect(unitFor(days)).toBe(unit);
});

test('times without articles have rows of zeros, and what has no date comes last', () => {
  const table = timesOf(['2023-11-30T23:00+08:00', '2024-02', null, 'soon'], 'month');
  expect(table.rows.map(({ key, total }) => [key, total])).toEqual([
    ['2023-11', 1],
    ['2023-12', 0],
    ['2024-01', 0],
    ['2024-02', 1],
    ['', 2],
  ]);
});

test('a wrong date does not make a table of centuries', () => {
  expect(timesOf(['0024-01-01', '2024-01-01', '9999-12-31'], 'day').rows).toHaveLength(3);
});

test('codes stand in the order of the codebook, and those that nothing has are left out', () => {
  expect(timesOf(['2024']).columns.map(({ label }) => label)).toEqual(['=主体', '=主体/区委, "东"']);
  const axis = createCodeAxis(codes, false);
  const counter = countByTime(axis);
  counter.add(found('2024'));
  expect(timeTable(axis, counter).columns.map(({ key }) => key)).toEqual([under.id]);
});

test('codes that form a circle are counted once', () => {
  const one = aCode({ name: '甲', parentId: 'two' });
  const two = aCode({ id: 'two', name: '乙', parentId: one.id });
  expect(createCodeAxis([one, two], true).indexesOf([one.id])).toEqual([0, 1]);
});

test('the data file says the numbers as they are, the Excel file guards what looks like a formula', () => {
  const table = timesOf(['2024', '2024', '2024'], 'year');
  expect(tableCsv(table, 'data', false)).toBe(
    'published,annotations,=主体,"=主体/区委, ""东"""\n2024,3,3,3\n',
  );
  const excel = tableCsv(table, 'excel', true);
  expect(excel.startsWith('\uFEFF')).toBe(true);
  expect(excel.slice(1).split('\r\n')[0]).toBe(`published,annotations,'=主体,"'=主体/区委, ""东"""`);
  expect(excel.split('\r\n')[1]).toBe('2024,3,1,1');
});
