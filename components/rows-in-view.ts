/** Which rows of a long list stand in the window or near it: only those are drawn. */

import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

interface Stretch {
  from: number;
  /** Exclusive. */
  to: number;
}

/** Drawn beyond the window on each side, so that a quick turn of the wheel shows no gap. */
const margin = 6;

/**
 * @param root holds the rows and nothing else
 * @param rowHeight of every row, in CSS pixels
 */
export function useRowsInView(
  root: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): Stretch {
  const [stretch, setStretch] = useState<Stretch>(() => ({
    from: 0,
    to: Math.ceil(window.innerHeight / rowHeight) + margin,
  }));

  useLayoutEffect(() => {
    const look = () => {
      const top = root.current?.getBoundingClientRect().top ?? 0;
      const from = Math.max(0, Math.floor(-top / rowHeight) - margin);
      const to = Math.ceil((window.innerHeight - top) / rowHeight) + margin;
      setStretch((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    look();
    // Also of what scrolls within the page.
    window.addEventListener('scroll', look, { passive: true, capture: true });
    window.addEventListener('resize', look);
    return () => {
      window.removeEventListener('scroll', look, { capture: true });
      window.removeEventListener('resize', look);
    };
  }, [count, rowHeight]);

  return { from: Math.min(stretch.from, count), to: Math.min(stretch.to, count) };
}
