/** A table of counts on screen: heads that stand still, only the cells in view drawn, each a button that opens what it counts. */

import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { leafOf } from '../../core/code';
import type { Query } from '../../core/query/query';
import { type CrossTable, cellSearch, countAt, type TableItem } from '../../core/tables/cross-table';
import { shownCount } from '../../core/tables/table-csv';
import { isElement } from '../any-frame';
import { isComposition } from '../key-press';
import { useStrings } from '../strings';
import { type GridSizes, useGridWindow } from './grid-window';

interface TableGridProps {
  label: string;
  /** What the rows are. */
  corner: string;
  table: CrossTable;
  base: Query;
  isBinary: boolean;
  /** The words for a row or column, which may have no label of its own. */
  nameOf(item: TableItem): string;
  onOpen(query: string): void;
}

const sizes: GridSizes = { rowHeight: 32, columnWidth: 96, headHeight: 64, headWidth: 240 };

/** The cell that the Tab key reaches. */
interface Place {
  row: number;
  column: number;
}

export function TableGrid({ label, corner, table, base, isBinary, nameOf, onOpen }: TableGridProps) {
  const t = useStrings();
  const root = useRef<HTMLDivElement>(null);
  const counts = { rows: table.rows.length, columns: table.columns.length };
  const { rows, columns } = useGridWindow(root, counts, sizes);
  const [chosen, setChosen] = useState<Place>({ row: 0, column: 0 });
  const wantsFocus = useRef(false);
  const active = {
    row: Math.min(chosen.row, Math.max(0, counts.rows - 1)),
    column: Math.min(chosen.column, Math.max(0, counts.columns - 1)),
  };

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const cell = root.current?.querySelector<HTMLElement>(`[data-cell="${active.row} ${active.column}"]`);
    if (cell === null || cell === undefined) return;
    wantsFocus.current = false;
    cell.focus({ preventScroll: true });
    // jsdom has no layout and so no scrolling.
    cell.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  });

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposition(event) || event.altKey || event.metaKey || !isElement(event.target)) return;
    const next = moved(active, counts, event.key, event.ctrlKey);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    wantsFocus.current = true;
    scrollTo(root.current, next);
    setChosen(next);
  }

  return (
    <div
      ref={root}
      class="table-scroll"
      style={{
        scrollPaddingBlockStart: `${sizes.headHeight}px`,
        scrollPaddingInlineStart: `${sizes.headWidth}px`,
      }}
    >
      <table
        class="table-grid"
        aria-label={label}
        aria-rowcount={counts.rows + 1}
        aria-colcount={counts.columns + 1}
        style={{
          '--row-height': `${sizes.rowHeight}px`,
          '--head-height': `${sizes.headHeight}px`,
          inlineSize: `${sizes.headWidth + counts.columns * sizes.columnWidth}px`,
        }}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          <col style={{ width: `${sizes.headWidth}px` }} />
          <col style={{ width: `${columns.from * sizes.columnWidth}px` }} />
          {table.columns.slice(columns.from, columns.to).map((_, index) => (
            <col key={slotOf(index, columns)} style={{ width: `${sizes.columnWidth}px` }} />
          ))}
          <col />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" class="grid-first" aria-colindex={1}>
              <span class="grid-name">{corner}</span>
              <span class="grid-total">{t('tables_total')}</span>
            </th>
            <td aria-hidden="true" />
            {table.columns.slice(columns.from, columns.to).map((item, index) => (
              <th
                key={slotOf(index, columns)}
                scope="col"
                aria-colindex={columns.from + index + 2}
                title={nameOf(item)}
              >
                <span class="grid-name">{leafOf(nameOf(item))}</span>
                <span class="grid-total">{item.total}</span>
              </th>
            ))}
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          <Gap rows={rows.from} />
          {table.rows.slice(rows.from, rows.to).map((item, index) => (
            <GridRow
              key={slotOf(index, rows)}
              {...{ table, base, isBinary, columns, onOpen }}
              row={rows.from + index}
              name={nameOf(item)}
              total={item.total}
              active={active.row === rows.from + index ? active.column : null}
              nameOfColumn={nameOf}
              onFocus={setChosen}
            />
          ))}
          <Gap rows={counts.rows - rows.to} />
        </tbody>
      </table>
    </div>
  );
}

/** What goes out of view on one side gives its elements to what comes in on the other: making new ones takes longer. */
function slotOf(index: number, { from, to }: { from: number; to: number }): number {
  return (from + index) % Math.max(1, to - from);
}

/** Stands for rows that are not drawn. */
function Gap({ rows }: { rows: number }) {
  if (rows === 0) return null;
  return (
    <tr style={{ blockSize: `${rows * sizes.rowHeight}px` }}>
      <td aria-hidden="true" />
    </tr>
  );
}

interface GridRowProps {
  table: CrossTable;
  base: Query;
  isBinary: boolean;
  columns: { from: number; to: number };
  row: number;
  name: string;
  total: number;
  /** The column that the Tab key reaches; null where it is in another row. */
  active: number | null;
  nameOfColumn(item: TableItem): string;
  onFocus(place: Place): void;
  onOpen(query: string): void;
}

function GridRow(props: GridRowProps) {
  const t = useStrings();
  const { table, base, isBinary, columns, row, name, total, active, nameOfColumn, onFocus, onOpen } = props;
  const { from, to } = columns;
  return useMemo(
    () => (
      <tr aria-rowindex={row + 2}>
        <th scope="row" class="grid-first" aria-colindex={1} title={name}>
          <span class="grid-name" dir="auto">
            {name}
          </span>
          <span class="grid-total">{total}</span>
        </th>
        <td aria-hidden="true" />
        {table.columns.slice(from, to).map((item, index) => {
          const column = from + index;
          const count = countAt(table, row, column);
          return (
            <td key={slotOf(index, columns)} aria-colindex={column + 2}>
              <button
                type="button"
                data-cell={`${row} ${column}`}
                data-empty={count === 0}
                tabIndex={active === column ? 0 : -1}
                aria-label={t('tables_cell', String(count), name, nameOfColumn(item))}
                onFocus={() => onFocus({ row, column })}
                onClick={() => {
                  const query = count === 0 ? null : cellSearch(table, base, row, column);
                  if (query !== null) onOpen(query);
                }}
              >
                {shownCount(count, isBinary)}
              </button>
            </td>
          );
        })}
        <td aria-hidden="true" />
      </tr>
    ),
    [table, base, isBinary, from, to, row, name, total, active, nameOfColumn, onFocus, onOpen, t],
  );
}

/** As grids are gone through: by arrows, to the ends of the row, with Ctrl to the ends of the grid. Null for other keys. */
function moved(
  { row, column }: Place,
  counts: { rows: number; columns: number },
  key: string,
  isCtrl: boolean,
): Place | null {
  const [lastRow, lastColumn] = [counts.rows - 1, counts.columns - 1];
  const page = 10;
  const next = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
    Home: { row: isCtrl ? 0 : row, column: 0 },
    End: { row: isCtrl ? lastRow : row, column: lastColumn },
  }[key];
  if (next === undefined) return null;
  return {
    row: Math.max(0, Math.min(lastRow, next.row)),
    column: Math.max(0, Math.min(lastColumn, next.column)),
  };
}

/** So far that the cell is drawn. */
function scrollTo(root: HTMLElement | null, { row, column }: Place): void {
  if (root === null) return;
  const [top, left] = [row * sizes.rowHeight, column * sizes.columnWidth];
  const height = root.clientHeight - sizes.headHeight - sizes.rowHeight;
  const width = root.clientWidth - sizes.headWidth - sizes.columnWidth;
  root.scrollTop = Math.max(Math.min(root.scrollTop, top), top - height);
  const sign = getComputedStyle(root).direction === 'rtl' ? -1 : 1;
  root.scrollLeft = sign * Math.max(Math.min(Math.abs(root.scrollLeft), left), left - width);
}
