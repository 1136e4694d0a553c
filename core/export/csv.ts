/** A CSV table for Excel: one line for each annotation, and no cell that a spreadsheet would run as a formula. */

import type { Archive } from '../archive';
import { pathMark } from '../code';
import { csvLine, guardFormulas } from '../csv-cells';
import { type ExportRow, exportRows } from './rows';

type Cell = string | number | null;

/** Headings and their cells, in order. The names are part of the format: they stay as they are in every language. */
const columns: Readonly<Record<string, (row: ExportRow) => Cell>> = {
  annotation_id: (row) => row.annotationId,
  quote: (row) => row.quote,
  codes: (row) => row.codes.map(({ path }) => listItem(path.join(pathMark))).join('; '),
  memo: (row) => row.note,
  color: (row) => row.colour,
  title: (row) => row.title,
  outlet: (row) => row.outlet,
  source: (row) => row.source,
  authors: (row) => row.authors.map(listItem).join('; '),
  published: (row) => row.published,
  section: (row) => row.section,
  language: (row) => row.language,
  url: (row) => row.url,
  captured_at: (row) => row.captured,
  text_sha256: (row) => row.textSha256,
  start_cp: (row) => row.position?.start ?? null,
  end_cp: (row) => row.position?.end ?? null,
  prefix: (row) => row.prefix,
  suffix: (row) => row.suffix,
  created: (row) => row.created,
  modified: (row) => row.modified,
};

/** UTF-8 byte order mark first, CRLF between lines. What an Excel cell cannot hold is cut, see `excelCell`. */
export function toExcelCsv(archive: Archive): string {
  const lines = exportRows(archive).map((row) =>
    Object.values(columns).map((cellOf) => excelCell(cellOf(row))),
  );
  return `\uFEFF${[Object.keys(columns), ...lines].map(csvLine).join('')}`;
}

/** The most that Excel keeps in a cell, in UTF-16 units; what is longer spills into the next line as a new cell. */
const longestCell = 32_767;
const cutMark = ' […]';

/**
 * One cell, harmless in a spreadsheet: an apostrophe stands before whatever could begin a formula, and text over the
 * limit of Excel ends in ` […]`.
 */
export function excelCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const guarded = guardFormulas(cell ?? '');
  if (guarded.length <= longestCell) return guarded;
  return guarded.slice(0, longestCell - cutMark.length).replace(/[\uD800-\uDBFF]$/u, '') + cutMark;
}

/** An item of a list that is joined with `;`: in quotation marks where it holds one. */
function listItem(text: string): string {
  return /[;"]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
