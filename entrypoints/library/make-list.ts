/** Makes the rows of the list anew only where what they are made of changed. */

import type { Code } from '../../core/code';
import { inTreeOrder } from '../../core/codebook/tree';
import { type FoundList, orderFound } from '../../core/library-list';
import { type ListRows, listRows } from '../../core/library-list-rows';
import { once } from '../../wiring/latest-only';
import type { LibraryFacts } from './facts';

type Made = Pick<LibraryFacts, 'found' | 'view' | 'closedIds' | 'shelf'>;

export function createListMaker(): (made: Made) => ListRows | null {
  const ranksOf = once(
    (codes: readonly Code[]) => new Map(inTreeOrder(codes).map(({ id }, rank) => [id, rank])),
  );
  const ordered = once(orderFound);
  const laidOut = once((list: FoundList, isGrouped: boolean, closedIds: ReadonlySet<string>) =>
    listRows(list, { isGrouped, closedIds }),
  );
  return ({ found, view, closedIds, shelf }) => {
    if (found === null) return null;
    // Only this order asks for the codes, which change more often than it.
    const ranks = view.order === 'code' ? ranksOf(shelf.codes) : noRanks;
    return laidOut(ordered(found.parts, view.order, ranks), view.isGrouped, closedIds);
  };
}

const noRanks: ReadonlyMap<string, number> = new Map();
