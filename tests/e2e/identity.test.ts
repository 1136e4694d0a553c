/** One article at several addresses, and the same story elsewhere: found by its forms, recognised by its text, joined and split by hand. */

import { afterEach, describe, expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { bothBrowsers } from './both-browsers';
import { launchChromium } from './chromium';
import type { DrivenPage, Driver } from './driver';
import { annotatorIsReady, keep, painted, waitForPainted } from './reader';
import { shownCards, showTabOf, waitForStatus } from './sidebar';
import { started } from './started';

const report = '/zh/report.html';
const mirror = '/zh/mirror.html';
const words = '每段工程留下一成尾款';

const server = started(startPracticeServer);
afterEach(() => server().resetEdits());

async function keptReport(driver: Driver): Promise<DrivenPage> {
  const page = await driver.newPage(`${server().origin}${report}`);
  await annotatorIsReady(page);
  await keep(page, { from: words });
  return page;
}

function waitForQuestion(sidebar: DrivenPage): Promise<void> {
  return sidebar.waitFor(
    () => document.querySelector('.same-text')?.textContent?.includes('Carry the annotations over?') ?? false,
    null,
    'the question whether to carry the annotations over',
  );
}

describe.each(bothBrowsers)('in $browser', ({ launch }) => {
  test('the same story at another address is recognised, carried over at one press, taken back, and split off by hand', async () => {
    const driver = await launch();
    try {
      const sidebar = await driver.openSidebar(await keptReport(driver));
      const page = await driver.newPage(`${server().origin}${mirror}`);
      await annotatorIsReady(page);
      await sidebar.bringToFront();
      await showTabOf(sidebar, `${server().origin}${mirror}`);
      await waitForQuestion(sidebar);
      expect(await painted(page)).toEqual([]);

      await sidebar.clickOn('.same-text .primary');
      await waitForStatus(sidebar, 'Joined');
      await waitForPainted(page, 1);
      expect(await painted(page)).toEqual([words]);
      await sidebar.press('z');
      await waitForPainted(page, 0);
      await waitForQuestion(sidebar);
      await sidebar.press('Shift+Z');
      await waitForPainted(page, 1);

      await sidebar.press('i');
      await sidebar.clickOn('.addresses li:nth-child(2) button');
      await waitForStatus(sidebar, 'Split off');
      await waitForPainted(page, 0);
      expect(await sidebar.evaluate(() => document.querySelector('.same-text') === null, null)).toBe(true);
    } finally {
      await driver.close();
    }
  });
});

describe('in Chromium', () => {
  test('an address that the page drops what it does not know from is the same article; what is said to be another one is not asked again', async () => {
    const driver = await launchChromium();
    try {
      const canonical = `<link rel="canonical" href="${server().origin}${report}">`;
      server().edit(report, { '<head>': `<head>${canonical}` });
      await keptReport(driver);
      const page = await driver.newPage(`${server().origin}${report}?ref=front-page`);
      await waitForPainted(page, 1);
      await keep(page, { from: '一铲淤泥也没有挖' });
      const plain = await driver.newPage(`${server().origin}${report}?print=1`);
      await waitForPainted(plain, 2);

      const sidebar = await driver.openSidebar(plain);
      const other = await driver.newPage(`${server().origin}${mirror}`);
      await annotatorIsReady(other);
      await sidebar.bringToFront();
      await showTabOf(sidebar, `${server().origin}${mirror}`);
      await waitForQuestion(sidebar);
      await sidebar.clickOn('.same-text .framed');
      await sidebar.waitFor(
        () => document.querySelector('.same-text') === null,
        null,
        'the question to be gone',
      );
      await other.reload();
      await annotatorIsReady(other);
      await showTabOf(sidebar, `${server().origin}${report}?print=1`);
      await sidebar.waitFor(
        () => document.querySelectorAll('.card').length === 2,
        null,
        'the report’s cards',
      );
      await showTabOf(sidebar, `${server().origin}${mirror}`);
      await sidebar.waitFor(
        () => document.querySelector('.empty') !== null,
        null,
        'the mirror without cards',
      );
      expect(await sidebar.evaluate(() => document.querySelector('.same-text') === null, null)).toBe(true);
      expect(await shownCards(sidebar)).toEqual([]);
    } finally {
      await driver.close();
    }
  });

  test('a fact is corrected by keys, stays so after a reading by another page, and undo brings the page’s own back', async () => {
    const driver = await launchChromium();
    try {
      const page = await keptReport(driver);
      const sidebar = await driver.openSidebar(page);
      await sidebar.waitFor(() => document.querySelector('.card') !== null, null, 'the card');
      const titled = (title: string) =>
        sidebar.waitFor(
          (wanted) => document.querySelector('.article-header h1')?.textContent === wanted,
          title,
          `the title “${title}”`,
        );
      const before = await sidebar.evaluate(() => document.querySelector('h1')?.textContent ?? '', null);
      await sidebar.press('i');
      await sidebar.clickOn('[data-field="title"] button');
      await sidebar.type('老河回来了');
      await sidebar.press('Enter');
      await titled('老河回来了');
      await waitForStatus(sidebar, 'Corrected.');
      const from = await sidebar.evaluate(
        () => document.querySelector('[data-field="title"] .hint')?.textContent,
        null,
      );
      expect(from).toBe('Corrected by you');

      await page.reload();
      await waitForPainted(page, 1);
      await keep(page, { from: '一铲淤泥也没有挖' });
      await sidebar.waitFor(() => document.querySelectorAll('.card').length === 2, null, 'both cards');
      await titled('老河回来了');
      await sidebar.press('z');
      await waitForPainted(page, 1);
      await sidebar.press('z');
      await titled(before);

      await sidebar.clickOn('[data-field="title"] button');
      await sidebar.press('Escape');
      await sidebar.waitFor(
        () => document.querySelector('.field-editor') === null,
        null,
        'the editor closed',
      );
    } finally {
      await driver.close();
    }
  });
});
