import { beforeEach, expect, it, vi } from 'vitest';
import { playBrowser } from './played-browser';

const holder = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('wxt/browser', () => ({
  get browser() {
    return holder.browser;
  },
}));
const { openLibrary } = await import('../../platform/library-page');

const address = 'chrome-extension://pressmark/library.html';
let browser: ReturnType<typeof playBrowser>;
const focusWindow = vi.fn();

beforeEach(() => {
  browser = playBrowser();
  holder.browser = { ...browser, windows: { update: focusWindow } };
  focusWindow.mockClear();
});

it('opens a tab where there is none, or where the browser does not tell', async () => {
  await openLibrary();
  expect(browser.tabs.create).toHaveBeenCalledWith({ url: address });
  browser.tabs.query.mockRejectedValue(new Error('no tabs'));
  await openLibrary('q=tax');
  expect(browser.tabs.create).toHaveBeenLastCalledWith({ url: `${address}#q=tax` });
});

it('brings the one tab to the front with its window, and shows there what is asked for', async () => {
  const open = { id: 7, windowId: 3, url: `${address}#q=old` };
  browser.tabs.query.mockResolvedValue([open]);
  await openLibrary();
  expect(browser.tabs.update).toHaveBeenLastCalledWith(7, { active: true });
  expect(focusWindow).toHaveBeenCalledWith(3, { focused: true });
  await openLibrary('q=tax');
  expect(browser.tabs.update).toHaveBeenLastCalledWith(7, { active: true, url: `${address}#q=tax` });
  expect(browser.tabs.create).not.toHaveBeenCalled();
});
