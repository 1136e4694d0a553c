/** Lays out counts as bars, the longest first. */

import { scaleBand, scaleLinear } from 'd3-scale';

export interface BarPlot {
  width: number;
  height: number;
  bars: readonly { label: string; count: number; x: number; y: number; width: number; height: number }[];
  leftOut: number;
}

const mostBars = 20;
const barHeight = 26;
/** Room for names on the left, for numbers on the right. */
const inside = { left: 190, right: 660 };

export function barPlot(counts: ReadonlyMap<string, number>): BarPlot {
  const all = [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
  const shown = all.slice(0, mostBars);
  const height = shown.length * barHeight;
  const y = scaleBand(
    shown.map(([label]) => label),
    [0, height],
  ).padding(0.2);
  const x = scaleLinear([0, Math.max(1, ...shown.map(([, count]) => count))], [inside.left, inside.right]);
  return {
    width: 720,
    height,
    bars: shown.map(([label, count]) => ({
      label,
      count,
      x: inside.left,
      y: y(label) ?? 0,
      width: x(count) - inside.left,
      height: y.bandwidth(),
    })),
    leftOut: all.length - shown.length,
  };
}
