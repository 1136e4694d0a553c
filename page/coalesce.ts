/** Turns many requests for the same work into few runs of it: calls that come while it runs or rests share the next run. */

/** @param rest milliseconds between the end of one run and the start of the next */
export function coalesce(work: () => Promise<void>, rest: number): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  const run = (): Promise<void> => {
    const current = work();
    const cycle = current
      .catch(() => undefined)
      .then(() => new Promise<void>((resolve) => setTimeout(resolve, rest)))
      .then(() => {
        running = null;
      });
    running = cycle;
    return current;
  };

  return () => {
    if (running === null) return run();
    next ??= running.then(() => {
      next = null;
      return run();
    });
    return next;
  };
}
