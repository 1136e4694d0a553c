/** What a page that works with the library for longer does for it: notes that it does, and has it checked where another one was cut off. */

import { checkIntegrity, type Faults, markUse } from './integrity';
import type { Store } from './open-store';

interface PageLife {
  /** Resolves when nobody waits for the page. */
  whenIdle(): Promise<void>;
  /** Has this done when the page ends. */
  atEnd(work: () => void): void;
  signal: AbortSignal;
}

/** @returns what was made right; null where nothing was wrong or nobody was cut off */
export async function lookAfter(store: Store, { whenIdle, atEnd, signal }: PageLife): Promise<Faults | null> {
  const { isAfterUncleanEnd, end } = await markUse(store);
  atEnd(() => void end());
  if (!isAfterUncleanEnd) return null;
  await whenIdle();
  const faults = await checkIntegrity(store, { signal });
  return faults.segments > 0 || faults.counts ? faults : null;
}
