/** Tabs: what the background and the sidebar ask of a page, and what they learn of it. */

import { browser } from 'wxt/browser';
import { articlePages } from '../core/article-pages';
import type { TabRequests } from '../core/messages';
import { openOutcome } from './envelope';

/** Null when no script of ours answers in that tab. @throws RemoteError when the page failed */
export async function askTab<K extends keyof TabRequests>(
  tabId: number,
  name: K,
  request: Parameters<TabRequests[K]>[0],
): Promise<ReturnType<TabRequests[K]> | null> {
  let outcome: unknown;
  try {
    outcome = await browser.tabs.sendMessage(tabId, { to: 'tab', name, request }, { frameId: 0 });
  } catch {
    return null;
  }
  return outcome === undefined || outcome === null
    ? null
    : (openOutcome(outcome) as ReturnType<TabRequests[K]>);
}

/** Tells every open page that something was written; it says nothing of what. Never rejects. */
export async function tellTabsChanged(): Promise<void> {
  // A page that could not read again does so with the next news.
  const tell = (tabId: number) => askTab(tabId, 'changed', {}).catch(() => null);
  const tabs = await browser.tabs.query({ url: articlePages, discarded: false }).catch(() => []);
  await Promise.all(tabs.map(({ id }) => (id === undefined ? null : tell(id))));
}

/** Has every open page of a site judged anew. Never rejects. @param address of any page of it */
export async function judgeAgain(address: string): Promise<void> {
  const { origin } = new URL(address);
  const tabs = await browser.tabs.query({ url: articlePages, discarded: false }).catch(() => []);
  const ofSite = tabs.filter(({ url }) => url !== undefined && new URL(url).origin === origin);
  const tell = (tabId: number) => askTab(tabId, 'judgeAgain', {}).catch(() => null);
  await Promise.all(ofSite.map(({ id }) => (id === undefined ? null : tell(id))));
}

/** Calls back when a tab's address changed without a new document, as single-page applications do. */
export function onAddressChanged(callback: (tabId: number) => void): void {
  browser.tabs.onUpdated.addListener((tabId, { url }) => {
    if (url !== undefined) callback(tabId);
  });
}

export interface ShownTab {
  id: number;
  /** Empty where the browser does not tell. */
  url: string;
}

/** The tab that the person looks at in this window, or null. */
export async function activeTab(): Promise<ShownTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? '' };
}

export async function tabById(tabId: number): Promise<ShownTab | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? '' };
}

/** Calls back when another tab comes to the front, or a tab's address changes. */
export function onTabShown(callback: () => void, signal: AbortSignal): void {
  const updated = (_tabId: number, change: { url?: string; status?: string }) => {
    if (change.url !== undefined || change.status === 'complete') callback();
  };
  browser.tabs.onActivated.addListener(callback);
  browser.tabs.onUpdated.addListener(updated);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(callback);
    browser.tabs.onUpdated.removeListener(updated);
  });
}

export async function showTab(tabId: number): Promise<void> {
  await browser.tabs.update(tabId, { active: true });
}

export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** The page of the settings, brought to the front where it is open already. */
export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
