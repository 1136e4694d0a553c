import { beforeEach, describe, expect, it, vi } from 'vitest';
import { playBrowser, send } from './played-browser';

const holder = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('wxt/browser', () => ({
  get browser() {
    return holder.browser;
  },
}));
const { askTab, tellTabsChanged } = await import('../../platform/tabs');
const { boundTab, hearNotices, openSidebar, tellSidebar } = await import('../../platform/sidebar');
const { injectAnnotator } = await import('../../platform/annotator');

let browser: ReturnType<typeof playBrowser>;
beforeEach(() => {
  browser = playBrowser();
  holder.browser = browser;
});

describe('askTab', () => {
  it('gives the answer, null where nobody answers, and the error by name where the page failed', async () => {
    browser.tabs.sendMessage.mockResolvedValueOnce({ ok: true, value: [] });
    expect(await askTab(7, 'placements', {})).toEqual([]);
    expect(await askTab(7, 'placements', {})).toBeNull();
    browser.tabs.sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist.'));
    expect(await askTab(7, 'placements', {})).toBeNull();
    browser.tabs.sendMessage.mockResolvedValueOnce({ ok: false, name: 'TypeError', message: 'no' });
    await expect(askTab(7, 'placements', {})).rejects.toMatchObject({ name: 'TypeError' });
  });
});

it('tells every tab of a change, although one of them fails', async () => {
  browser.tabs.query.mockResolvedValue([{ id: 1 }, {}, { id: 2 }]);
  browser.tabs.sendMessage.mockResolvedValueOnce({ ok: false, name: 'Error', message: 'no library' });
  await tellTabsChanged();
  expect(browser.tabs.sendMessage.mock.calls.map(([id]) => id)).toEqual([1, 2]);
  browser.tabs.query.mockRejectedValue(new Error('no tabs'));
  await tellTabsChanged();
});

it('says whether the browser let the annotator in', async () => {
  expect(await injectAnnotator(7)).toBe(true);
  browser.scripting.executeScript.mockRejectedValueOnce(new Error('Cannot access a chrome:// URL'));
  expect(await injectAnnotator(7)).toBe(false);
});

describe('the sidebar', () => {
  it('opens as a tab of its article where the browser does not open it', async () => {
    const open = vi.fn().mockRejectedValue(new Error('no gesture'));
    Object.assign(browser, { sidebarAction: { open } });
    await openSidebar(7);
    expect(open).toHaveBeenCalledTimes(1);
    const [tab] = browser.tabs.create.mock.lastCall ?? [];
    expect(boundTab(String(tab !== undefined && 'url' in tab ? tab.url : ''))).toBe(7);
    expect(boundTab('chrome-extension://pressmark/sidepanel.html')).toBeNull();
  });

  it('hears the background alone, and ends with the signal', async () => {
    const stop = new AbortController();
    const focusCard = vi.fn();
    hearNotices({ placed: vi.fn(), focusCard }, stop.signal);
    const notice = { to: 'sidebar', name: 'focusCard', request: { tabId: 7, id: 'one' } };
    await send(browser, notice, { id: 'pressmark', tab: { id: 7 } });
    await send(browser, notice, { id: 'stranger' });
    await send(browser, { ...notice, name: 'constructor' }, { id: 'pressmark' });
    expect(focusCard).not.toHaveBeenCalled();
    await send(browser, notice, { id: 'pressmark' });
    expect(focusCard).toHaveBeenCalledExactlyOnceWith({ tabId: 7, id: 'one' });
    stop.abort();
    expect(browser.runtime.onMessage.listeners.size).toBe(0);
  });

  it('that is not open is no error', async () => {
    browser.runtime.sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'));
    await tellSidebar('focusCard', { tabId: 7, id: 'one' });
  });
});
