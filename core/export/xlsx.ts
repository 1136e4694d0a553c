/** The annotations as an Excel workbook: annotations, articles and codebook, a sheet for each. */

import type { Exporter } from './source';
import { tableLosses } from './table-losses';
import { annotationTable, articleTable, codebookTable } from './tables';
import { bookEntries, type WriteZip, xlsxType } from './xlsx-book';

export function xlsxExporterWith(writeZip: WriteZip): Exporter {
  return {
    extension: 'xlsx',
    mediaType: xlsxType,
    write: (source, options) =>
      writeZip(bookEntries([annotationTable(source, options), articleTable(source), codebookTable(source)])),
    losses: (source, options) => tableLosses(source, options, { isCut: true, hasOtherTables: true }),
  };
}
