/** Opens the sidebar wherever the browser keeps it, and carries notices to it. */

import { browser } from 'wxt/browser';
import type { SidebarNotices } from '../core/messages';
import { isEnvelope } from './envelope';

/** Chrome and Edge have the one, Firefox the other; neither is in the shared types. */
interface SidebarApi {
  sidePanel?: { open(options: { tabId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

const page = '/sidepanel.html';

/**
 * Must be called in the same turn as the person's act. Where the browser has no sidebar, or does not
 * let a page's key open it (Firefox), the sidebar opens as a tab that stays with its article.
 */
export async function openSidebar(tabId: number): Promise<void> {
  const { sidePanel, sidebarAction }: SidebarApi = browser as unknown as SidebarApi;
  try {
    if (sidePanel !== undefined) await sidePanel.open({ tabId });
    else if (sidebarAction !== undefined) await sidebarAction.open();
    else throw new Error('This browser has no sidebar.');
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL(`${page}?tab=${tabId}`), openerTabId: tabId });
  }
}

/** The tab that a sidebar opened as a tab belongs to; null in the real sidebar, which follows the window. */
export function boundTab(address: string): number | null {
  const tab = new URL(address).searchParams.get('tab');
  return tab === null ? null : Number(tab);
}

export async function tellSidebar<K extends keyof SidebarNotices>(
  name: K,
  request: Parameters<SidebarNotices[K]>[0],
): Promise<void> {
  try {
    await browser.runtime.sendMessage({ to: 'sidebar', name, request });
  } catch {
    // No sidebar is open.
  }
}

export function hearNotices(
  handlers: { [K in keyof SidebarNotices]: (notice: Parameters<SidebarNotices[K]>[0]) => void },
  signal: AbortSignal,
): void {
  const listener = (message: unknown, sender: { id?: string; tab?: unknown }): undefined => {
    const isBackground = sender.id === browser.runtime.id && sender.tab === undefined;
    if (!isBackground || !isEnvelope(message, 'sidebar')) return;
    if (Object.hasOwn(handlers, message.name)) {
      handlers[message.name as keyof SidebarNotices](message.request as never);
    }
  };
  browser.runtime.onMessage.addListener(listener as never);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener as never));
}
