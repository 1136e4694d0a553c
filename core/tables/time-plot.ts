/** Lays out codes over time: a line for each code, or bars of all codes on top of one another. */

import { scaleBand, scaleLinear } from 'd3-scale';
import { line, stack } from 'd3-shape';
import { pathMark } from '../code';
import { type CrossTable, countAt, type TableItem } from './cross-table';
import { withMost } from './heat-map';

export interface TimePlot {
  width: number;
  height: number;
  /** The codes with most, in the order of the codebook. */
  series: readonly {
    item: TableItem;
    /** For lines: the path, and where it ends. */
    path: string;
    end: { x: number; y: number };
    /** For bars: one rectangle for each time that has any. */
    bars: readonly { x: number; y: number; width: number; height: number }[];
  }[];
  /** Where the axes' numbers and names stand. */
  counts: readonly { count: number; y: number }[];
  times: readonly { label: string; x: number }[];
  leftOut: number;
}

const mostSeries = 8;
const size = { width: 720, height: 300 };
export const inside = { left: 44, right: 696, top: 12, bottom: 264 };
/** Room for the name of one time. */
const labelWidth = 80;

export function timePlot(table: CrossTable, kind: 'lines' | 'bars'): TimePlot {
  const times = table.rows.flatMap(({ key }, row) => (key === '' ? [] : [row]));
  const shown = kind === 'bars' ? [...table.columns.keys()].filter((code) => isApart(table, code)) : null;
  const codes = withMost(table.columns, mostSeries, shown);
  const count = (row: number, code: number) => countAt(table, row, code);
  const heights = times.map((row) => codes.map((code) => count(row, code)));
  const highest = heights.map((all) =>
    kind === 'lines' ? Math.max(0, ...all) : all.reduce((sum, one) => sum + one, 0),
  );
  const x = scaleBand(times, [inside.left, inside.right]).padding(0.15);
  const y = scaleLinear([0, Math.max(1, ...highest)], [inside.bottom, inside.top]).nice(5);
  const middle = (row: number) => (x(row) ?? 0) + x.bandwidth() / 2;
  const drawn = line<number>().x(middle);
  const stacked = stack<unknown, number, number>()
    .keys(codes)
    .value((row, code) => count(row, code))(times);
  const every = Math.max(1, Math.ceil((times.length * labelWidth) / (inside.right - inside.left)));
  const last = times.at(-1) ?? 0;
  return {
    ...size,
    series: codes.flatMap((code, order) => {
      const item = table.columns[code];
      if (item === undefined) return [];
      return [
        {
          item,
          path: kind === 'bars' ? '' : (drawn.y((row) => y(count(row, code)))(times) ?? ''),
          end: { x: middle(last), y: y(count(last, code)) },
          bars: kind === 'lines' ? [] : barsOf(times, stacked[order] ?? [], x, y),
        },
      ];
    }),
    counts: y
      .ticks(5)
      .filter(Number.isInteger)
      .map((tick) => ({ count: tick, y: y(tick) })),
    times: times
      .filter((_, index) => index % every === 0)
      .map((row) => ({ label: table.rows[row]?.label ?? '', x: middle(row) })),
    leftOut: (shown ?? table.columns).length - codes.length,
  };
}

/** Bars on top of one another add up: what an upper code counts already must not come once more. */
function isApart({ columns }: CrossTable, code: number): boolean {
  const { label = '', query = null } = columns[code] ?? {};
  const isRolledUp = query?.[0]?.field === 'code';
  return !isRolledUp || !columns.some((other) => label.startsWith(other.label + pathMark));
}

function barsOf(
  times: readonly number[],
  layers: ArrayLike<ArrayLike<number>>,
  x: { (row: number): number | undefined; bandwidth(): number },
  y: (count: number) => number,
) {
  return times.flatMap((row, index) => {
    const { 0: from = 0, 1: to = 0 } = layers[index] ?? [];
    if (to <= from) return [];
    return [{ x: x(row) ?? 0, y: y(to), width: x.bandwidth(), height: y(from) - y(to) }];
  });
}
