/** Which card has the focus in a list that changes under it: moved by keys, kept after a deletion, given back by undo. */

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface CardFocus {
  /** The card that Tab reaches; null only in an empty list. */
  activeId: string | null;
  activate(id: string): void;
  /** Moves by this many cards, stopping at both ends, and focuses. */
  move(by: number): void;
  focus(id: string): void;
  /** Gives the card the focus wherever it stands next, if the list loses it on the way there. */
  hold(id: string): void;
}

/**
 * @param ids the cards in the order in which they stand
 * @param root the element that holds the cards, each an element with `data-id`
 */
export function useCardFocus(ids: readonly string[], root: RefObject<HTMLElement | null>): CardFocus {
  const [chosen, setChosen] = useState<string | null>(null);
  const before = useRef<readonly string[]>(ids);
  const held = useRef<string | null>(null);
  const gone = useRef<ReadonlySet<string>>(new Set());
  const activeId = chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? null);

  function focus(id: string): void {
    setChosen(id);
    const card = root.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
    card?.focus({ preventScroll: true });
    // jsdom has no layout and so no scrolling.
    card?.scrollIntoView?.({ block: 'nearest' });
  }

  useLayoutEffect(() => {
    const [was, is] = [before.current, new Set(ids)];
    before.current = ids;
    const returned = ids.find((id) => gone.current.has(id));
    const missing = was.filter((id) => !is.has(id));
    // Only what went away last can come back by undo; a search that narrows and widens must not move the focus far.
    if (missing.length > 0) gone.current = new Set(missing.length === 1 ? missing : []);
    else if (returned !== undefined) gone.current = new Set();
    const isFocusLost = document.activeElement === document.body || document.activeElement === null;
    const isInList = root.current?.contains(document.activeElement) ?? false;
    if (chosen !== null && missing.includes(chosen)) {
      const neighbour = nearest(was, chosen, is);
      if (neighbour === null) return;
      if (isFocusLost) focus(neighbour);
      else setChosen(neighbour);
    } else if (returned !== undefined && (isFocusLost || isInList)) focus(returned);
  }, [ids.join('\n')]);

  useLayoutEffect(() => {
    const id = held.current;
    const isFocusLost = document.activeElement === document.body || document.activeElement === null;
    if (id === null || !isFocusLost || !ids.includes(id)) return;
    held.current = null;
    focus(id);
  });

  return {
    activeId,
    activate(id) {
      setChosen(id);
      if (id !== held.current) held.current = null;
    },
    focus,
    hold(id) {
      held.current = id;
    },
    move(by) {
      const position = activeId === null ? -1 : ids.indexOf(activeId);
      const isFocused = root.current?.contains(document.activeElement) ?? false;
      // The first press goes to the card that Tab would reach, not past it.
      const target = isFocused ? position + by : position;
      const id = ids[Math.max(0, Math.min(ids.length - 1, target))];
      if (id !== undefined) focus(id);
    },
  };
}

/** The next card that is still there after this one, else the one before. */
function nearest(was: readonly string[], id: string, is: ReadonlySet<string>): string | null {
  const position = was.indexOf(id);
  return (
    was.slice(position + 1).find((other) => is.has(other)) ??
    was.slice(0, position).findLast((other) => is.has(other)) ??
    null
  );
}
