/** The extension API as a script in a news page sees it, without the polyfill's weight: both browsers answer with promises. */

import type { Browser } from 'webextension-polyfill';

declare global {
  var chrome: Browser | undefined;
}

/** Only `runtime` and `i18n` exist in a content script. */
export function pageExtension(): Pick<Browser, 'runtime' | 'i18n'> {
  const api = (globalThis as { browser?: Browser }).browser ?? globalThis.chrome;
  if (api === undefined) throw new Error('The extension API is missing: this is no content script.');
  return api;
}
