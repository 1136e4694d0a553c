/** Limits how often one asker may ask, counted in whole seconds. */

/** @param now milliseconds; injected so that tests hold the clock */
export function createRateLimit(mostPerSecond: number, now: () => number): (asker: string) => boolean {
  let second = 0;
  let counts = new Map<string, number>();
  return (asker) => {
    const current = Math.floor(now() / 1000);
    if (current !== second) {
      second = current;
      counts = new Map();
    }
    const count = (counts.get(asker) ?? 0) + 1;
    counts.set(asker, count);
    return count <= mostPerSecond;
  };
}
