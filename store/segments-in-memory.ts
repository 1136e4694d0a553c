/** Holds the library's segments in memory and reads again only those that have changed. */

import type { Packed } from '../core/query/packed';
import { fromStored } from '../core/query/stored-packed';
import type { Store } from './open-store';
import { readPacked, writePacked } from './packed-file';
import { keyStretches, type StoredSegment } from './segments';

export interface SegmentsInMemory {
  /** As the library was when it was last read. */
  held(): readonly Packed[];
  /**
   * As the library is now, in the order of their keys. Readings follow one another, so that nothing is read twice.
   * @param take is given each segment that is read, as soon as it is there
   */
  latest(take?: (packed: Packed) => void): Promise<readonly Packed[]>;
  /** Keeps all in a file for the next page to read, where many had to be read beside it or there is none. */
  file(): Promise<void>;
}

interface Held {
  from: string;
  until: string | null;
  packed: Packed;
}

/** Below so many, they are read as soon one by one as at one go. */
const fewest = 8;

export function createSegmentsInMemory(store: Store): SegmentsInMemory {
  const { segments } = store.database;
  let held: readonly Held[] = [];
  let packed: readonly Packed[] = [];
  let newest = 0;
  let isRead = false;
  let changedBeside = 0;
  let last: Promise<unknown> = Promise.resolve();

  const changed = async (): Promise<Fresh[]> =>
    (await segments.where('stamp').above(newest).toArray()).map(asFresh);
  const all = (take: (packed: Packed) => void): Promise<Fresh[]> =>
    store.database.transaction('r', segments, async () => {
      const stretches = keyStretches.map(async ([from, to]) => {
        const own = await segments.where('from').between(from, to, true, false).toArray();
        const fresh = own.map(asFresh);
        for (const one of fresh) take(one.packed);
        return fresh;
      });
      return (await Promise.all(stretches)).flat();
    });

  const read = async (take: (packed: Packed) => void): Promise<readonly Packed[]> => {
    const file = isRead ? null : await readPacked(store);
    if (file !== null) {
      held = file.segments.map(({ content, ...stretch }) => ({ ...stretch, packed: content }));
      packed = held.map((one) => one.packed);
      newest = file.newest;
    }
    const fresh = await (held.length === 0 ? all(take) : changed());
    if (!isRead) changedBeside = fresh.length;
    isRead = true;
    if (fresh.length === 0) return packed;
    const isGone = ({ from }: Held) =>
      fresh.some((other) => other.from <= from && (other.until === null || from < other.until));
    held = [...held.filter((one) => !isGone(one)), ...fresh].sort(byFrom);
    packed = held.map((one) => one.packed);
    newest = fresh.reduce((greatest, { stamp }) => Math.max(greatest, stamp), newest);
    return packed;
  };

  return {
    held: () => packed,
    async file() {
      if (!isRead || held.length < fewest || changedBeside * 8 < held.length) return;
      changedBeside = 0;
      await writePacked(store);
    },
    latest(take = () => {}) {
      const reading = last.then(() => read(take));
      last = reading.catch(() => {});
      return reading;
    },
  };
}

interface Fresh extends Held {
  stamp: number;
}

function asFresh(segment: StoredSegment): Fresh {
  const { from, until, stamp } = segment;
  return { from, until, stamp, packed: fromStored(segment) };
}

function byFrom(one: Held, other: Held): number {
  return one.from < other.from ? -1 : 1;
}
