/** The workbook and both files of CSV, as openpyxl, pandas and LibreOffice read them. */

import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveSource } from '../../../core/export/archive-source';
import { dataCsvExporter, excelCsvExporter } from '../../../core/export/csv-exporters';
import { excelCell, fitCell } from '../../../core/export/excel-cell';
import { annotationTable } from '../../../core/export/tables';
import { xlsxExporter } from '../../../core/export/xlsx';
import { pythonWith } from '../../python';
import { hostileCells } from './hostile-cells';
import { tableLibrary, typedValues } from './table-library';
import { bytesOf, someOptions } from './written';

const { CI } = process.env;
const python = pythonWith('openpyxl', 'pandas');
const hasOffice = spawnSync('soffice', ['--version']).error === undefined;
const run = promisify(execFile);

type Value = string | number | null | { day: string };

interface Book {
  formulas: number;
  sheets: Record<string, { rows: Value[][]; frozen: string; filter: string; links: string[] }>;
  pandas: Frame;
}

interface Frame {
  columns: string[];
  types: Record<string, string>;
  rows: Value[][];
}

const source = archiveSource(tableLibrary);
const { columns } = annotationTable(source, someOptions);
const names = columns.map(({ name }) => name);
/** In a sheet, rows begin below the headings. */
const valuesOf = (rows: readonly Value[][], name: string) => rows.map((row) => row[names.indexOf(name)]);
const annotationsOf = (book: Book | undefined, sheet = 'Annotations') =>
  book?.sheets[sheet]?.rows.slice(1) ?? [];
/** As XML can say it, and as a cell can hold it. */
const inWorkbook = (texts: readonly string[]) =>
  texts.map((text) => fitCell(text).replaceAll('\0', '').replace(/\r\n?/gu, '\n'));

describe.runIf((python !== null && hasOffice) || CI !== undefined)('read by other programs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-tables-'));
  const fileOf = (...path: string[]) => join(folder, ...path);
  let read: Record<string, Book & { texts: Frame; guessed: Frame }> = {};
  const fileRead = (...path: string[]) => read[fileOf(...path)];

  /** 76 is UTF-8; without telling it, LibreOffice 7.4 takes even a file with a byte order mark for Windows-1252. */
  async function convert(into: string, files: readonly string[], filter?: string) {
    mkdirSync(fileOf(into));
    await run('soffice', [
      `-env:UserInstallation=${pathToFileURL(fileOf(`profile-${into}`))}`,
      '--headless',
      ...(filter === undefined ? [] : [`--infilter=CSV:${filter}`]),
      '--convert-to',
      'xlsx',
      '--outdir',
      fileOf(into),
      ...files.map((file) => fileOf(file)),
    ]);
  }

  beforeAll(async () => {
    writeFileSync(fileOf('table.xlsx'), await bytesOf(xlsxExporter, source));
    writeFileSync(fileOf('excel.csv'), await bytesOf(excelCsvExporter, source));
    writeFileSync(fileOf('data.csv'), await bytesOf(dataCsvExporter, source));
    const isText = ({ kind }: (typeof columns)[number]) => kind !== 'integer' && kind !== 'number';
    const asText = columns.map((column, index) => `${index + 1}/${isText(column) ? 2 : 1}`).join('/');
    await Promise.all([
      convert('book', ['table.xlsx']),
      convert('guessed', ['excel.csv', 'data.csv'], '44,34,76,1'),
      convert('typed', ['excel.csv', 'data.csv'], `44,34,76,1,${asText}`),
    ]);
    const files = ['table.xlsx', 'excel.csv', 'data.csv'].map((file) => fileOf(file));
    const converted = [
      ['book', 'table'],
      ...['guessed', 'typed'].flatMap((into) => [
        [into, 'excel'],
        [into, 'data'],
      ]),
    ];
    const script = join(import.meta.dirname, 'read-tables.py');
    const { stdout } = await run(
      python ?? 'python3',
      [script, ...files, ...converted.map(([into = '', name = '']) => fileOf(into, `${name}.xlsx`))],
      { maxBuffer: 100_000_000 },
    );
    read = JSON.parse(stdout);
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('no cell of the workbook or of the file for Excel is a formula, from 300 hostile texts in four columns', () => {
    expect(hostileCells.length).toBeGreaterThanOrEqual(300);
    const books = [
      ['table.xlsx'],
      ['book', 'table.xlsx'],
      ['guessed', 'excel.xlsx'],
      ['typed', 'excel.xlsx'],
    ];
    expect(books.map((path) => fileRead(...path)?.formulas)).toEqual([0, 0, 0, 0]);
  });

  it('the judge does see formulas: in the file for data, which guards nothing, when types are guessed', () => {
    expect(fileRead('guessed', 'data.xlsx')?.formulas).toBeGreaterThan(0);
    expect(fileRead('typed', 'data.xlsx')?.formulas).toBe(0);
  });

  it('the workbook says the same words to openpyxl, pandas and LibreOffice: Chinese, blanks, line breaks, _x000D_', () => {
    const quotes = inWorkbook(tableLibrary.annotations.map(({ target }) => target.quote.exact));
    expect(valuesOf(annotationsOf(fileRead('table.xlsx')), 'quote')).toEqual(quotes);
    expect(valuesOf(annotationsOf(fileRead('book', 'table.xlsx')), 'quote')).toEqual(quotes);
    expect(valuesOf(fileRead('table.xlsx')?.pandas.rows ?? [], 'quote')).toEqual(quotes);
    expect(valuesOf(annotationsOf(fileRead('table.xlsx')), 'title')[0]).toBe('𠮷野家：“稳中向好”😀');
  });

  it.each([['table.xlsx'], ['book', 'table.xlsx']])('types are as meant in %s %s', (...path) => {
    const [first = []] = annotationsOf(fileRead(...path));
    const variables = Object.keys(typedValues).map((name) => first[names.indexOf(name)]);
    expect(variables).toEqual([
      '0012',
      '123456789012345678',
      '1E10',
      '2026-11',
      -12.5,
      { day: '2026-11-22' },
    ]);
    expect(first[names.indexOf('published_day')]).toEqual({ day: '2024-01-10' });
    expect(first[names.indexOf('published')]).toBe('2024-01-10T09:31+08:00');
    expect([first[names.indexOf('start_cp')], first[names.indexOf('end_cp')]]).toEqual([9, 13]);
  });

  it.each([['table.xlsx'], ['book', 'table.xlsx']])(
    'has three sheets with filtered headings and links in %s %s',
    (...path) => {
      const sheets = fileRead(...path)?.sheets ?? {};
      const { Annotations: annotations, Articles: articles, Codebook: codebook } = sheets;
      expect(Object.keys(sheets)).toEqual(['Annotations', 'Articles', 'Codebook']);
      expect(annotations?.filter).toBe(`A1:AI${tableLibrary.annotations.length + 1}`);
      expect(articles?.links).toEqual(['https://news.example/a?q=%221%22&b=%3C2%3E']);
      expect(codebook?.rows.slice(1).map(([path]) => path)).toEqual(['=cmd|calc', '经济框架']);
    },
  );

  // LibreOffice without a window writes no frozen rows, whoever made the file.
  it('the headings of all sheets stay in sight', () => {
    const frozen = Object.values(fileRead('table.xlsx')?.sheets ?? {}).map((sheet) => sheet.frozen);
    expect(frozen).toEqual(['A2', 'A2', 'A2']);
  });

  it.each(['excel.csv', 'data.csv'])(
    'pandas reads %s to the letter, and guesses numbers where there are some',
    (file) => {
      const { texts, guessed } = fileRead(file) ?? {};
      const textOf = (text: string) => (file === 'excel.csv' ? excelCell : String)(text.replaceAll('\0', ''));
      expect(texts?.columns).toEqual(names.map(textOf));
      const quotes = tableLibrary.annotations.map(({ target }) => textOf(target.quote.exact));
      expect(valuesOf(texts?.rows ?? [], 'quote')).toEqual(quotes);
      const [first = []] = texts?.rows ?? [];
      expect(Object.keys(typedValues).map((name) => first[names.indexOf(name)])).toEqual(
        Object.values(typedValues),
      );
      expect(guessed?.types).toMatchObject({ start_cp: 'float64', 数值: 'float64', quote: 'object' });
    },
  );

  it.each(['excel', 'data'])(
    'LibreOffice keeps Chinese and types of %s.csv when it is told which columns are text',
    (name) => {
      const rows = annotationsOf(fileRead('typed', `${name}.xlsx`), name);
      const [first = []] = rows;
      expect(Object.keys(typedValues).map((variable) => first[names.indexOf(variable)])).toEqual([
        '0012',
        '123456789012345678',
        '1E10',
        '2026-11',
        -12.5,
        '2026-11-22',
      ]);
      expect(valuesOf(rows, 'quote').slice(1, 4)).toEqual(['稳中向好', '_x000D_', '第一行\n第二行']);
      expect(first[names.indexOf('title')]).toBe('𠮷野家：“稳中向好”😀');
    },
  );
});
