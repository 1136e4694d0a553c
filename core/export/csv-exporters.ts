/** The annotations as CSV: one file for Excel, one for programs that compute. */

import { writeDataCsv, writeExcelCsv } from './csv-table';
import type { Exporter } from './source';
import { tableLosses } from './table-losses';
import { annotationTable } from './tables';

export const excelCsvExporter: Exporter = {
  extension: 'csv',
  mediaType: 'text/csv',
  write: (source, options) => writeExcelCsv(annotationTable(source, options)),
  losses: (source, options) => tableLosses(source, options, { isCut: true, hasOtherTables: false }),
};

/** What its columns are, `tableSchema` says. */
export const dataCsvExporter: Exporter = {
  extension: 'csv',
  mediaType: 'text/csv',
  write: (source, options) => writeDataCsv(annotationTable(source, options)),
  losses: (source, options) => tableLosses(source, options, { isCut: false, hasOtherTables: false }),
};
