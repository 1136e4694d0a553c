/** Does some work again when the page changed, and keeps to a share of the time while it never stops changing. */

import { beforeNextFrame } from './before-next-frame';
import { type Pause, runInSlices } from './slices';

/** Waits until changes pause this long, in milliseconds… */
const pause = 150;
/** …but not longer than this after the first of them. */
const patience = 1_000;
/** The work may take one part in so many of the time. */
const share = 20;

export interface Follower {
  /** The work is wanted at once: its first slice is done before this returns, unless it is being done already. */
  now(): void;
}

/**
 * @param hear is given what it should call when the page has changed
 * @param work what to do then, in steps. It is timed, so that a page that changes without end costs at most 5 % of the time
 * @param littleWork tried before the page is drawn again, where nothing had changed for a while: true when it has done all
 *   there was to do
 */
export function followPage(
  hear: (change: () => void) => void,
  work: () => Generator<Pause, void>,
  signal: AbortSignal,
  littleWork: () => boolean = () => false,
): Follower {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let firstChange: number | null = null;
  let lastChange = Number.NEGATIVE_INFINITY;
  let restUntil = 0;
  let isWorking = false;
  let isWantedAgain = false;

  const run = async () => {
    if (timer !== null) clearTimeout(timer);
    [timer, firstChange, isWorking] = [null, null, true];
    const spent = { time: 0 };
    try {
      await runInSlices(timed(work(), spent), signal);
    } finally {
      isWorking = false;
      restUntil = performance.now() + spent.time * share;
      if (isWantedAgain) now();
      else if (firstChange !== null) plan();
    }
  };

  const tryLittle = beforeNextFrame(() => {
    if (isWorking || firstChange === null) return;
    const started = performance.now();
    const isDone = littleWork();
    restUntil = performance.now() + (performance.now() - started) * share;
    if (!isDone) return;
    if (timer !== null) clearTimeout(timer);
    [timer, firstChange] = [null, null];
  }, signal);

  const plan = () => {
    const time = performance.now();
    firstChange ??= time;
    if (isWorking) return;
    if (timer !== null) clearTimeout(timer);
    const due = Math.max(Math.min(time + pause, firstChange + patience), restUntil);
    timer = setTimeout(begin, Math.max(0, due - time));
  };

  const now = () => {
    isWantedAgain = isWorking;
    if (!isWorking && !signal.aborted) begin();
  };

  /** What fails is told to the browser's console; the next change is another chance. */
  const begin = () => {
    run().catch((error: unknown) => {
      if (signal.aborted) return;
      setTimeout(() => {
        throw error;
      });
    });
  };

  hear(() => {
    if (signal.aborted) return;
    const time = performance.now();
    if (time >= Math.max(lastChange + pause, restUntil)) tryLittle();
    lastChange = time;
    plan();
  });
  signal.addEventListener('abort', () => {
    if (timer !== null) clearTimeout(timer);
  });
  return { now };
}

/** @param spent told how long the steps took so far, and what they waited for, in milliseconds */
function* timed(work: Generator<Pause, void>, spent: { time: number }): Generator<Pause, void> {
  for (;;) {
    const started = performance.now();
    let step: IteratorResult<Pause, void>;
    try {
      step = work.next();
      if (step.done !== true && step.value !== undefined) yield step.value;
    } finally {
      spent.time += performance.now() - started;
    }
    if (step.done === true) return;
    if (step.value === undefined) yield;
  }
}
