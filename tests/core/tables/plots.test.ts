/** Layouts of pictures: inside their frame, in the order of the table, and true to its numbers. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../../../core/query/parse-query';
import { barPlot } from '../../../core/tables/bar-plot';
import type { CrossTable, TableItem } from '../../../core/tables/cross-table';
import { heatMap } from '../../../core/tables/heat-map';
import { inside, timePlot } from '../../../core/tables/time-plot';

function item(label: string, total: number, query = `code:"/${label}"`): TableItem {
  return { key: label, label, facts: [], query: parseQuery(query), total };
}

function aTable(
  rows: number,
  counts: readonly (readonly number[])[],
  kind: CrossTable['kind'] = 'article',
): CrossTable {
  const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0);
  return {
    kind,
    facts: [],
    rows: Array.from({ length: rows }, (_, row) =>
      item(`r${row}`, sum(counts.map((column) => column[row] ?? 0))),
    ),
    columns: counts.map((column, at) => item(`c${at}`, sum(column))),
    counts: Uint32Array.from(
      { length: rows * counts.length },
      (_, at) => counts[at % counts.length]?.[Math.floor(at / counts.length)] ?? 0,
    ),
  };
}

const anyTable = fc
  .integer({ min: 1, max: 60 })
  .chain((rows) =>
    fc
      .array(fc.array(fc.nat(50), { minLength: rows, maxLength: rows }), { minLength: 1, maxLength: 30 })
      .map((counts) => aTable(rows, counts)),
  );

test('a heat map has a cell for each number of the rows and columns that it shows, darker for more', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const map = heatMap(table);
      expect(map.rows.length + map.leftOut.rows).toBe(table.rows.length);
      expect(map.columns.length + map.leftOut.columns).toBe(table.columns.length);
      const shown = map.rows.flatMap(({ item: row, y }) =>
        map.columns.map(({ item: column, x }) => ({
          x,
          y,
          count: table.counts[table.rows.indexOf(row) * table.columns.length + table.columns.indexOf(column)],
        })),
      );
      expect(map.cells.map(({ x, y, count }) => ({ x, y, count }))).toEqual(
        shown.filter(({ count }) => count !== 0),
      );
      const byCount = map.cells.toSorted((one, other) => one.count - other.count).map(({ level }) => level);
      expect(byCount).toEqual(byCount.toSorted((one, other) => one - other));
      expect(byCount.every((level) => level >= 1 && level <= 8)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('what codes have in all does not make pale what they share', () => {
  const { cells } = heatMap(
    aTable(
      2,
      [
        [900, 4],
        [4, 700],
      ],
      'pairs',
    ),
  );
  expect(cells.map(({ level }) => level)).toEqual([8, 8, 8, 8]);
});

test.each(['lines', 'bars'] as const)('%s over time stay within their frame', (kind) => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const { series, counts, times } = timePlot({ ...table, kind: 'time' }, kind);
      for (const { path, bars, end } of series) {
        expect(path).not.toContain('NaN');
        expect(end.x).toBeLessThanOrEqual(inside.right);
        for (const { x, y, width, height } of bars) {
          expect(x).toBeGreaterThanOrEqual(inside.left);
          expect(x + width).toBeLessThanOrEqual(inside.right + 1);
          expect(y).toBeGreaterThanOrEqual(inside.top - 1e-6);
          expect(y + height).toBeLessThanOrEqual(inside.bottom + 1e-6);
        }
      }
      expect(new Set(counts.map(({ count }) => count)).size).toBe(counts.length);
      expect(times.length).toBeLessThanOrEqual(9);
    }),
    { numRuns: 60 },
  );
});

test('bars on top of one another do not count an annotation under an upper code and under its own', () => {
  const table = aTable(1, [[5], [3], [2]], 'time');
  const columns = [item('主体', 5), item('主体/区委', 3), item('主体性', 2)];
  const labels = (of: CrossTable) => timePlot(of, 'bars').series.map((one) => one.item.label);
  expect(labels({ ...table, columns })).toEqual(['主体', '主体性']);
  const apart = columns.map(({ label, total }) => item(label, total, `only:"/${label}"`));
  expect(labels({ ...table, columns: apart })).toEqual(['主体', '主体/区委', '主体性']);
  expect(timePlot({ ...table, columns }, 'lines').series).toHaveLength(3);
});

test('of many bars the longest are shown, the longest first', () => {
  const { bars, leftOut } = barPlot(new Map(Array.from({ length: 25 }, (_, at) => [`o${at}`, at])));
  expect(bars.map(({ count }) => count)).toEqual(Array.from({ length: 20 }, (_, at) => 24 - at));
  expect(leftOut).toBe(5);
  const widths = bars.map(({ width }) => width);
  expect(widths).toEqual(widths.toSorted((one, other) => other - one));
});
