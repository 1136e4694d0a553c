/** Holds the library's segments in memory and reads again only those that have changed. */

import type { Packed } from '../core/query/packed';
import { fromStored } from '../core/query/stored-packed';
import type { Store } from './open-store';
import type { StoredSegment } from './segments';

export interface SegmentsInMemory {
  /** As the library was when it was last read. */
  held(): readonly Packed[];
  /**
   * As the library is now, in the order of their keys. Readings follow one another, so that nothing is read twice.
   * @param take is given each segment that is read, as soon as it is there
   */
  latest(take?: (packed: Packed) => void): Promise<readonly Packed[]>;
}

interface Held {
  from: string;
  until: string | null;
  packed: Packed;
}

/** Where keys, most of which start with a UUID, are parted to be read: one stretch is sent while another is taken up. */
const bounds = ['', ...'123456789abcdef', '\uffff'];

export function createSegmentsInMemory({ database }: Store): SegmentsInMemory {
  const { segments } = database;
  let held: readonly Held[] = [];
  let packed: readonly Packed[] = [];
  let newest = 0;
  let last: Promise<unknown> = Promise.resolve();

  const changed = async (): Promise<Fresh[]> =>
    (await segments.where('stamp').above(newest).toArray()).map(asFresh);
  const all = (take: (packed: Packed) => void): Promise<Fresh[]> =>
    database.transaction('r', segments, async () => {
      const stretches = bounds.slice(1).map(async (to, index) => {
        const own = await segments.where('from').between(bounds[index], to, true, false).toArray();
        const fresh = own.map(asFresh);
        for (const one of fresh) take(one.packed);
        return fresh;
      });
      return (await Promise.all(stretches)).flat();
    });

  const read = async (take: (packed: Packed) => void): Promise<readonly Packed[]> => {
    const fresh = await (held.length === 0 ? all(take) : changed());
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
