/** Lets the page draw and answer in the middle of long work. */

import type { Steps } from '../core/steps';

/** Milliseconds for which work may keep the thread. */
const longest = 12;

/** Each call gives null until the thread was kept for too long, and then what resolves after the page had its turn. */
export function createPauses(): () => Promise<void> | null {
  let since = performance.now();
  return () => {
    if (performance.now() - since < longest) return null;
    return nextTurn().then(() => {
      since = performance.now();
    });
  };
}

/** Does all of it, and the page has its turn whenever a step has kept the thread for too long. @throws the signal's reason */
export async function inTurns<Result>(steps: Steps<Result>, signal: AbortSignal): Promise<Result> {
  const pause = createPauses();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    const turn = pause();
    if (turn === null) continue;
    await turn;
    signal.throwIfAborted();
  }
}

/** A message, because timers in a row are slowed down. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
