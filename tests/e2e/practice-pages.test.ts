/** Every practice page: articles get the annotator, all others nothing but the detector, with its reasons in words. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { practicePages } from '../practice/pages.ts';
import { startPracticeServer } from '../practice/server.ts';
import { bothBrowsers } from './both-browsers';
import { type ChromiumDriver, launchChromium } from './chromium';
import type { DrivenPage, Driver } from './driver';
import { annotatorIsReady, hasAnnotator, keep, painted } from './reader';
import { showTabOf } from './sidebar';
import { started } from './started';

const articles = practicePages.filter(({ kind }) => kind === 'article');
/** Their addresses and heads say too little. */
const leaveDoubt = ['/app/', '/search?q=rain'];
const others = practicePages.filter(({ kind }) => kind !== 'article');

const server = started(startPracticeServer);

describe.each(bothBrowsers)('in $browser', ({ launch }) => {
  let driver: Driver;
  let sidebar: DrivenPage;
  beforeAll(async () => {
    driver = await launch();
    const first = await driver.newPage(`${server().origin}/en/long-read.html`);
    await annotatorIsReady(first);
    sidebar = await driver.openSidebar(first);
  });
  afterAll(() => driver.close());

  test.each(articles)('$path is an article and is annotated', async ({ path }) => {
    const page = await driver.newPage(server().origin + path);
    await annotatorIsReady(page);
    await page.close();
  });

  test('all others are left alone, and the sidebar says why', async () => {
    const pages: DrivenPage[] = [];
    for (const { path } of others) pages.push(await driver.newPage(server().origin + path));
    // By the last of them the detector has looked at the first for the last time.
    for (const page of pages) {
      await hasLookedForTheLastTime(page);
    }
    for (const [index, page] of pages.entries()) {
      await showTabOf(sidebar, page.url());
      const reasons = await shownReasons(sidebar);
      expect(reasons.length, others[index]?.path).toBeGreaterThan(0);
      for (const reason of reasons) expect(reason).toMatch(/^[A-Z].+\.$/u);
      expect(await page.evaluate(hasAnnotator, null), others[index]?.path).toBe(false);
      await page.close();
    }
  });

  test('a page that is no article is annotated when the reader wants it', async () => {
    const page = await driver.newPage(`${server().origin}/search?q=rain`);
    await showTabOf(sidebar, page.url());
    await shownReasons(sidebar);
    await sidebar.clickOn('.empty button.primary');
    await annotatorIsReady(page);
    await page.bringToFront();
    await keep(page, { from: 'learned to charge' });
    expect(await painted(page)).toEqual(['learned to charge']);
    await page.close();
  });

  test.each([
    { path: '/strict-csp.html', words: 'the news was quite exciting enough already' },
    { path: '/trusted-types.html', words: 'It had simply not come from her.' },
  ])('a passage is kept and painted under the content policy of $path', async ({ path, words }) => {
    const page = await driver.newPage(server().origin + path);
    await annotatorIsReady(page);
    await keep(page, { from: words });
    expect(await painted(page)).toEqual([words]);
    await page.close();
  });
});

describe('in Chromium', () => {
  const driver = started(launchChromium);

  test('the annotator is not even parsed on pages that are no articles, nor the detector where the head says enough', async () => {
    const article = await driver().newPage(`${server().origin}/en/long-read.html`);
    await annotatorIsReady(article);
    expect(await ownScripts(driver(), article)).toEqual(['annotator.js', 'stub.js']);
    const pages: DrivenPage[] = [];
    for (const { path } of others) pages.push(await driver().newPage(server().origin + path));
    for (const [index, page] of pages.entries()) {
      const path = others[index]?.path ?? '';
      await hasLookedForTheLastTime(page);
      expect(await ownScripts(driver(), page), path).toEqual(
        leaveDoubt.includes(path) ? ['detector.js', 'stub.js'] : ['stub.js'],
      );
      await page.close();
    }
  });
});

async function hasLookedForTheLastTime(page: DrivenPage): Promise<void> {
  await page.bringToFront();
  await page.waitFor(() => performance.now() > 4_000, null, 'the detector to have looked for the last time');
}

async function shownReasons(sidebar: DrivenPage): Promise<string[]> {
  await sidebar.waitFor(() => document.querySelector('.reasons li') !== null, null, 'the reasons');
  return sidebar.evaluate(
    () => [...document.querySelectorAll('.reasons li')].map(({ textContent }) => textContent),
    null,
  );
}

/** The extension's scripts that the page's process has parsed for it, by name. */
async function ownScripts(driver: ChromiumDriver, page: DrivenPage): Promise<string[]> {
  const origin = `chrome-extension://${driver.extensionId}/`;
  const session = await driver.context.newCDPSession(driver.playwrightPage(page));
  const names = new Set<string>();
  session.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith(origin)) names.add(url.slice(origin.length));
  });
  // Tells of all scripts so far before it answers.
  await session.send('Debugger.enable');
  await session.detach();
  return [...names].sort();
}
