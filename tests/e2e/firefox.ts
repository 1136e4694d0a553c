/** Starts the real Firefox with the built extension in a profile of its own. */

import { cp, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type ElementHandle, type KeyInput, launch, type Page } from 'puppeteer-core';
import { findBrowsers } from '../../scripts/find-browsers.mjs';
import type { DrivenPage, Driver, LaunchOptions } from './driver';
import { keepNothingSelected } from './reader';

/** The environment's name for a profile to begin with, of a Firefox that has run without the extension. */
export const ranBefore = 'PRESSMARK_FIREFOX_RAN_BEFORE';

const extensionFolder = resolve(import.meta.dirname, '../../.output/firefox-mv3');

export async function launchFirefox(options: LaunchOptions = {}): Promise<Driver> {
  const { firefox: executablePath } = findBrowsers();
  if (executablePath === null) throw new Error('No Firefox was found; run the set-up.');
  const profile = options.profile ?? (await newProfile());
  const downloads = await mkdtemp(join(tmpdir(), 'pressmark-downloads-'));
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    enableExtensions: true,
    userDataDir: profile,
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: {
      // A temporary add-on loses its data at the end of the session unless told to keep it.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.alwaysOpenPanel': false,
      ...options.preferences,
    },
  });
  if (options.withoutExtension !== true) await browser.installExtension(extensionFolder);
  const pages = new WeakMap<DrivenPage, Page>();
  const drive = (page: Page): DrivenPage => {
    const driven = drivePage(page);
    pages.set(driven, page);
    return driven;
  };

  return {
    name: 'firefox',
    profile,
    async newPage(url) {
      const page = await browser.newPage();
      await page.goto(url);
      return drive(page);
    },
    async openSidebar(page) {
      // Firefox lets no page's key open its sidebar, so that the extension opens it as a tab, which can be driven.
      const sidebar = await extensionPage(browser, 'sidepanel', async () => {
        await keepNothingSelected(page);
        await page.press('o');
      });
      return drive(sidebar);
    },
    async openKeysPage(sidebar) {
      return drive(await extensionPage(browser, 'settings', () => sidebar.press('?')));
    },
    async openLibrary(sidebar) {
      return drive(await extensionPage(browser, 'library', () => sidebar.press('l')));
    },
    async download(_page, start) {
      const before = new Set(await readdir(downloads));
      await start();
      return join(downloads, await finishedDownload(downloads, before));
    },
    close: () => browser.close(),
  };
}

async function newProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'pressmark-firefox-'));
  const { [ranBefore]: begun } = process.env;
  if (begun !== undefined) await cp(begun, profile, { recursive: true, filter: isNoPreference });
  return profile;
}

/** The driver puts back the preferences that a profile began with: the extension's address would be another one after a restart. */
function isNoPreference(path: string): boolean {
  return !/(?:prefs|user)\.js/u.test(path);
}

async function finishedDownload(folder: string, before: ReadonlySet<string>): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const added = (await readdir(folder)).filter((name) => !before.has(name));
    const [only] = added;
    if (only !== undefined && !added.some((name) => name.endsWith('.part'))) return only;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('No file was downloaded.');
}

/** Asks again when nothing came of it: a key that is pressed before its page listens is lost. */
async function extensionPage(
  browser: Browser,
  name: 'sidepanel' | 'settings' | 'library',
  ask: () => Promise<void>,
): Promise<Page> {
  for (let asked = 0; asked < 3; asked += 1) {
    await ask();
    for (let attempt = 0; attempt < 50; attempt += 1) {
      for (const page of await browser.pages()) {
        // The driver itself is not told where a page of an extension went.
        const address = await page.evaluate(() => location.href).catch(() => '');
        if (address.includes(`/${name}.html`)) return page;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`The extension opened no ${name}.`);
}

function drivePage(page: Page): DrivenPage {
  return {
    goto: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    url: () => page.url(),
    evaluate: (work, argument) => page.evaluate(work as never, argument as never) as never,
    async evaluateInToolbar(work, argument) {
      const frame = page.frames().find((each) => each.url() === 'about:blank');
      if (frame === undefined) throw new Error('The page has no frame of ours.');
      return frame.evaluate(work as never, argument as never) as never;
    },
    async waitFor(test, argument, what) {
      try {
        await page.waitForFunction(test as never, { timeout: 20_000, polling: 50 }, argument);
      } catch (error) {
        throw new Error(`Waited in vain for ${what}`, { cause: error });
      }
    },
    async press(keys) {
      const parts = keys.split('+') as KeyInput[];
      const key = parts.pop();
      if (key === undefined) return;
      for (const modifier of parts) await page.keyboard.down(modifier);
      await page.keyboard.press(key);
      for (const modifier of parts) await page.keyboard.up(modifier);
    },
    type: (text) => page.keyboard.type(text),
    click: (x, y) => page.mouse.click(x, y),
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
    },
    clickOn: (selector) => page.click(selector),
    async chooseFile(selector, path) {
      const field = await page.$(selector);
      if (field === null) throw new Error(`No field ${selector}`);
      await (field as ElementHandle<HTMLInputElement>).uploadFile(path);
    },
    bringToFront: () => page.bringToFront(),
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
    close: () => page.close(),
  };
}
