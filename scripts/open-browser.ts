/** Opens a browser of the reader's own with the built extension in a profile that only this project uses. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { root } from './checks/run-command.ts';
import { findBrowsers } from './find-browsers.mjs';

export interface OpenedBrowser {
  browser: Browser;
  /** Only some browsers let a script press the extension's button. */
  hasSidebar: boolean;
}

/** Takes Chromium, Chrome or Edge, else Firefox; throws when neither is there or it does not start. */
export async function openBrowser(address: string): Promise<OpenedBrowser> {
  const { chromium, firefox } = findBrowsers();
  const executablePath = chromium ?? firefox;
  if (executablePath === null) throw new Error('no browser was found');
  const kind = chromium === null ? 'firefox' : 'chrome';
  const profile = join(root, 'out', 'profile', kind);
  mkdirSync(profile, { recursive: true });
  const browser = await launch({
    browser: kind,
    executablePath,
    headless: false,
    userDataDir: profile,
    defaultViewport: null,
    // Branded Chrome takes an unpacked extension only over the debugging pipe.
    enableExtensions: true,
    pipe: kind === 'chrome',
    handleSIGINT: false,
    ...(kind === 'chrome'
      ? {
          args: ['--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
          // It only adds a banner over the page.
          ignoreDefaultArgs: ['--enable-automation'],
        }
      : {}),
  });
  const id = await browser.installExtension(join(root, '.output', `${kind}-mv3`));
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  await page.goto(address);
  return { browser, hasSidebar: await pressButton(browser, page, id) };
}

/** As the reader would for the sidebar; false where the browser does not allow it. */
async function pressButton(browser: Browser, page: Page, id: string): Promise<boolean> {
  try {
    const extension = (await browser.extensions()).get(id);
    if (extension === undefined) return false;
    await page.triggerExtensionAction(extension);
    return true;
  } catch {
    return false;
  }
}
