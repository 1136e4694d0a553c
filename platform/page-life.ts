/** When a page of the extension has nothing to do, and when it ends. */

/** Firefox and Chromium both tell; after half a minute it is done all the same. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 30_000 }));
}

export function atEnd(work: () => void): void {
  addEventListener('pagehide', work, { once: true });
}
