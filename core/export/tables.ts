/** The tables that are made of a set of annotations. */

import { inPathOrder } from './code-order';
import type { ExportOptions, ExportSource } from './source';
import { type Table, tableOf } from './table';
import { annotationColumns, articleColumns, codeColumns } from './table-columns';
import { tableRows } from './table-rows';

type RowOptions = Pick<ExportOptions, 'coder' | 'rowsOf'>;

export function annotationTable(source: ExportSource, options: RowOptions): Table {
  return tableOf('Annotations', annotationColumns(source.variables), () => tableRows(source, options));
}

/** @param counts the annotations of each article, where they were counted before; else they are read for it */
export function articleTable(source: ExportSource, counts?: ReadonlyMap<string, number>): Table {
  return tableOf('Articles', articleColumns(source.variables), async function* () {
    const extent = counts === undefined ? 'without-texts' : 'bare';
    for await (const { article, annotations } of source.articles(extent)) {
      yield { article, annotationCount: counts?.get(article.id) ?? annotations.length };
    }
  });
}

/** The whole codebook, codes under those above them. */
export function codebookTable({ codes }: Pick<ExportSource, 'codes'>): Table {
  return tableOf('Codebook', codeColumns, async function* () {
    yield* inPathOrder(codes);
  });
}
