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

/** The ids of all cards in the order in which they stand; a long list makes them when they are asked for. */
export interface ShownCards {
  readonly shownIds: readonly string[];
}

/** @param shown null: none yet */
export function useChosenCards(shown: ShownCards | null): ChosenCards {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const all = () => shown?.shownIds ?? none;
  const ids = useMemo(
    () => (chosen.size === 0 ? none : all().filter((id) => chosen.has(id))),
    [shown, chosen],
  );
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
      const [one, other] = [all().indexOf(last.current), all().indexOf(id)];
      const stretch = all().slice(Math.max(0, Math.min(one, other)), Math.max(one, other) + 1);
      setChosen(new Set([...ids, ...stretch]));
    },
    chooseAll: () => setChosen(new Set(all())),
    clear() {
      last.current = null;
      setChosen(new Set());
    },
  };
}

const none: readonly string[] = [];

/** How many of the cards have each code. */
export function codeUses(cards: readonly Pick<Card, 'codeIds'>[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { codeIds } of cards) for (const id of codeIds) uses.set(id, (uses.get(id) ?? 0) + 1);
  return uses;
}
