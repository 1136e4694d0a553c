/** Pressmark as the anchoring bench takes it, in one bundle: in a page what is measured, in the worker that it starts the comparing of texts. */

import { type Known, type PageText, placeQuotes } from '../../../core/anchoring/place-quotes';
import { runAtOnce } from '../../../core/run-at-once';

/** What the page asks of the worker. */
export interface MatchTask {
  records: readonly Known[];
  page: PageText;
}

const isPage = typeof document !== 'undefined';

if (!isPage) {
  addEventListener('message', ({ data: { records, page } }: MessageEvent<MatchTask>) =>
    postMessage(runAtOnce(placeQuotes(records, page))),
  );
}

const inPage: Partial<typeof import('../anchoring/in-page')> = isPage
  ? await import('../anchoring/in-page')
  : {};

export const name = 'pressmark';
export const { describe, anchor, anchorAll, lastPlacements, hit, paint, restore } = inPage;
