/** Runs long work in slices, so that the page can go on between them. */

/** What work does between two steps: nothing, or it waits for somebody else. */
export type Pause = void | Promise<void>;

/** Milliseconds of work between two pauses: a fifth of a frame, since the last step may be longer. */
const slice = 3;

/**
 * Does it in slices of a few milliseconds, as long as single steps are shorter.
 * @throws the signal's reason when it was aborted meanwhile; the work is ended then
 */
export async function runInSlices<T>(work: Generator<Pause, T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    let awaited: Pause;
    const end = performance.now() + slice;
    do {
      const step = work.next();
      if (step.done === true) return step.value;
      awaited = step.value;
    } while (awaited === undefined && performance.now() < end);
    await (awaited ?? nextTask());
    signal?.throwIfAborted();
  }
}

/** Resolves in a later task, without the delay of a timer. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
