/** Starts the annotator's work for an address where it is wanted, and ends it when the address or the verdict changes. */

import { cleanAddress } from '../core/address';
import type { IsolatedWorld, Verdict } from './isolated-world';

export interface Annotating<Work> {
  /** Null while the page is not annotated, or its library is still loading. */
  current(): Work | null;
  /** Whether the page is annotated, or about to be. */
  isWanted(): boolean;
  /** A single-page application moved on: what is painted belongs to another article now. */
  addressChanged(): undefined;
  /** The reader asked for it. */
  annotate(): undefined;
}

/**
 * Takes up the verdict that is there already.
 * @param readAddress the page's address now; a change that leaves the same article, as to a heading in it, ends nothing
 * @param start begins the work for the current address; everything it made ends with the signal
 */
export function annotateWhileWanted<Work>(
  world: IsolatedWorld,
  readAddress: () => string,
  start: (signal: AbortSignal) => Promise<Work>,
): Annotating<Work> {
  let running: AbortController | null = null;
  let work: Work | null = null;
  let isAsked = false;
  let address = cleanAddress(readAddress());

  const stop = () => {
    running?.abort();
    running = null;
    work = null;
  };

  const begin = () => {
    if (running !== null) return;
    const controller = new AbortController();
    running = controller;
    start(controller.signal).then(
      (started) => {
        if (running === controller) work = started;
      },
      () => {
        if (running === controller) stop();
      },
    );
  };

  /** Whoever comes first, a verdict or the news of it, finds the address of now. */
  const followAddress = () => {
    const now = cleanAddress(readAddress());
    if (now === address) return;
    address = now;
    isAsked = false;
    stop();
  };

  const hear = ({ annotate, isOff }: Verdict) => {
    followAddress();
    if (isOff) isAsked = false;
    if (annotate || isAsked) begin();
    else stop();
  };
  world.hearVerdict = hear;
  if (world.verdict !== null) hear(world.verdict);

  return {
    current: () => work,
    isWanted: () => running !== null,
    addressChanged() {
      followAddress();
      return undefined;
    },
    annotate() {
      followAddress();
      isAsked = true;
      begin();
      return undefined;
    },
  };
}
