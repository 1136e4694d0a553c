/** The CSV for Excel reads back as it was, and no cell of it is a formula. */

import * as fc from 'fast-check';
import { parse } from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toExcelCsv } from '../../core/export/csv';
import { excelCell } from '../../core/export/excel-cell';
import { exportRows } from '../../core/export/rows';
import {
  aCode,
  anAnnotation,
  anArchive,
  anArticle,
  anyText,
  archives,
  aTarget,
  someMetadata,
} from '../builders';
import { hostileCells as hostile, formulaSigns as signs } from './export/hostile-cells';

/** What is left of a cell after all that some program skips before it looks for a formula. */
function seenStart(cell: string): string {
  return cell.replace(/^[\s\p{Cc}\p{Cf}"]+/u, '').slice(0, 1);
}

function withQuotes(quotes: readonly string[]) {
  const article = anArticle();
  const annotations = quotes.map((exact) =>
    anAnnotation({
      articleId: article.id,
      target: aTarget({ quote: { exact, prefix: exact, suffix: exact } }),
    }),
  );
  return anArchive({ articles: [article], annotations });
}

function table(csv: string): string[][] {
  return parse<string[]>(csv.slice(1), { delimiter: ',', newline: '\r\n', skipEmptyLines: true }).data;
}

describe('toExcelCsv', () => {
  it('begins with a byte order mark, ends lines with CRLF, and names its columns', () => {
    const csv = toExcelCsv(anArchive());
    expect(csv).toBe(
      '\uFEFFannotation_id,quote,codes,memo,color,title,outlet,source,authors,published,section,language,url,' +
        'captured_at,text_sha256,start_cp,end_cp,prefix,suffix,created,modified\r\n',
    );
  });

  it('writes one line for each annotation, with its codes in one cell', () => {
    const top = aCode({ name: '主体' });
    const codes = [top, aCode({ name: '区委', parentId: top.id }), aCode({ name: 'a;"b"' })];
    const article = anArticle({
      metadata: someMetadata({ authors: { value: ['张三', '李四'], from: 'credit-line' }, source: null }),
    });
    const annotations = [
      anAnnotation({ articleId: article.id, codeIds: codes.map(({ id }) => id), note: '一,二\n三' }),
    ];
    const [headings = [], cells = [], ...more] = table(
      toExcelCsv(anArchive({ articles: [article], annotations, codes })),
    );
    expect(more).toEqual([]);
    expect(Object.fromEntries(headings.map((heading, index) => [heading, cells[index]]))).toMatchObject({
      quote: '稳中向好',
      codes: '主体; 主体/区委; "a;""b"""',
      memo: '一,二\n三',
      color: 'green',
      authors: '张三; 李四',
      source: '',
      published: '2024-01-10T09:31+08:00',
      start_cp: '',
    });
  });

  it('reads back field by field as it was written, but for the guard', () => {
    fc.assert(
      fc.property(archives, (archive) => {
        const rows = exportRows(archive);
        const [, ...lines] = table(toExcelCsv(archive));
        expect(lines.map(([id, quote, , memo]) => [id, quote, memo])).toEqual(
          rows.map((row) => [row.annotationId, excelCell(row.quote), excelCell(row.note)]),
        );
      }),
      { numRuns: 200 },
    );
  });

  it.each([',', ';', '\t', '|'])(
    'shows no formula to a program that takes %j for the separator, from 300 hostile quotes',
    (delimiter) => {
      expect(hostile.length).toBeGreaterThanOrEqual(300);
      const csv = toExcelCsv(withQuotes(hostile)).slice(1);
      for (const newline of ['\r\n', '\n', '\r'] as const) {
        const { data } = parse<string[]>(csv, { delimiter, newline });
        expect(data.flat().filter((cell) => signs.includes(seenStart(cell)))).toEqual([]);
      }
    },
  );
});

describe('excelCell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['＠某人', "'＠某人"],
    [' =1', " '=1"],
    ['\tx', "'\tx"],
    ['a;=1', "a;'=1"],
    ['第一行\n- 第二行', "第一行\n'- 第二行"],
  ])('guards %j as %j', (text, cell) => {
    expect(excelCell(text)).toBe(cell);
  });

  it.each(['稳中向好', 'a=b', '3-1', '%0A=1', 'a@b.example', '——他说', '“=”', "'=1"])(
    'leaves %j as it is',
    (text) => {
      expect(excelCell(text)).toBe(text);
    },
  );

  it('only ever adds apostrophes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(excelCell(text).replaceAll("'", '')).toBe(text.replaceAll("'", ''));
        expect(signs).not.toContain(seenStart(excelCell(text)));
      }),
      { numRuns: 1000 },
    );
  });

  it('cuts what Excel would spill into another cell, never inside a character', () => {
    const cell = excelCell(`a${'𠮷'.repeat(20_000)}`);
    expect(cell.length).toBeLessThanOrEqual(32_767);
    expect(cell.endsWith('𠮷 […]')).toBe(true);
    expect(cell.isWellFormed()).toBe(true);
  });

  it('takes a long run of blanks or line breaks in its stride', () => {
    const started = performance.now();
    excelCell('\n\t '.repeat(33_000));
    excelCell('\t='.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
