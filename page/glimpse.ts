/** A place that is shown for a moment although nothing is painted there: one of several between which the reader decides. */

import { uncodedColour } from '../core/colour';
import { flashTime, type Highlight } from './paint/highlight';

export interface Glimpse {
  /** What is to be painted beside the annotations just now. */
  highlights(): readonly Highlight[];
  /** Has it painted, in the place of the one before, and taken away in time; gives the id under which it can be made to flash. */
  show(ranges: readonly Range[]): string;
}

/** No annotation's: those are UUIDs. */
const id = 'glimpse';

/** @param paint paints the page anew, with `highlights()` */
export function createGlimpse(paint: () => void, signal: AbortSignal): Glimpse {
  let shown: Highlight | null = null;
  let ending: ReturnType<typeof setTimeout> | null = null;

  const stop = () => {
    if (ending !== null) clearTimeout(ending);
    [shown, ending] = [null, null];
  };
  signal.addEventListener('abort', stop);

  return {
    highlights: () => (shown === null ? [] : [shown]),
    show(ranges) {
      stop();
      if (signal.aborted) return id;
      shown = { id, ranges, start: 0, end: 0, colour: uncodedColour };
      ending = setTimeout(() => {
        stop();
        paint();
      }, flashTime);
      paint();
      return id;
    },
  };
}
