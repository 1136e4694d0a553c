/** Follows a reading of the library: shows it now and again after each change, from whichever page. */

import { liveQuery } from 'dexie';

/** Ends with the signal. `query` may await nothing but functions of the store. */
export function watch<T>(
  query: () => Promise<T>,
  { signal, show, fail }: { signal: AbortSignal; show(value: T): void; fail(error: unknown): void },
): void {
  if (signal.aborted) return;
  const subscription = liveQuery(query).subscribe({ next: show, error: fail });
  signal.addEventListener('abort', () => subscription.unsubscribe(), { once: true });
}
