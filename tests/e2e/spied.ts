/** What the hostile practice page has learned, and how a test finds the reader's secrets in it. */

import type { DrivenPage } from './driver';

/** As `__report()` of the page gives it. */
export interface SpyReport {
  counts: { attacks: number; events: number; messages: number; foreign: number };
  /** The keys it heard, in order. */
  typed: string;
  heard: string[];
  seen: string[];
  shadowRoots: string[];
  stored: string[];
  poisoned: string[];
  painted: string[];
  runtime: string[];
}

interface Hostile {
  __report(): SpyReport;
  __attack(): void;
  __evict(): void;
  __clearHighlights(): void;
  __quiet?: { events: number; since: number };
}

export function report(page: DrivenPage): Promise<SpyReport> {
  return page.evaluate(() => (window as unknown as Hostile).__report(), null);
}

/** Every attack of the page once more, with a selection of its own choice. */
export async function attack(page: DrivenPage): Promise<void> {
  await page.evaluate(() => (window as unknown as Hostile).__attack(), null);
  await attacksAreOver(page);
}

/** @returns how many highlights are left right then; at the page's next change they come back */
export function clearHighlights(page: DrivenPage): Promise<number> {
  return page.evaluate(() => {
    (window as unknown as Hostile).__clearHighlights();
    return CSS.highlights.size;
  }, null);
}

export function evict(page: DrivenPage): Promise<void> {
  return page.evaluate(() => (window as unknown as Hostile).__evict(), null);
}

/** Both attacks at load have run, and the page has sent nothing for longer than it ever waits between two presses. */
export function attacksAreOver(page: DrivenPage): Promise<void> {
  return page.waitFor(
    () => {
      const hostile = window as unknown as Hostile;
      const { attacks, events } = hostile.__report().counts;
      const now = performance.now();
      if (attacks < 2 || hostile.__quiet?.events !== events) {
        hostile.__quiet = { events, since: now };
        return false;
      }
      return now - hostile.__quiet.since > 600;
    },
    null,
    'the attacks to be over',
  );
}

/** All runs of this many characters in the secrets, but for those that `innocent` holds anyway. */
export function runsOf(secrets: readonly string[], length: number, innocent: string): string[] {
  const runs = new Set<string>();
  for (const secret of secrets) {
    for (let start = 0; start + length <= secret.length; start += 1) {
      runs.add(secret.slice(start, start + length));
    }
  }
  return [...runs].filter((run) => !innocent.includes(run));
}
