/** The extension's button in the browser's toolbar, and its entries in the context menus of pages and of the button. */

import { browser } from 'wxt/browser';
import { articlePages } from '../core/article-pages';
import { openLibrary } from './library-page';
import { openSidebar } from './sidebar';
import { translate } from './translate';

const annotateEntry = 'annotate';
const libraryEntry = 'library';

/** Opens the sidebar from the button, and calls `annotate` from the context menu. Registers at once. */
export function offerCommands(annotate: (tabId: number) => void): void {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({
      id: annotateEntry,
      title: translate('menu_annotate'),
      contexts: ['page', 'selection'],
      documentUrlPatterns: articlePages,
    });
    browser.contextMenus.create({
      id: libraryEntry,
      title: translate('library_open'),
      contexts: ['action'],
    });
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === libraryEntry) void openLibrary();
    if (info.menuItemId === annotateEntry && tab?.id !== undefined) annotate(tab.id);
  });
  browser.action.onClicked.addListener((tab) => {
    if (tab.id !== undefined) void openSidebar(tab.id);
  });
}

/** Marks the button of a tab whose page is an article. */
export async function showVerdict(tabId: number, isArticle: boolean): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text: isArticle ? '•' : '' });
    await browser.action.setTitle({
      tabId,
      title: translate(isArticle ? 'button_article' : 'button_no_article'),
    });
  } catch {
    // The tab is gone.
  }
}
