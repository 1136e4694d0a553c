/** A CSV table for Excel: one line for each annotation, and no cell that a spreadsheet would run as a formula. */

import type { Archive } from '../archive';
import { pathMark } from '../code';
import { csvLine } from '../csv-cells';
import { excelCell } from './excel-cell';
import { listCell } from './list-cell';
import { type ExportRow, exportRows } from './rows';
import type { Cell } from './table';

/** Headings and their cells, in order. The names are part of the format: they stay as they are in every language. */
const columns: Readonly<Record<string, (row: ExportRow) => Cell>> = {
  annotation_id: (row) => row.annotationId,
  quote: (row) => row.quote,
  codes: (row) => listCell(row.codes.map(({ path }) => path.join(pathMark))),
  memo: (row) => row.note,
  color: (row) => row.colour,
  title: (row) => row.title,
  outlet: (row) => row.outlet,
  source: (row) => row.source,
  authors: (row) => listCell(row.authors),
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
  return `\uFEFF${[Object.keys(columns), ...lines].map((cells) => csvLine(cells)).join('')}`;
}
