/** Reads CSV as spreadsheets write it: any of the usual separators, line breaks inside quotation marks. */

import { CodebookError } from './codebook-error';

export interface CsvRow {
  /** Where it begins, from 1. */
  line: number;
  cells: string[];
}

/** More columns than any spreadsheet can show. */
const mostCells = 20_000;

/** UTF-16 units of the first line that are looked at for its separator. */
const longestHead = 10_000;

const separators = [',', ';', '\t'] as const;

/**
 * Rows without any word are left out. The separator is the one that the first line has most of.
 * @throws CodebookError where a quotation mark is never closed, and where there are more rows than `most`
 */
export function readCsv(text: string, most: number): CsvRow[] {
  const separator = separatorOf(text);
  const plainEnd = new RegExp(`[${separator}\\r\\n]`, 'gu');
  const rows: CsvRow[] = [];
  let row: CsvRow = { line: 1, cells: [] };
  let line = 1;
  let at = 0;

  const endRow = () => {
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
    if (rows.length > most) {
      throw new CodebookError('codebook-too-large', `line ${row.line}`, `there are more than ${most} rows`);
    }
    row = { line, cells: [] };
  };

  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      const start = line;
      for (;;) {
        const end = text.indexOf('"', at + 1);
        if (end === -1) {
          throw new CodebookError('codebook-damaged', `line ${start}`, 'a quotation mark is never closed');
        }
        const piece = text.slice(at + 1, end);
        line += piece.match(/\r\n|[\r\n]/gu)?.length ?? 0;
        cell += piece;
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
      }
    }
    plainEnd.lastIndex = at;
    const end = plainEnd.exec(text)?.index ?? text.length;
    row.cells.push(cell + text.slice(at, end));
    if (row.cells.length > mostCells) {
      throw new CodebookError(
        'codebook-too-large',
        `line ${row.line}`,
        `there are more than ${mostCells} columns`,
      );
    }
    at = end + 1;
    if (text[end] !== separator) {
      if (text[end] === '\r' && text[at] === '\n') at += 1;
      line += 1;
      endRow();
    } else if (at === text.length) row.cells.push('');
  }
  endRow();
  return rows;
}

function separatorOf(text: string): string {
  const [first = ''] = /^(?:"[^"]*"|[^"\r\n])*/u.exec(text.slice(0, longestHead)) ?? [];
  const bare = first.replace(/"[^"]*"/gu, '');
  const count = (separator: string) => bare.split(separator).length;
  return separators.reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}
