/** When the browser starts, or the extension comes new into one that runs. */

import { browser } from 'wxt/browser';

/** Not when only the background wakes, many times a day. Registers at once. */
export function onBrowserStart(run: () => void): void {
  browser.runtime.onStartup.addListener(run);
  browser.runtime.onInstalled.addListener(run);
}
