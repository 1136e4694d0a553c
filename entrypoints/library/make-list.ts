/** Makes the rows of the list anew only where what they are made of changed. */

import type { Code } from '../../core/code';
import { inTreeOrder } from '../../core/codebook/tree';
import { type FoundList, type FoundPart, orderFound } from '../../core/library-list';
import { type ListRows, listRows } from '../../core/library-list-rows';
import { orderLibrary } from '../../core/library-order';
import type { Packed } from '../../core/query/packed';
import { once } from '../../wiring/latest-only';
import type { LibraryFacts } from './facts';

type Made = Pick<LibraryFacts, 'found' | 'view' | 'closedIds' | 'shelf'>;

export function createListMaker(): (made: Made) => ListRows | null {
  const ranksOf = once(
    (codes: readonly Code[]) => new Map(inTreeOrder(codes).map(({ id }, rank) => [id, rank])),
  );
  const segmentsOf = sameSegments();
  const ordered = once(orderLibrary);
  const picked = once(orderFound);
  const laidOut = once((list: FoundList, isGrouped: boolean, closedIds: ReadonlySet<string>) =>
    listRows(list, { isGrouped, closedIds }),
  );
  return ({ found, view, closedIds, shelf }) => {
    if (found === null) return null;
    // Only this order asks for the codes, which change more often than it.
    const ranks = view.order === 'code' ? ranksOf(shelf.codes) : noRanks;
    const library = ordered(segmentsOf(found.parts), view.order, ranks);
    return laidOut(picked(library, found.parts), view.isGrouped, closedIds);
  };
}

const noRanks: ReadonlyMap<string, number> = new Map();

/** The same list as before where all segments are the same: another search changes no order. */
function sameSegments(): (parts: readonly FoundPart[]) => readonly Packed[] {
  let last: readonly Packed[] = [];
  return (parts) => {
    const isSame = parts.length === last.length && parts.every(({ packed }, at) => packed === last[at]);
    if (!isSame) last = parts.map(({ packed }) => packed);
    return last;
  };
}
