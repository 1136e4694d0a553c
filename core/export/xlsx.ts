/** The annotations as an Excel workbook: annotations, articles and codebook, a sheet for each. */

import { writeZip } from '../zip/write-zip';
import type { Exporter, ExportSource } from './source';
import { tableLosses } from './table-losses';
import { annotationTable, articleTable, codebookTable } from './tables';
import { bookEntries, xlsxType } from './xlsx-book';

export const xlsxExporter: Exporter = {
  extension: 'xlsx',
  mediaType: xlsxType,
  write(source, options) {
    // The sheet of annotations is written first, so that the sheet of articles need not read them once more to count them.
    const counts = new Map<string, number>();
    return writeZip(
      bookEntries([
        annotationTable(counting(source, counts), options),
        articleTable(source, counts),
        codebookTable(source),
      ]),
    );
  },
  losses: (source, options) => tableLosses(source, options, { isCut: true, hasOtherTables: true }),
};

function counting(source: ExportSource, counts: Map<string, number>): ExportSource {
  return {
    ...source,
    async *articles(extent) {
      for await (const one of source.articles(extent)) {
        counts.set(one.article.id, one.annotations.length);
        yield one;
      }
    },
  };
}
