/** Which row has the focus in a list of which only a part is drawn: moved by keys, kept when rows come and go. */

import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ListRows } from '../../core/library-list-rows';
import { rowHeight } from './list-row';

export interface ListFocus {
  /** The annotation that Tab reaches; null only in an empty list. */
  activeId: string | null;
  /** Its row; -1 where there is none. */
  activeRow: number;
  activate(id: string): void;
  /** Moves by this many annotations, stopping at both ends, and focuses. */
  move(by: number): void;
  /** Gives the focus to the row that Tab reaches. */
  focus(): void;
}

/**
 * @param scroller what scrolls
 * @param root holds the rows
 */
export function useListFocus(
  list: ListRows | null,
  scroller: RefObject<HTMLElement | null>,
  root: RefObject<HTMLElement | null>,
): ListFocus {
  const [asked, setAsked] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const place = useRef(0);
  const isHeld = useRef(false);
  const count = list?.shownCount ?? 0;
  const at = useMemo(() => (asked === null || list === null ? -1 : list.turnOf(asked)), [list, asked]);
  // What went away leaves its place to the one that follows it.
  const index = at >= 0 ? at : Math.min(place.current, count - 1);
  const activeId = list?.shownId(index) ?? null;
  const activeRow = useMemo(() => list?.rowOf(index) ?? -1, [list, index]);
  place.current = Math.max(0, index);

  useLayoutEffect(() => {
    const onFocusIn = ({ target }: FocusEvent) => {
      isHeld.current = target instanceof Node && (root.current?.contains(target) ?? false);
    };
    document.addEventListener('focusin', onFocusIn);
    return () => document.removeEventListener('focusin', onFocusIn);
  }, []);

  const bringIntoView = () => {
    if (activeRow < 0 || scroller.current === null) return;
    const { scrollTop, clientHeight } = scroller.current;
    const top = activeRow * rowHeight;
    if (top < scrollTop) scroller.current.scrollTop = top;
    else if (top + rowHeight > scrollTop + clientHeight) {
      scroller.current.scrollTop = top + rowHeight - clientHeight;
    }
  };
  const focusActive = () =>
    root.current?.querySelector<HTMLElement>('[data-active="true"]')?.focus({ preventScroll: true });

  useLayoutEffect(() => {
    if (turn === 0) return;
    bringIntoView();
    focusActive();
  }, [turn]);

  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (isHeld.current && isLost) focusActive();
  }, [activeId]);

  useLayoutEffect(() => {
    // Another search has put it elsewhere.
    if (isHeld.current) bringIntoView();
  }, [activeRow]);

  return {
    activeId,
    activeRow,
    activate: setAsked,
    focus: () => setTurn((before) => before + 1),
    move(by) {
      const isFocused = root.current?.contains(document.activeElement) ?? false;
      // The first press goes to the row that Tab would reach, not past it.
      const id = list?.shownId(Math.max(0, Math.min(count - 1, isFocused ? index + by : index))) ?? null;
      if (id !== null) setAsked(id);
      setTurn((before) => before + 1);
    },
  };
}
