/** Does a thing once for the same givens, and one thing at a time. */

import type { Steps } from '../core/steps';

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
    if (last === null || !isSameGiven(last.given, given)) last = { given, result: make(...given) };
    return last.result;
  };
}

/** As `once`, of what is made in steps: what is known takes none. */
export function onceInSteps<Given extends unknown[], Result>(
  make: (...given: Given) => Steps<Result>,
): (...given: Given) => Steps<Result> {
  let last: { given: Given; result: Result } | null = null;
  return function* (...given) {
    if (last === null || !isSameGiven(last.given, given)) last = { given, result: yield* make(...given) };
    return last.result;
  };
}

export function isSameGiven(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
