/** Opens a browser of the reader's own with the built extension in a profile that only this project uses. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, launch } from 'puppeteer-core';
import { root } from './checks/run-command.ts';
import { findBrowsers } from './find-browsers.mjs';

/** Takes Chromium, Chrome or Edge, else Firefox; throws when neither is there or it does not start. */
export async function openBrowser(address: string): Promise<Browser> {
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
      ? { args: ['--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] }
      : {}),
  });
  await browser.installExtension(join(root, '.output', `${kind}-mv3`));
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  await page.goto(address);
  return browser;
}
