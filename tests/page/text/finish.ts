/** Runs work that is done in slices to its end. */

/** @param pause what happens between two slices */
export function finish<Result>(work: Generator<void, Result, void>, pause: () => void): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    pause();
  }
}
