/** Has a page judged when there is text to judge, and again for a while when the page was still filling. */

import type { Detection } from '../../core/detection';
import { coalesce } from '../coalesce';

export interface Detector {
  /** The address may have changed without a load: then everything known of the page is void. */
  again(): undefined;
  /** What was reported counts no more, on whatever page this is. */
  afresh(): undefined;
  latest(): Detection | Promise<Detection>;
}

/** When to look, in milliseconds after the text could first be there; later looks only until an article is reported. */
const looks = [0, 400, 1_200, 3_000];

/**
 * @param judge judges the page as it is now, or as it is when it gets to it; must not fail
 * @param report called with the first judgement of each address, and again when the judgement changes, one at a time;
 *   a report that fails is made again at the next look. After the abort its answer is about a page that is gone.
 */
export function detectWhenReady(
  document: Document,
  judge: () => Detection | Promise<Detection>,
  report: (detection: Detection, signal: AbortSignal) => Promise<void>,
): Detector {
  /** Null until the text is there. */
  let round: AbortController | null = null;
  let address: string | undefined;
  let latest: Detection | null = null;
  /** The judgement that was reported and taken, of this address. */
  let told: boolean | null = null;

  /** The fragment is part of it only where an application keeps its route there. */
  const readAddress = () => {
    const { href, hash } = document.location;
    return /^#[!/]/u.test(hash) ? href : href.split('#', 1)[0];
  };

  const tell = coalesce(async () => {
    if (round === null || latest === null || latest.isArticle === told) return;
    const { signal } = round;
    const { isArticle } = latest;
    await report(latest, signal);
    if (!signal.aborted) told = isArticle;
  }, 0);

  const look = async (index: number, current: AbortController) => {
    if (current.signal.aborted || (told === true && latest?.isArticle === true)) return;
    const judged = await judge();
    if (current.signal.aborted) return;
    latest = judged;
    void tell().catch(() => undefined);
    const wait = looks[index + 1];
    if (wait !== undefined) setTimeout(look, wait - (looks[index] ?? 0), index + 1, current);
  };

  const start = () => {
    round?.abort();
    round = new AbortController();
    address = readAddress();
    latest = null;
    told = null;
    setTimeout(look, 0, 0, round);
  };

  whenSeen(document, () => {
    start();
    // What the browser showed of a page it kept in memory is lost: its button says nothing.
    document.defaultView?.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) start();
    });
  });
  return {
    again() {
      if (round !== null && readAddress() !== address) start();
      return undefined;
    },
    afresh() {
      if (round !== null) start();
      return undefined;
    },
    latest: () => latest ?? judge(),
  };
}

/** After the text is there, and not before a person sees the page: nothing may be written for a page that is only prerendered. */
function whenSeen(document: Document, start: () => void): void {
  const whenShown = () => {
    if ((document as Document & { prerendering?: boolean }).prerendering === true) {
      document.addEventListener('prerenderingchange', start, { once: true });
    } else start();
  };
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', whenShown, { once: true });
  } else whenShown();
}
