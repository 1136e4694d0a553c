/** Lays out a table as a heat map: the rows and columns with most, in the order of the table, each cell shaded by its count. */

import { scaleBand, scaleSqrt } from 'd3-scale';
import { type CrossTable, countAt, type TableItem } from './cross-table';

export interface HeatMap {
  /** In user units of the picture, as all lengths here. */
  width: number;
  height: number;
  cell: { width: number; height: number };
  rows: readonly { item: TableItem; y: number }[];
  columns: readonly { item: TableItem; x: number }[];
  /** Those that are not 0. */
  cells: readonly { x: number; y: number; count: number; level: number }[];
  /** How many rows and columns the picture leaves out. */
  leftOut: { rows: number; columns: number };
}

/** Shades, from 1 to this. */
const levels = 8;

const mostRows = 30;
const mostColumns = 20;
const cell = { width: 40, height: 24 };
/** Room for names, to the left and above. */
export const margin = { left: 190, top: 130 };

export function heatMap(table: CrossTable): HeatMap {
  const rows = withMost(table.rows, mostRows);
  const columns = withMost(table.columns, mostColumns);
  const x = scaleBand(columns, [margin.left, margin.left + columns.length * cell.width]);
  const y = scaleBand(rows, [margin.top, margin.top + rows.length * cell.height]);
  const shown = rows.flatMap((row) =>
    columns
      .map((column) => ({ row, column, count: countAt(table, row, column) }))
      .filter(({ count }) => count > 0),
  );
  // What a code has in all would make what it shares with others pale.
  const compared = shown.filter(({ row, column }) => table.kind !== 'pairs' || row !== column);
  const most = Math.max(1, ...compared.map(({ count }) => count));
  const level = scaleSqrt([0, most], [0, levels]).clamp(true);
  return {
    width: margin.left + columns.length * cell.width,
    height: margin.top + rows.length * cell.height,
    cell,
    rows: picked(table.rows, rows).map(([item, row]) => ({ item, y: y(row) ?? 0 })),
    columns: picked(table.columns, columns).map(([item, column]) => ({ item, x: x(column) ?? 0 })),
    cells: shown.map(({ row, column, count }) => ({
      x: x(column) ?? 0,
      y: y(row) ?? 0,
      count,
      level: Math.max(1, Math.round(level(count))),
    })),
    leftOut: { rows: table.rows.length - rows.length, columns: table.columns.length - columns.length },
  };
}

function picked(items: readonly TableItem[], indexes: readonly number[]): [TableItem, number][] {
  return indexes.flatMap((index): [TableItem, number][] => {
    const item = items[index];
    return item === undefined ? [] : [[item, index]];
  });
}

/** The indexes of those with the greatest totals, ascending. @param among those that may be chosen; null: all */
export function withMost(
  items: readonly TableItem[],
  most: number,
  among: readonly number[] | null = null,
): number[] {
  const total = (index: number) => items[index]?.total ?? 0;
  return [...(among ?? items.keys())]
    .sort((one, other) => total(other) - total(one) || one - other)
    .slice(0, most)
    .sort((one, other) => one - other);
}
