/** Holds the library's segments in memory and reads again only those that have changed. */

import type { Store } from './open-store';
import type { StoredSegment } from './segments';

export interface SegmentsInMemory {
  /** As the library is now, in the order of their keys. Readings follow one another, so that nothing is read twice. */
  latest(): Promise<readonly StoredSegment[]>;
}

export function createSegmentsInMemory({ database }: Store): SegmentsInMemory {
  const { segments } = database;
  let held = new Map<string, StoredSegment>();
  let last: Promise<unknown> = Promise.resolve();

  const read = async (): Promise<readonly StoredSegment[]> =>
    database.transaction('r', segments, async () => {
      const newest = Math.max(0, ...Array.from(held.values(), ({ stamp }) => stamp));
      const [count, changed] = await Promise.all([
        segments.count(),
        segments.where('stamp').above(newest).primaryKeys(),
      ]);
      if (changed.length === 0 && count === held.size) return [...held.values()];
      const froms = await segments.toCollection().primaryKeys();
      // Each comes as an event of its own, so that the page has its turns.
      const read = await segments.bulkGet(changed);
      const fresh = new Map(
        read.flatMap((segment) => (segment === undefined ? [] : [[segment.from, segment]])),
      );
      const now = froms.flatMap((from) => fresh.get(from) ?? held.get(from) ?? []);
      held = new Map(now.map((segment) => [segment.from, segment]));
      return now;
    });

  return {
    latest() {
      const reading = last.then(read);
      last = reading.catch(() => {});
      return reading;
    },
  };
}
