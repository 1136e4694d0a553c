/** Does long work in slices, so that the page can do its own between them. */

/** Milliseconds after which a slice ends: half of what a frame has. */
const longest = 6;

/**
 * The first slice is done before this returns.
 * @param work each of its steps takes a millisecond or two
 * @param end told how long all slices took together, in milliseconds, and what was thrown, if anything was. Not called
 *   when the signal ended the work.
 */
export function doInSlices(
  work: Generator<void, void>,
  end: (spent: number, failure: { error: unknown } | null) => void,
  signal: AbortSignal,
): void {
  let spent = 0;

  const slice = () => {
    if (signal.aborted) return;
    const started = performance.now();
    let failure: { error: unknown } | null = null;
    let isDone = false;
    let lasted = 0;
    try {
      while (!isDone && lasted < longest) {
        isDone = work.next().done === true;
        lasted = performance.now() - started;
      }
    } catch (error) {
      failure = { error };
      lasted = performance.now() - started;
    }
    spent += lasted;
    if (isDone || failure !== null) end(spent, failure);
    else breathe(slice);
  };
  slice();
}

/** Firefox before 142 lacks a scheduler. */
function breathe(then: () => void): void {
  if ('scheduler' in globalThis && 'yield' in scheduler) void scheduler.yield().then(then);
  else setTimeout(then);
}
