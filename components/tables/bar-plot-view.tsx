/** Counts as bars with their numbers beside them. */

import { useMemo } from 'preact/hooks';
import { barPlot } from '../../core/tables/bar-plot';
import { fitted } from '../quote-words';
import { useStrings } from '../strings';

/** Room for a name, in letters of the Latin alphabet. */
const room = 26;

export function BarPlotView({ label, counts }: { label: string; counts: ReadonlyMap<string, number> }) {
  const t = useStrings();
  const plot = useMemo(() => barPlot(counts), [counts]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <figure class="plot" tabIndex={0}>
      <svg
        role="img"
        aria-label={t('tables_plot_of', label)}
        viewBox={`0 0 ${plot.width} ${plot.height}`}
        width={plot.width}
        height={plot.height}
      >
        {plot.bars.map(({ label: name, count, x, y, width, height }) => (
          <g key={name} class="bar">
            <text
              class="plot-name"
              x={x - 8}
              y={y + height / 2}
              text-anchor="end"
              dominant-baseline="central"
            >
              {fitted(name, room)}
            </text>
            <rect x={x} y={y} width={width} height={height} rx="2" />
            <text class="plot-name" x={x + width + 6} y={y + height / 2} dominant-baseline="central">
              {count}
            </text>
          </g>
        ))}
      </svg>
      {plot.leftOut > 0 && (
        <figcaption class="hint">{t('tables_left_out', String(plot.leftOut), '0')}</figcaption>
      )}
    </figure>
  );
}
