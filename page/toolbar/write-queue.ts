/** Writes that follow each other, each on what the one before has left. */

export interface WriteQueue {
  /** Whether something is still on its way. */
  isWriting(): boolean;
  /** Does the work when all before it is done or has failed; settles as it does. */
  add<T>(work: () => Promise<T>): Promise<T>;
}

export function createWriteQueue(): WriteQueue {
  let open = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    isWriting: () => open > 0,
    async add(work) {
      open += 1;
      const written = last.then(work);
      last = written.catch(() => undefined);
      try {
        return await written;
      } finally {
        open -= 1;
      }
    },
  };
}
