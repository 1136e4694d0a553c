/** Work in steps of a few milliseconds: whoever has it done decides what comes between them. */

export type Steps<Result> = Generator<void, Result>;

export function doAll<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
