/** Puts the further scripts into a tab; asking twice does no harm. */

import { browser } from 'wxt/browser';

/** False when the browser does not let us in, as on its own pages. */
export function injectAnnotator(tabId: number): Promise<boolean> {
  return inject(tabId, '/annotator.js');
}

/** As `injectAnnotator`. */
export function injectDetector(tabId: number): Promise<boolean> {
  return inject(tabId, '/detector.js');
}

async function inject(tabId: number, file: '/annotator.js' | '/detector.js'): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [file] });
    return true;
  } catch {
    return false;
  }
}
