/** Writes a table as CSV, for spreadsheets or for programs that compute. */

import { csvLine } from '../csv-cells';
import { excelCell } from './excel-cell';
import type { FilePart } from './source';
import type { Cell, Table } from './table';

/** Rows in one part: few enough to stop soon, enough that parts cost nothing. */
const rowsInPart = 100;

/** UTF-8 byte order mark first, without which Excel takes the file for Windows-1252; CRLF; no cell is a formula. */
export function writeExcelCsv(table: Table): AsyncIterable<FilePart> {
  return writeLines(table, {
    start: '\uFEFF',
    lineEnd: '\r\n',
    textOf: (cell) => excelCell(withoutNul(cell)),
  });
}

/** No byte order mark, LF, every text as it is: see `table-schema.ts`. */
export function writeDataCsv(table: Table): AsyncIterable<FilePart> {
  return writeLines(table, {
    start: '',
    lineEnd: '\n',
    textOf: (cell) => String(withoutNul(cell) ?? ''),
  });
}

interface Flavour {
  start: string;
  lineEnd: string;
  textOf(cell: Cell): string;
}

async function* writeLines(
  { columns, rows }: Table,
  { start, lineEnd, textOf }: Flavour,
): AsyncGenerator<FilePart> {
  const lineOf = (cells: readonly Cell[]) => csvLine(cells.map(textOf), lineEnd);
  let lines = [start + lineOf(columns.map(({ name }) => name))];
  for await (const row of rows()) {
    lines.push(lineOf(row));
    if (lines.length < rowsInPart) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
}

/** Readers stop at U+0000, or fail. */
function withoutNul(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.replaceAll('\0', '') : cell;
}
