/** Looks for quotes in the texts of pages, for the background: one page after the other, while it goes on answering. */

import { type Known, type PageText, type Placed, placeQuotes } from '../core/anchoring/place-quotes';
import { RefusedRequestError } from '../core/messages';

/** More pages than this at once do it themselves. */
const mostWaiting = 20;

/**
 * What it returns throws RefusedRequestError where too many wait already.
 * @param run does the work in slices
 */
export function matchInTurn(
  run: (work: ReturnType<typeof placeQuotes>) => Promise<Placed[]>,
): (records: readonly Known[], page: PageText) => Promise<Placed[]> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (records, page) => {
    if (waiting === mostWaiting) throw new RefusedRequestError('Too many pages at once.');
    waiting += 1;
    const turn = last.then(() => run(placeQuotes(records, page)));
    last = turn.catch(() => {});
    try {
      return await turn;
    } finally {
      waiting -= 1;
    }
  };
}
