/** Puts the annotator into a tab; asking twice does no harm. */

import { browser } from 'wxt/browser';

/** False when the browser does not let us in, as on its own pages. */
export async function injectAnnotator(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ['/annotator.js'] });
    return true;
  } catch {
    return false;
  }
}
