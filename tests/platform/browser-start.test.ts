import { expect, it, vi } from 'vitest';
import { playBrowser } from './played-browser';

const browser = playBrowser();
vi.mock('wxt/browser', () => ({
  get browser() {
    return browser;
  },
}));
const { onBrowserStart } = await import('../../platform/browser-start');

it('what is for the start of the browser runs then and when the extension is installed, not when the background wakes', () => {
  const run = vi.fn();
  onBrowserStart(run);
  expect(run).not.toHaveBeenCalled();
  for (const listener of browser.runtime.onStartup.listeners) listener();
  expect(run).toHaveBeenCalledTimes(1);
  for (const listener of browser.runtime.onInstalled.listeners) listener();
  expect(run).toHaveBeenCalledTimes(2);
});
