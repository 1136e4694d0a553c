/** A heat map: the table beside it says the same in numbers. */

import { useMemo } from 'preact/hooks';
import { leafOf } from '../../core/code';
import type { CrossTable, TableItem } from '../../core/tables/cross-table';
import { type HeatMap, heatMap, margin } from '../../core/tables/heat-map';
import { useGrowing } from '../growing';
import { fitted } from '../quote-words';
import { type Translate, useStrings } from '../strings';

interface HeatMapViewProps {
  label: string;
  table: CrossTable;
  isBinary: boolean;
  nameOf(item: TableItem): string;
}

/** Room for a name, in letters of the Latin alphabet. */
const room = { row: 26, column: 21 };

export function HeatMapView({ label, table, isBinary, nameOf }: HeatMapViewProps) {
  const t = useStrings();
  const map = useMemo(() => heatMap(table), [table]);
  const { cell, leftOut } = map;
  const drawn = useGrowing(map.rows.length);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <figure class="plot" tabIndex={0}>
      {/* What stands at an angle above the last columns reaches beyond them. */}
      <svg
        role="img"
        aria-label={t('tables_plot_of', label)}
        viewBox={`0 0 ${map.width + margin.top} ${map.height + 4}`}
        width={map.width + margin.top}
        height={map.height + 4}
      >
        {map.columns.map(({ item, x }) => (
          <text
            key={item.key}
            class="plot-name"
            transform={`translate(${x + cell.width / 2} ${margin.top - 8}) rotate(-50)`}
          >
            {fitted(leafOf(nameOf(item)), room.column)}
          </text>
        ))}
        {map.rows.map(({ item, y }) => (
          <text
            key={item.key}
            class="plot-name"
            x={margin.left - 8}
            y={y + cell.height / 2}
            text-anchor="end"
            dominant-baseline="central"
          >
            {fitted(nameOf(item), room.row)}
          </text>
        ))}
        {map.rows.slice(0, drawn).map(({ item, y }) => (
          <HeatRow key={item.key} y={y} map={map} isBinary={isBinary} />
        ))}
      </svg>
      {leftOut.rows + leftOut.columns > 0 && <figcaption class="hint">{leftOutWords(leftOut, t)}</figcaption>}
    </figure>
  );
}

function leftOutWords({ rows, columns }: HeatMap['leftOut'], t: Translate): string {
  if (rows === 0) return t('tables_left_out_columns', String(columns));
  if (columns === 0) return t('tables_left_out_rows', String(rows));
  return t('tables_left_out', String(rows), String(columns));
}

/** Drawn a row at a time: a whole picture holds up the page. */
function HeatRow({ y, map, isBinary }: { y: number; map: HeatMap; isBinary: boolean }) {
  return useMemo(() => {
    const { width, height } = map.cell;
    const cells = map.cells.filter((cell) => cell.y === y);
    return (
      <g>
        {cells.map(({ x, count, level }) => (
          <g key={x} class="heat" data-level={isBinary ? 4 : level}>
            <rect x={x + 1} y={y + 1} width={width - 2} height={height - 2} rx="3" />
            <text x={x + width / 2} y={y + height / 2} text-anchor="middle" dominant-baseline="central">
              {isBinary ? 1 : count}
            </text>
          </g>
        ))}
      </g>
    );
  }, [y, map, isBinary]);
}
