/** Which cards are chosen, to do the same to all of them: one by one, in a stretch, or all that are shown. */

import { useMemo, useRef, useState } from 'preact/hooks';
import type { Card } from '../core/cards';

export interface ChosenCards {
  /** Those that are shown, in the order of the list: what nobody sees is not changed with the rest. */
  ids: readonly string[];
  has(id: string): boolean;
  toggle(id: string): void;
  /** All from the one that was chosen last to this one; where none was, from `from`. */
  extendTo(id: string, from: string | null): void;
  chooseAll(): void;
  clear(): void;
}

/** @param shown the ids of all cards in the order in which they stand */
export function useChosenCards(shown: readonly string[]): ChosenCards {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const ids = useMemo(() => shown.filter((id) => chosen.has(id)), [shown, chosen]);
  return {
    ids,
    has: (id) => chosen.has(id),
    toggle(id) {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      last.current = id;
      setChosen(next);
    },
    extendTo(id, from) {
      if (last.current === null || !ids.includes(last.current)) last.current = from ?? id;
      const [one, other] = [shown.indexOf(last.current), shown.indexOf(id)];
      const stretch = shown.slice(Math.max(0, Math.min(one, other)), Math.max(one, other) + 1);
      setChosen(new Set([...ids, ...stretch]));
    },
    chooseAll: () => setChosen(new Set(shown)),
    clear() {
      last.current = null;
      setChosen(new Set());
    },
  };
}

/** How many of the cards have each code. */
export function codeUses(cards: readonly Pick<Card, 'codeIds'>[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { codeIds } of cards) for (const id of codeIds) uses.set(id, (uses.get(id) ?? 0) + 1);
  return uses;
}
