/** A table of counts: things down, codes across, and for each number the query that finds what was counted. */

import type { Colour } from '../colour';
import { printQuery } from '../query/print-query';
import type { Query } from '../query/query';
import type { CodeAxis } from './code-axis';

export interface TableItem {
  key: string;
  /** Empty where there is nothing to name it by: articles without an outlet, or without a date. */
  label: string;
  /** What else a file says of it, in the order of `CrossTable.facts`. */
  facts: readonly string[];
  /** Finds all that it counts; null where no query can say it. */
  query: Query | null;
  /** Of a row the annotations in it, with codes or without; of a column the sum of its counts. Of a table of pairs the code's own count. */
  total: number;
  /** Of a code. */
  colour?: Colour;
}

export interface CrossTable {
  kind: 'article' | 'outlet' | 'time' | 'pairs';
  /** The headings of the facts of a row, as they stand in a file. */
  facts: readonly string[];
  rows: readonly TableItem[];
  columns: readonly TableItem[];
  /** Row after row. */
  counts: Uint32Array;
  /** The query of a cell, where it is not that of the row and that of the column together. */
  cellQuery?(row: number, column: number): Query | null;
}

export function countAt({ counts, columns }: CrossTable, row: number, column: number): number {
  return counts[row * columns.length + column] ?? 0;
}

/**
 * What to search for to see what a cell counts; null where no query can say it.
 * @param base what the table itself was counted for
 */
export function cellSearch(table: CrossTable, base: Query, row: number, column: number): string | null {
  const [one, other] = [table.rows[row]?.query ?? null, table.columns[column]?.query ?? null];
  const both = one === null || other === null ? null : [...one, ...other];
  const own = table.cellQuery === undefined ? both : table.cellQuery(row, column);
  return own === null ? null : printQuery([...base, ...own]);
}

/** Counts of one row of a table, by the index of the code. */
export interface CountedRow {
  /** Annotations, with codes or without. */
  total: number;
  counts: Uint32Array;
}

/** @param rows the counts of each row, in the order of the items; codes that none has are left out */
export function crossTable(
  kind: CrossTable['kind'],
  axis: CodeAxis,
  facts: readonly string[],
  rows: readonly (TableItem & { counts: Uint32Array | null })[],
): CrossTable {
  const totals = new Float64Array(axis.codes.length);
  for (const { counts } of rows) {
    for (const [code, count] of counts?.entries() ?? []) totals[code] = (totals[code] ?? 0) + count;
  }
  const used = [...axis.codes.keys()].filter((code) => (totals[code] ?? 0) > 0);
  const counts = new Uint32Array(rows.length * used.length);
  for (const [row, own] of rows.entries()) {
    for (const [column, code] of used.entries()) counts[row * used.length + column] = own.counts?.[code] ?? 0;
  }
  return {
    kind,
    facts,
    rows: rows.map(({ counts: _, ...item }) => item),
    columns: used.map((code) => codeItem(axis, code, totals[code] ?? 0)),
    counts,
  };
}

export function codeItem(axis: CodeAxis, index: number, total: number): TableItem {
  const { id = '', path = '', colour = 'grey' } = axis.codes[index] ?? {};
  return { key: id, label: path, facts: [], query: [axis.clauseOf(index)], total, colour };
}
