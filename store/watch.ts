/** Follows a reading of the library: shows it now and again after each change, from whichever page. */

import { Dexie } from 'dexie';

/** Between two readings while changes keep coming, in milliseconds. */
const pause = 100;

/**
 * Ends with the signal; answers come in the order of the changes.
 * Not Dexie's liveQuery: that starts anew at each change, so that hundreds of writes in a row are shown only seconds later.
 */
export function watch<T>(
  query: () => Promise<T>,
  { signal, show, fail }: { signal: AbortSignal; show(value: T): void; fail(error: unknown): void },
): void {
  if (signal.aborted) return;
  let isReading = false;
  let isStale = false;

  const read = async () => {
    isStale = isReading;
    if (isReading) return;
    isReading = true;
    try {
      const value = await query();
      if (!signal.aborted) show(value);
    } catch (error) {
      if (!signal.aborted) fail(error);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    isReading = false;
    if (isStale && !signal.aborted) void read();
  };
  const changed = () => void read();
  // Dexie tells of writes in this page and, through a BroadcastChannel, of those in all others.
  Dexie.on('storagemutated', changed);
  signal.addEventListener('abort', () => Dexie.on.storagemutated.unsubscribe(changed), { once: true });
  void read();
}
