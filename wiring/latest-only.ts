/** Does a thing once for the same givens, and one thing at a time. */

/** Ends the following before it when the same thing is followed anew. @param whole ends all of them */
export function latestOnly(whole: AbortSignal): () => AbortSignal {
  let current = new AbortController();
  return () => {
    current.abort();
    current = new AbortController();
    return AbortSignal.any([whole, current.signal]);
  };
}

/** Of the very things of the last time, the very result. */
export function once<Given extends unknown[], Result>(
  make: (...given: Given) => Result,
): (...given: Given) => Result {
  let last: { given: Given; result: Result } | null = null;
  return (...given) => {
    if (last === null || given.some((one, index) => one !== last?.given[index])) {
      last = { given, result: make(...given) };
    }
    return last.result;
  };
}
