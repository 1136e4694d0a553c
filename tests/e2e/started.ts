/** What the tests of a file, or of a block, start once before them and close after them. */

import { afterAll, beforeAll } from 'vitest';

interface Closable {
  close(): Promise<void>;
}

/** @returns what is running, for the tests themselves: before them nothing is */
export function started<T extends Closable>(start: () => Promise<T>): () => T {
  let running: T | null = null;
  beforeAll(async () => {
    running = await start();
  });
  afterAll(() => running?.close());
  return () => {
    if (running === null) throw new Error('Nothing is started before the first test.');
    return running;
  };
}
