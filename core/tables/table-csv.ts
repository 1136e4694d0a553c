/** Tables as CSV: for programs as the numbers are, for Excel with no cell that it would run as a formula. */

import { csvLine, guardFormulas } from '../csv-cells';
import { type CrossTable, countAt } from './cross-table';
import type { KeywordLine } from './keyword-lines';

/** `data`: UTF-8 without a mark, lines end with LF. `excel`: with a byte order mark, CRLF, and guarded cells. */
export type CsvFlavour = 'data' | 'excel';

/** One line for each row: its facts, how many annotations it has, then a column for each code. @param isBinary 0 and 1 instead of counts */
export function tableCsv(table: CrossTable, flavour: CsvFlavour, isBinary: boolean): string {
  const heading = [
    ...table.facts,
    table.kind === 'pairs' ? 'total' : 'annotations',
    ...table.columns.map(({ label }) => label),
  ];
  const lines = table.rows.map(({ facts, total }, row) => [
    ...facts,
    String(total),
    ...table.columns.map((_, column) => String(shownCount(countAt(table, row, column), isBinary))),
  ]);
  return csvFile([heading, ...lines], flavour);
}

export function shownCount(count: number, isBinary: boolean): number {
  return isBinary ? Number(count > 0) : count;
}

/** @param titleOf an article's title, by its id */
export function keywordCsv(
  lines: readonly KeywordLine[],
  flavour: CsvFlavour,
  titleOf: (articleId: string) => string,
): string {
  const heading = ['article_id', 'title', 'annotation_id', 'before', 'keyword', 'after'];
  const cells = lines.map(({ articleId, annotationId, before, keyword, after }) => [
    articleId,
    titleOf(articleId),
    annotationId ?? '',
    before,
    keyword,
    after,
  ]);
  return csvFile([heading, ...cells], flavour);
}

function csvFile(lines: readonly (readonly string[])[], flavour: CsvFlavour): string {
  if (flavour === 'data') return lines.map((cells) => csvLine(cells).replace(/\r\n$/u, '\n')).join('');
  return `\uFEFF${lines.map((cells) => csvLine(cells.map(guardFormulas))).join('')}`;
}
