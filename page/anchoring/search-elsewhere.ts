/** Leaves the comparing of texts to somebody else, such as a worker, so that the page's own thread does not stand still for it. */

import { type Known, type PageText, type Placed, placeQuotes } from '../../core/anchoring/place-quotes';
import { placeUnchanged } from '../../core/anchoring/unchanged';
import type { Pause } from '../slices';
import type { Search } from './anchor';

/** Does what `placeQuotes` does, somewhere else. May reject: then it is done here. */
export type Match = (records: readonly Known[], page: PageText) => Promise<Placed[]>;

/** In a longer text, in UTF-16 units, even looking for copies of what stands unchanged takes too long here. */
const longPage = 200_000;

/** What stands unchanged is found here at once; nobody is asked for it. */
export function searchElsewhere(match: Match): Search<Pause> {
  return function* search(records, page) {
    const unchanged = page.text.length > longPage ? null : placeUnchanged(records, page);
    if (unchanged !== null) return unchanged;
    let found: Placed[] | null = null;
    yield match(records, page).then(
      (placed) => {
        found = placed;
      },
      () => {},
    );
    return found ?? (yield* placeQuotes(records, page));
  };
}
