/** Starts the real Chromium with the built extension in a profile of its own. */

import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { findBrowsers } from '../../scripts/find-browsers.mjs';
import type { DrivenPage, Driver, LaunchOptions } from './driver';
import { stableFlags } from './flags';

export interface ChromiumDriver extends Driver {
  context: BrowserContext;
  extensionId: string;
  worker(): Promise<Worker>;
  tabId(page: DrivenPage): Promise<number>;
  /** A page in a window of its own: pages behind another one in the same window stand still. */
  newWindow(url: string): Promise<DrivenPage>;
  playwrightPage(page: DrivenPage): Page;
}

const extensionFolder = resolve(import.meta.dirname, '../../.output/chrome-mv3');

export async function launchChromium(options: LaunchOptions = {}): Promise<ChromiumDriver> {
  const { chromium: executablePath } = findBrowsers();
  if (executablePath === null) throw new Error('No Chromium was found; run the set-up.');
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'pressmark-chromium-')));
  const { language = 'en-US', zoom = 1 } = options;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    ignoreDefaultArgs: options.keepsPages === true ? ['--disable-back-forward-cache'] : [],
    colorScheme: options.colorScheme ?? 'light',
    forcedColors: options.forcedColors ?? 'none',
    deviceScaleFactor: zoom,
    viewport: { width: 1280 / zoom, height: 800 / zoom },
    locale: language,
    env: {
      ...process.env,
      LANGUAGE: language.replace('-', '_'),
      LANG: `${language.replace('-', '_')}.UTF-8`,
    },
    args: [
      ...stableFlags,
      `--lang=${language}`,
      ...(options.withoutExtension === true
        ? []
        : [`--load-extension=${extensionFolder}`, `--disable-extensions-except=${extensionFolder}`]),
      ...(options.flags ?? []),
    ],
  });
  const worker = async () => context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
  const extensionId = options.withoutExtension === true ? '' : new URL((await worker()).url()).host;
  const pages = new WeakMap<DrivenPage, Page>();
  const drive = (page: Page): DrivenPage => {
    const driven = drivePage(page);
    pages.set(driven, page);
    return driven;
  };
  const playwrightPage = (page: DrivenPage): Page => {
    const found = pages.get(page);
    if (found === undefined) throw new Error('Not a page of this browser.');
    return found;
  };

  const openByKey = async (sidebar: DrivenPage, key: string) => {
    const opened = context.waitForEvent('page');
    await sidebar.press(key);
    return drive(await opened);
  };

  const tabId = async (page: DrivenPage) => {
    const url = playwrightPage(page).url();
    const id = await (await worker()).evaluate(
      async (address) => (await chrome?.tabs.query({ url: address.replace(/#.*/u, '') }))?.[0]?.id ?? null,
      url,
    );
    if (id === null) throw new Error(`No tab shows ${url}`);
    return id;
  };

  return {
    name: 'chromium',
    profile,
    context,
    extensionId,
    worker,
    tabId,
    playwrightPage,
    openKeysPage: (sidebar) => openByKey(sidebar, '?'),
    openLibrary: (sidebar) => openByKey(sidebar, 'l'),
    async newPage(url) {
      const page = await context.newPage();
      await page.goto(url);
      return drive(page);
    },
    async newWindow(url) {
      const opened = context.waitForEvent('page');
      await (await worker()).evaluate(
        async (address) => void (await chrome?.windows.create({ url: address })),
        url,
      );
      const page = await opened;
      await page.waitForLoadState();
      return drive(page);
    },
    async openSidebar(page) {
      const id = await tabId(page);
      const sidebar = await context.newPage();
      await sidebar.setViewportSize({ width: 400 / zoom, height: 800 / zoom });
      await sidebar.goto(`chrome-extension://${extensionId}/sidepanel.html?tab=${id}`);
      return drive(sidebar);
    },
    async download(page, start) {
      const [download] = await Promise.all([playwrightPage(page).waitForEvent('download'), start()]);
      const folder = await mkdtemp(join(tmpdir(), 'pressmark-downloads-'));
      const path = join(folder, download.suggestedFilename());
      await download.saveAs(path);
      return path;
    },
    close: () => context.close(),
  };
}

function drivePage(page: Page): DrivenPage {
  return {
    goto: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    url: () => page.url(),
    evaluate: (work, argument) => page.evaluate(work as never, argument as never),
    async evaluateInToolbar(work, argument) {
      const frame = page.frames().find((each) => each.url() === 'about:blank');
      if (frame === undefined) throw new Error('The page has no frame of ours.');
      return frame.evaluate(work as never, argument as never) as never;
    },
    async waitFor(test, argument, what) {
      try {
        await page.waitForFunction(test as never, argument as never, { timeout: 20_000, polling: 50 });
      } catch (error) {
        throw new Error(`Waited in vain for ${what}`, { cause: error });
      }
    },
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    click: (x, y) => page.mouse.click(x, y),
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
    },
    clickOn: (selector) => page.click(selector),
    chooseFile: (selector, path) => page.setInputFiles(selector, path),
    bringToFront: () => page.bringToFront(),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: async (path) => void (await page.screenshot({ path })),
    close: () => page.close(),
  };
}
