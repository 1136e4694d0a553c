/** What stands in the parts of a workbook. */

import * as fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { archiveSource } from '../../../core/export/archive-source';
import { readSheetRows } from '../../../core/export/sheet-rows';
import type { Cell, Column } from '../../../core/export/table';
import { xlsxExporter } from '../../../core/export/xlsx';
import { bookEntries } from '../../../core/export/xlsx-book';
import { columnName, serialDay } from '../../../core/export/xlsx-cell';
import { SheetError } from '../../../core/export/xlsx-sheet';
import { writeZip } from '../../../core/zip/write-zip';
import { anAnnotation, anArchive, anArticle, archives, aTarget } from '../../builders';
import { bytesOf, someOptions, writtenBytes } from './written';

async function sheetOf(columns: Omit<Column, 'width'>[], rows: readonly (readonly Cell[])[]) {
  const table = {
    name: 'Sheet',
    columns: columns.map((column) => ({ ...column, width: 10 })),
    async *rows() {
      yield* rows;
    },
  };
  const zip = unzipSync(await writtenBytes(writeZip(bookEntries([table]))));
  const part = (name: string) => Buffer.from(zip[name] ?? []).toString('utf8');
  return {
    sheet: part('xl/worksheets/sheet1.xml'),
    links: part('xl/worksheets/_rels/sheet1.xml.rels'),
    shared: part('xl/sharedStrings.xml'),
  };
}

const text = { name: 'text', kind: 'text' } as const;
const address = { name: 'url', kind: 'link' } as const;
const day = { name: 'day', kind: 'date' } as const;

describe('a sheet', () => {
  it('freezes and filters its headings', async () => {
    const { sheet } = await sheetOf([text, day], [['a', 'b']]);
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A1:B2"/>');
  });

  it('writes every text as a string', async () => {
    const { sheet } = await sheetOf([text], [['=1+1'], ['0012'], ['1E10'], ['TRUE']]);
    expect(sheet).not.toMatch(/<f>|t="(?:b|n|str)"/u);
    expect(sheet.match(/t="inlineStr"/gu)).toHaveLength(5);
  });

  it('is read back as a person sees it, row by row', async () => {
    const written = [
      ['a < b & c', null, '2024-01-10'],
      ['=1+1', 'https://news.example/甲?a=1&b=2', '2024'],
    ];
    const { sheet, shared } = await sheetOf([{ ...text, repeats: true }, address, day], written);
    expect(readSheetRows(sheet, shared)).toEqual([
      ['text', 'url', 'day'],
      ['a < b & c', '', '2024-01-10'],
      ['=1+1', 'https://news.example/甲?a=1&b=2', '2024'],
    ]);
  });

  it('writes a whole day as a date, and what is no day of Excel as text', async () => {
    const { sheet } = await sheetOf([day], [['2024-01-10'], ['2024-01'], ['2024-02-30'], ['1899-12-31']]);
    expect(sheet).toContain('<c r="A2" s="3"><v>45301</v></c>');
    expect(sheet.match(/<v>/gu)).toHaveLength(1);
  });

  it('escapes what only looks like the number of a character, and leaves out what XML cannot hold', async () => {
    const { sheet, shared } = await sheetOf([text], [['_x000D_'], ['a\u0001\uFFFE\uD842b\r\nc&<']]);
    expect(shared).toContain('<t>_x005F_x000D_</t>');
    expect(sheet).toContain('<c r="A2" s="2" t="s"><v>0</v></c>');
    expect(sheet).toContain('ab\nc&amp;&lt;'.replace('ab', 'a\uFFFDb'));
  });

  it('cuts what is longer than a cell, with a mark', async () => {
    const { sheet } = await sheetOf([text], [['字'.repeat(32_768)]]);
    const [, written = ''] = /A2[^>]*><is><t[^>]*>([^<]*)</u.exec(sheet) ?? [];
    expect(written.length).toBe(32_767);
    expect(written.endsWith('字 […]')).toBe(true);
  });

  it('links to http and https only, with the fragment apart, and to nothing that Excel calls damaged', async () => {
    const rows = [
      'https://a.example/?q="1"&x=<#:~:text=稳中',
      'javascript:alert(1)',
      'file:///etc/passwd',
      `https://a.example/${'x'.repeat(2100)}`,
      'a',
    ];
    const { sheet, links } = await sheetOf(
      [address],
      rows.map((row) => [row]),
    );
    expect(sheet.match(/<hyperlink /gu)).toHaveLength(1);
    expect(sheet).toContain(
      `<hyperlink ref="A2" r:id="rId1" location=":~:text=${encodeURIComponent('稳中')}"/>`,
    );
    expect(links).toContain('Target="https://a.example/?q=%221%22&amp;x=%3C" TargetMode="External"');
  });

  it('refuses more columns than Excel takes, by name', async () => {
    await expect(
      sheetOf(
        Array.from({ length: 16_385 }, () => text),
        [],
      ),
    ).rejects.toThrow(SheetError);
  });
});

it('a workbook has the same bytes for the same library, and is of well-formed parts', async () => {
  await fc.assert(
    fc.asyncProperty(archives, async (archive) => {
      const first = await bytesOf(xlsxExporter, archiveSource(archive));
      const turned = { ...archive, annotations: archive.annotations.toReversed() };
      expect(first.equals(await bytesOf(xlsxExporter, archiveSource(turned)))).toBe(true);
      for (const part of Object.values(unzipSync(first))) {
        expect(Buffer.from(part).toString('utf8')).toMatch(
          /^<\?xml [\t\n -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*>$/u,
        );
      }
    }),
    { numRuns: 20 },
  );
});

it('a workbook says what it cuts, and that it holds no texts of articles', async () => {
  const article = anArticle({
    snapshot: 'f'.repeat(64),
    addresses: ['https://a.example/1', 'https://a.example/2'],
  });
  const annotations = [
    anAnnotation({ articleId: article.id, note: '字'.repeat(40_000) }),
    anAnnotation({ articleId: article.id, target: aTarget() }),
  ];
  const source = archiveSource(anArchive({ articles: [article], annotations }));
  expect(await xlsxExporter.losses(source, { ...someOptions, hasTexts: true })).toEqual([
    { what: 'end-of-text', count: 1 },
    { what: 'text', count: 1 },
  ]);
});

it.each([
  ['1900-03-01', 61],
  ['1900-02-28', null],
  ['2024-01-10', 45_301],
  ['2024-1-10', null],
  ['2023-02-29', null],
])('Excel counts %s as day %s', (written, number) => {
  expect(serialDay(written)).toBe(number);
});

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('column %i is called %s', (index, name) => {
  expect(columnName(index)).toBe(name);
});
