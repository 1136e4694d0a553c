/** Which rows and columns of a large grid stand in its window or near it: only those are drawn. */

import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** CSS pixels. */
export interface GridSizes {
  rowHeight: number;
  columnWidth: number;
  /** What stands still above and before the cells. */
  headHeight: number;
  headWidth: number;
}

interface Stretch {
  from: number;
  /** Exclusive. */
  to: number;
}

export interface GridWindow {
  rows: Stretch;
  columns: Stretch;
}

/** Drawn beyond the window on each side. */
const margin = 1;
const first: GridWindow = { rows: { from: 0, to: 8 }, columns: { from: 0, to: 8 } };

/** @param root the element that scrolls */
export function useGridWindow(
  root: RefObject<HTMLElement | null>,
  counts: { rows: number; columns: number },
  sizes: GridSizes,
): GridWindow {
  const [shown, setShown] = useState(first);

  // After the first paint, so that not all is done in one task.
  useEffect(() => {
    const element = root.current;
    // Without layout there is nothing to measure.
    if (element === null || element.clientHeight === 0) return;
    const look = () => {
      const { scrollTop, scrollLeft, clientHeight, clientWidth } = element;
      const next = {
        rows: stretch(scrollTop, clientHeight - sizes.headHeight, sizes.rowHeight),
        // In right-to-left writing it scrolls below 0.
        columns: stretch(Math.abs(scrollLeft), clientWidth - sizes.headWidth, sizes.columnWidth),
      };
      setShown((before) => (isSameWindow(before, next) ? before : next));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [counts.rows, counts.columns, sizes]);

  return { rows: within(shown.rows, counts.rows), columns: within(shown.columns, counts.columns) };
}

/** Always of the same length, so that what is drawn can be used again for what comes into view. */
function stretch(start: number, length: number, size: number): Stretch {
  const from = Math.max(0, Math.floor(start / size) - margin);
  return { from, to: from + Math.ceil(Math.max(0, length) / size) + 1 + 2 * margin };
}

function within({ from, to }: Stretch, count: number): Stretch {
  return { from: Math.min(from, count), to: Math.min(to, count) };
}

function isSameWindow(one: GridWindow, other: GridWindow): boolean {
  return (
    one.rows.from === other.rows.from &&
    one.rows.to === other.rows.to &&
    one.columns.from === other.columns.from &&
    one.columns.to === other.columns.to
  );
}
