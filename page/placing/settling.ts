/** Tells until when words that are not there may still be on their way. */

/** Milliseconds from the start. */
const shortest = 3_000;
const longest = 30_000;
/** Milliseconds after the text has grown. */
const pause = 1_500;
/** UTF-16 units that are a part of an article rather than a clock. */
const paragraph = 200;

export interface Settling {
  isOver(): boolean;
  /** The page's text has become longer by so many UTF-16 units. */
  grew(length: number): void;
}

/** @param end called once, when it is over */
export function createSettling(end: () => void, signal: AbortSignal): Settling {
  const started = performance.now();
  let until = started + shortest;
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const look = () => {
    const left = until - performance.now();
    if (left > 0) {
      timer = setTimeout(look, left);
      return;
    }
    [timer, isOver] = [null, true];
    end();
  };
  if (!signal.aborted) timer = setTimeout(look, shortest);
  signal.addEventListener('abort', () => {
    if (timer !== null) clearTimeout(timer);
  });

  return {
    isOver: () => isOver,
    grew(length) {
      if (length < paragraph) return;
      until = Math.min(started + longest, Math.max(until, performance.now() + pause));
    },
  };
}
