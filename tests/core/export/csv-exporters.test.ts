/** Both files of CSV read back as the rows that they were made of. */

import * as fc from 'fast-check';
import { parse } from 'papaparse';
import { describe, expect, it } from 'vitest';
import { archiveSource } from '../../../core/export/archive-source';
import { dataCsvExporter, excelCsvExporter } from '../../../core/export/csv-exporters';
import { excelCell } from '../../../core/export/excel-cell';
import type { Cell, Table } from '../../../core/export/table';
import { annotationTable } from '../../../core/export/tables';
import { anAnnotation, anArchive, anArticle, archives, aTarget, aVariable } from '../../builders';
import { formulaSigns, hostileCells } from './hostile-cells';
import { someOptions, textOf } from './written';

function read(csv: string, newline: '\n' | '\r\n'): string[][] {
  return parse<string[]>(csv, { delimiter: ',', newline, skipEmptyLines: true }).data;
}

async function cellsOf(table: Table): Promise<(readonly Cell[])[]> {
  const listed: (readonly Cell[])[] = [];
  for await (const row of table.rows()) listed.push(row);
  return listed;
}

const withoutNul = (cell: Cell) => (typeof cell === 'string' ? cell.replaceAll('\0', '') : cell);

const hostile = anArticle();
const hostileLibrary = anArchive({
  articles: [hostile],
  annotations: hostileCells.map((exact) =>
    anAnnotation({
      articleId: hostile.id,
      note: exact,
      target: aTarget({ quote: { exact, prefix: exact, suffix: exact } }),
    }),
  ),
  variables: [aVariable({ name: '=1+1' })],
});

describe('excelCsvExporter', () => {
  it('begins with a byte order mark, ends its lines with CRLF, and reads back but for guards and cuts', async () => {
    await fc.assert(
      fc.asyncProperty(archives, fc.constantFrom('annotation', 'coding'), async (archive, rowsOf) => {
        const source = archiveSource(archive);
        const csv = await textOf(excelCsvExporter, source, { rowsOf });
        expect(csv.startsWith('\uFEFF"')).toBe(false);
        expect([csv.charAt(0), csv.slice(-2)]).toEqual(['\uFEFF', '\r\n']);
        const table = annotationTable(source, { ...someOptions, rowsOf });
        expect(read(csv.slice(1), '\r\n')).toEqual([
          table.columns.map(({ name }) => excelCell(withoutNul(name)).toWellFormed()),
          ...(await cellsOf(table)).map((row) =>
            row.map((cell) => excelCell(withoutNul(cell)).toWellFormed()),
          ),
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it('holds no cell that a spreadsheet takes for a formula, headings included', async () => {
    const csv = await textOf(excelCsvExporter, archiveSource(hostileLibrary));
    const cells = read(csv.slice(1), '\r\n').flat();
    expect(cells).toContain("'=1+1");
    const isFormula = (cell: string) =>
      formulaSigns.includes(cell.replace(/^[\s\p{Cc}\p{Cf}"]+/u, '').slice(0, 1));
    expect(cells.filter(isFormula)).toEqual([]);
  });

  it('says that it cuts what no cell of Excel can hold', async () => {
    const annotations = [anAnnotation({ articleId: hostile.id, note: '字'.repeat(40_000) })];
    const source = archiveSource({ ...hostileLibrary, annotations });
    expect(await excelCsvExporter.losses(source, someOptions)).toEqual([{ what: 'end-of-text', count: 1 }]);
    expect(await dataCsvExporter.losses(source, someOptions)).toEqual([]);
    expect(await textOf(dataCsvExporter, source)).toContain('字'.repeat(40_000));
  });
});

describe('dataCsvExporter', () => {
  it('has no byte order mark, ends its lines with LF, and reads back to the letter', async () => {
    await fc.assert(
      fc.asyncProperty(archives, async (archive) => {
        const source = archiveSource(archive);
        const csv = await textOf(dataCsvExporter, source);
        const table = annotationTable(source, someOptions);
        const text = (cell: Cell) =>
          String(cell ?? '')
            .replaceAll('\0', '')
            .toWellFormed();
        expect(csv.startsWith('url,')).toBe(true);
        expect(read(csv, '\n')).toEqual([
          table.columns.map(({ name }) => text(name)),
          ...(await cellsOf(table)).map((row) => row.map(text)),
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it('guards nothing', async () => {
    expect(await textOf(dataCsvExporter, archiveSource(hostileLibrary))).not.toContain("'=");
  });
});

describe('both', () => {
  it('give the same bytes for the same library in any order of records', async () => {
    await fc.assert(
      fc.asyncProperty(archives, async (archive) => {
        const turned = {
          ...archive,
          articles: archive.articles.toReversed(),
          annotations: archive.annotations.toReversed(),
          codes: archive.codes.toReversed(),
        };
        for (const exporter of [excelCsvExporter, dataCsvExporter]) {
          expect(await textOf(exporter, archiveSource(turned))).toBe(
            await textOf(exporter, archiveSource(archive)),
          );
        }
      }),
      { numRuns: 50 },
    );
  });
});
