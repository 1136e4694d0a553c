/** Opens the library's page in the one tab that it has. */

import { browser } from 'wxt/browser';

/** @param view what it is to show, as the fragment of its address; null leaves it as it is */
export async function openLibrary(view: string | null = null): Promise<void> {
  const address = browser.runtime.getURL('/library.html');
  const [open] = await browser.tabs.query({ url: `${address}*` }).catch(() => []);
  const url = view === null ? address : `${address}#${view}`;
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { active: true, ...(view !== null && { url }) });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}
