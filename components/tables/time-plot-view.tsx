/** Codes over time as lines or bars, each with its number in the legend, since colours repeat. */

import { useMemo } from 'preact/hooks';
import { swatches } from '../../core/colour';
import type { CrossTable, TableItem } from '../../core/tables/cross-table';
import { inside, timePlot } from '../../core/tables/time-plot';
import { CodeLabel } from '../code-chip';
import { useStrings } from '../strings';

interface TimePlotViewProps {
  label: string;
  table: CrossTable;
  kind: 'lines' | 'bars';
}

/** Lengths of strokes and gaps, so that no two lines look alike without colour. */
const dashes = ['none', '6 3', '2 3', '10 3', '8 3 2 3', '4 4', '12 4 2 4', '1 5'];

export function TimePlotView({ label, table, kind }: TimePlotViewProps) {
  const t = useStrings();
  const plot = useMemo(() => timePlot(table, kind), [table, kind]);
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
        {plot.counts.map(({ count, y }) => (
          <g key={count}>
            <line class="plot-rule" x1={inside.left} x2={inside.right} y1={y} y2={y} />
            <text class="plot-name" x={inside.left - 6} y={y} text-anchor="end" dominant-baseline="central">
              {count}
            </text>
          </g>
        ))}
        {plot.times.map(({ label: time, x }) => (
          <text key={time} class="plot-name" x={x} y={inside.bottom + 18} text-anchor="middle">
            {time}
          </text>
        ))}
        {plot.series.map(({ item, path, end, bars }, index) => (
          <g key={item.key} class="series" style={colourOf(item)}>
            {kind === 'lines' ? (
              <>
                <path d={path} stroke-dasharray={dashes[index]} />
                <circle cx={end.x} cy={end.y} r="3" />
                <text class="series-number" x={end.x + 7} y={end.y} dominant-baseline="central">
                  {index + 1}
                </text>
              </>
            ) : (
              bars.map((bar) => <rect key={bar.x} {...bar} />)
            )}
          </g>
        ))}
      </svg>
      <figcaption>
        <ol class="legend">
          {plot.series.map(({ item }, index) => (
            <li key={item.key}>
              {kind === 'lines' && (
                <svg class="series dash" style={colourOf(item)} width="28" height="10" aria-hidden="true">
                  <path d="M0 5H28" stroke-dasharray={dashes[index]} />
                </svg>
              )}
              <CodeLabel
                code={{ id: item.key, path: item.label, colour: item.colour ?? 'grey', count: item.total }}
              />
            </li>
          ))}
        </ol>
        {plot.leftOut > 0 && <p class="hint">{t('tables_left_out_codes', String(plot.leftOut))}</p>}
      </figcaption>
    </figure>
  );
}

function colourOf({ colour = 'grey' }: TableItem): Record<string, string> {
  const { background, line } = swatches[colour];
  return { '--swatch-background': background, '--swatch-line': line };
}
