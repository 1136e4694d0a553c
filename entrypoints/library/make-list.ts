/** Makes the rows of the list anew only where what they are made of changed, and lets the page draw meanwhile. */

import type { Code } from '../../core/code';
import { inTreeOrder } from '../../core/codebook/tree';
import { type FoundList, type FoundPart, orderFound } from '../../core/library-list';
import { type ListRows, listRows } from '../../core/library-list-rows';
import { orderLibrary } from '../../core/library-order';
import type { Packed } from '../../core/query/packed';
import { doAll, type Steps } from '../../core/steps';
import { createPauses, inTurns, nextTurn } from '../../store/give-way';
import { isSameGiven, latestOnly, once, onceInSteps } from '../../wiring/latest-only';
import type { FoundFacts, LibraryFacts } from './facts';

type Given = Pick<LibraryFacts, 'found' | 'view' | 'closedIds' | 'shelf'>;

export interface MadeList {
  list: ListRows | null;
  /** What the list is of. */
  found: FoundFacts | null;
}

export interface ListMaker {
  /** The last list that is whole. Where it is not of what is given, that one is begun. */
  latest(given: Given): MadeList & { isLatest: boolean };
  /** The list of what is given, however long it takes. */
  now(given: Given): ListRows | null;
}

/**
 * A quick one is there at once; another one is made while the page has its turns.
 * @param onMade called when such a one is there
 */
export function createListMaker(onMade: () => void, signal: AbortSignal): ListMaker {
  const listSteps = createListSteps();
  const ending = latestOnly(signal);
  let last: MadeList & { of: readonly unknown[] } = { list: null, found: null, of: [] };
  let begun: readonly unknown[] = [];

  const begin = (given: Given, of: readonly unknown[]) => {
    begun = of;
    const own = ending();
    const steps = listSteps(given);
    const keep = (list: ListRows | null) => {
      last = { list, found: given.found, of };
    };
    const pause = createPauses();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return keep(step.value);
      const turn = pause();
      if (turn !== null) return void turn.then(() => goOn(steps, { keep, own }));
    }
  };
  const goOn = async (
    steps: Steps<ListRows | null>,
    { keep, own }: { keep(list: ListRows | null): void; own: AbortSignal },
  ) => {
    const list = await inTurns(steps, own).catch((error: unknown) => {
      // Another list is wanted by now.
      if (own.aborted) return null;
      throw error;
    });
    // Drawing takes a turn of its own.
    await nextTurn();
    if (own.aborted) return;
    keep(list);
    onMade();
  };

  return {
    latest(given) {
      const of = madeOf(given);
      if (!isSameGiven(of, begun)) begin(given, of);
      return { list: last.list, found: last.found, isLatest: last.of === begun };
    },
    now(given) {
      const of = madeOf(given);
      if (isSameGiven(of, last.of)) return last.list;
      return doAll(listSteps(given));
    },
  };
}

/** What decides how the list looks. Only one order asks for the codes, which change more often than it. */
function madeOf({ found, view, closedIds, shelf }: Given): readonly unknown[] {
  return [found, view.order, view.isGrouped, closedIds, view.order === 'code' ? shelf.codes : null];
}

function createListSteps(): (given: Given) => Steps<ListRows | null> {
  const ranksOf = once(
    (codes: readonly Code[]) => new Map(inTreeOrder(codes).map(({ id }, rank) => [id, rank])),
  );
  const segmentsOf = sameSegments();
  const ordered = onceInSteps(orderLibrary);
  const picked = once(orderFound);
  const laidOut = once((list: FoundList, isGrouped: boolean, closedIds: ReadonlySet<string>) =>
    listRows(list, { isGrouped, closedIds }),
  );
  return function* ({ found, view, closedIds, shelf }) {
    if (found === null) return null;
    const ranks = view.order === 'code' ? ranksOf(shelf.codes) : noRanks;
    const library = yield* ordered(segmentsOf(found.parts), view.order, ranks);
    yield;
    const list = picked(library, found.parts);
    yield;
    return laidOut(list, view.isGrouped, closedIds);
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
