/** Runs the detector when there is text to judge, and again for a while when the page was still filling. */

import type { Detection } from '../core/detection';
import { detectArticle } from './detect-article';

export interface Detector {
  /** The address changed without a load: everything known of the page is void. */
  again(): undefined;
  latest(): Detection;
}

/** When to look, in milliseconds after the text could first be there; later looks only while it is no article. */
const looks = [0, 400, 1_200, 3_000];

/**
 * @param report called with the first judgement of each address, and again when the judgement changes;
 *   a report that fails is left to the next one
 */
export function detectWhenReady(
  document: Document,
  report: (detection: Detection) => Promise<void>,
): Detector {
  let latest: Detection | null = null;
  let round = 0;

  const detect = () => detectArticle(document, document.location.href);

  const look = (index: number, current: number) => {
    if (current !== round) return;
    const detection = detect();
    const isNews = latest === null || latest.isArticle !== detection.isArticle;
    latest = detection;
    if (isNews) void report(detection).catch(() => undefined);
    const wait = looks[index + 1];
    if (wait === undefined || detection.isArticle) return;
    setTimeout(look, wait - (looks[index] ?? 0), index + 1, current);
  };

  const start = () => {
    round += 1;
    latest = null;
    setTimeout(look, 0, 0, round);
  };

  whenSeen(document, start);
  return {
    again() {
      start();
      return undefined;
    },
    latest: () => latest ?? detect(),
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
