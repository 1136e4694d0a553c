/** Starts the annotator's work for an address where it is wanted, and ends it when the address or the verdict changes. */

import type { IsolatedWorld } from './isolated-world';

export interface Annotating<Work> {
  /** Null while the page is not annotated, or its library is still loading. */
  current(): Work | null;
  /** A single-page application moved on: what is painted belongs to another article now. */
  addressChanged(): undefined;
  /** The reader asked for it. */
  annotate(): undefined;
}

/** @param start begins the work for the current address; everything it made ends with the signal */
export function annotateWhileWanted<Work>(
  world: IsolatedWorld,
  start: (signal: AbortSignal) => Promise<Work>,
): Annotating<Work> {
  let running: AbortController | null = null;
  let work: Work | null = null;
  let isAsked = false;

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

  world.hearVerdict = ({ annotate }) => {
    if (annotate || isAsked) begin();
    else stop();
  };

  return {
    current: () => work,
    addressChanged() {
      isAsked = false;
      stop();
      return undefined;
    },
    annotate() {
      isAsked = true;
      begin();
      return undefined;
    },
  };
}
