/** The annotations as an Excel workbook: annotations, articles and codebook, a sheet for each. */

import { writeZip } from '../zip/write-zip';
import type { Exporter } from './source';
import { tableLosses } from './table-losses';
import { annotationTable, articleTable, codebookTable } from './tables';
import { bookEntries, xlsxType } from './xlsx-book';

export const xlsxExporter: Exporter = {
  extension: 'xlsx',
  mediaType: xlsxType,
  write: (source, options) =>
    writeZip(bookEntries([annotationTable(source, options), articleTable(source), codebookTable(source)])),
  losses: (source, options) => tableLosses(source, options, { isCut: true, hasOtherTables: true }),
};
