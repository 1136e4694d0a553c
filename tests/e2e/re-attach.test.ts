/** Words that are unclear or gone after the publisher's edits: the reader decides, by one press or by selecting anew. */

import { afterEach, describe, expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { violationsInEachScheme, violationsInToolbar } from './accessible';
import { bothBrowsers } from './both-browsers';
import { launchChromium } from './chromium';
import type { DrivenPage } from './driver';
import { flashed, isInView, paintedItem, watchForFlash } from './list-items';
import { annotatorIsReady, keep, painted, select, waitForPainted } from './reader';
import { shownCards, waitForStatus } from './sidebar';
import { started } from './started';
import { shownToolbar } from './toolbar';

const path = '/en/long-read.html';
const rule = 'Slow the water down before you send it on to the people who live below you.';
const rules = (count: number) => `<li>${rule}</li>\n`.repeat(count);
const lastRule = '<li>Only then let it go, and know whose garden comes next.</li>';
const lastRules = { [lastRule]: `${rules(7)}${lastRule}` };
/** With two more of the same lines and a correction above them, nobody can tell which of them was meant. */
const moreRules = {
  'Her advice hardly varied,':
    'An earlier version of this article left out two rules. Her advice hardly varied,',
  [lastRule]: `${rules(2)}${lastRule}`,
};

const gone = 'and I have had letters from three water companies';
const rewritten = 'and then I read it to everybody who came in';

const server = started(startPracticeServer);
afterEach(() => server().resetEdits());

describe.each(bothBrowsers)('in $browser', ({ launch }) => {
  test('words that stand at several places are painted at none, each place can be looked at, and one press decides for good', async () => {
    const driver = await launch();
    try {
      const { page, sidebar } = await withUnclear(driver);
      expect(await painted(page)).toEqual([]);
      expect(await shownWords(sidebar)).toEqual(expect.arrayContaining([rule]));

      await sidebar.press('j');
      await page.evaluate(watchForFlash, 'li');
      await sidebar.press('Enter');
      const first = await flashed(page);
      await page.evaluate(watchForFlash, 'li');
      await sidebar.press('Tab');
      const second = await flashed(page);
      expect(second).not.toBe(first);
      await isInView(page, second);
      // What is only looked at is gone again.
      await waitForPainted(page, 0);

      await sidebar.press('Enter');
      await waitForPainted(page, 1);
      expect(await paintedItem(page)).toBe(second);
      await waitForStatus(sidebar, 'Re-attached.');
      await sidebar.waitFor(
        () => document.activeElement?.matches('article.card') === true,
        null,
        'the focus on the card that was decided',
      );
      expect(await sidebar.evaluate(() => document.querySelector('.unclear') === null, null)).toBe(true);

      await page.reload();
      await waitForPainted(page, 1);
      expect(await paintedItem(page)).toBe(second);
      await sidebar.press('z');
      await waitForPainted(page, 0);
      await sidebar.waitFor(() => document.querySelector('.unclear') !== null, null, 'the unclear one again');
      await sidebar.press('Shift+Z');
      await waitForPainted(page, 1);
      expect(await paintedItem(page)).toBe(second);
    } finally {
      await driver.close();
    }
  });
});

describe('in Chromium', () => {
  test('words that are gone get other words by selecting them; undo and redo take both ways, after a restart too', async () => {
    let driver = await launchChromium();
    const { profile } = driver;
    try {
      const { page, sidebar } = await withLost(driver);
      expect(await shownWords(sidebar)).toEqual([gone]);
      await sidebar.clickOn('.lost .card .framed');
      await sidebar.waitFor(
        () => document.querySelector('.frozen')?.textContent?.includes('silliest') === true,
        null,
        'the text as it stood around the words',
      );
      expect(await sidebar.evaluate(() => document.querySelector('.frozen mark')?.textContent, null)).toBe(
        gone,
      );
      await sidebar.press('Enter');
      await sidebar.waitFor(
        () => document.querySelector('.place-editor [aria-live]')?.textContent !== '',
        null,
        'the sidebar to say what to do',
      );
      await page.bringToFront();
      await select(page, { from: rewritten });
      await page.press('Enter');
      await waitForPainted(page, 1);
      expect(await painted(page)).toEqual([rewritten]);

      await sidebar.bringToFront();
      await waitForStatus(sidebar, 'Re-attached.');
      expect(await shownCards(sidebar)).toMatchObject([{ quote: rewritten, isLost: false }]);
      await sidebar.press('z');
      await waitForPainted(page, 0);
      await isLost(sidebar);
      await sidebar.press('Shift+Z');
      await waitForPainted(page, 1);
      expect(await painted(page)).toEqual([rewritten]);

      await driver.close();
      driver = await launchChromium({ profile });
      const again = await driver.newPage(`${server().origin}${path}`);
      await waitForPainted(again, 1);
      expect(await painted(again)).toEqual([rewritten]);
      const beside = await driver.openSidebar(again);
      await beside.waitFor(() => document.querySelector('.card') !== null, null, 'the card');
      await beside.press('z');
      await waitForPainted(again, 0);
      await isLost(beside);
      await driver.close();
      driver = await launchChromium({ profile });
      const third = await driver.newPage(`${server().origin}${path}`);
      await annotatorIsReady(third);
      const last = await driver.openSidebar(third);
      await isLost(last);
      await last.press('Shift+Z');
      await waitForPainted(third, 1);
      expect(await painted(third)).toEqual([rewritten]);
    } finally {
      await driver.close();
    }
  });

  test('Esc on the page ends it, and the sidebar hears of it', async () => {
    const driver = await launchChromium();
    try {
      const { page, sidebar } = await withLost(driver);
      await sidebar.clickOn('.lost .card .framed');
      await sidebar.press('Enter');
      await isAwaited(sidebar, true);
      await page.bringToFront();
      await select(page, { from: rewritten });
      await page.press('Escape');
      await isAwaited(sidebar, false);
      // From now on a selection is a new annotation.
      await select(page, { from: 'The arithmetic', to: 'of puddles' });
      await page.press('h');
      await waitForPainted(page, 1);
      await sidebar.bringToFront();
      await sidebar.waitFor(() => document.querySelectorAll('.card').length === 2, null, 'both cards');
      await isLost(sidebar);
    } finally {
      await driver.close();
    }
  });
});

describe('for people who see little or use no mouse', () => {
  const driver = started(launchChromium);

  test('what is unclear and what is lost break no rule of axe, in light or dark, and are decided by keys alone', async () => {
    const { page, sidebar } = await withUnclear(driver());
    await faultless(sidebar);
    await sidebar.close();
    await page.close();
    server().resetEdits();

    const lost = await withLost(driver());
    const { sidebar: beside } = lost;
    for (let step = 0; step < 40; step += 1) {
      const isThere = await beside.evaluate(() => document.activeElement?.textContent === 'Re-attach…', null);
      if (isThere) break;
      await beside.press('Tab');
    }
    await beside.press('Enter');
    await beside.waitFor(() => document.querySelector('.frozen') !== null, null, 'the text as it stood');
    await faultless(beside);
    await beside.press('Enter');
    await isAwaited(beside, true);
    await faultless(beside);
    await lost.page.bringToFront();
    await shownToolbar(driver(), lost.page).boxOf('.awaiting');
    expect(await toolbarFaults(lost.page)).toEqual([]);
    await select(lost.page, { from: rewritten });
    await shownToolbar(driver(), lost.page).boxOf('.primary');
    expect(await toolbarFaults(lost.page)).toEqual([]);
    await lost.page.press('Escape');
    await isAwaited(beside, false);
  });

  async function faultless(sidebar: DrivenPage): Promise<void> {
    expect(await violationsInEachScheme(driver(), sidebar)).toEqual([]);
  }

  function toolbarFaults(page: DrivenPage): Promise<string[]> {
    return violationsInEachScheme(driver(), page, violationsInToolbar);
  }
});

interface Opened {
  page: DrivenPage;
  sidebar: DrivenPage;
}

interface Opener {
  newPage(url: string): Promise<DrivenPage>;
  openSidebar(page: DrivenPage): Promise<DrivenPage>;
}

async function withUnclear(driver: Opener): Promise<Opened> {
  server().edit(path, lastRules);
  const page = await driver.newPage(`${server().origin}${path}`);
  await annotatorIsReady(page);
  await keep(page, { from: rule, occurrence: 3 });
  server().edit(path, moreRules);
  await page.reload();
  await annotatorIsReady(page);
  const sidebar = await driver.openSidebar(page);
  await sidebar.waitFor(() => document.querySelector('.unclear .candidate') !== null, null, 'the places');
  return { page, sidebar };
}

async function withLost(driver: Opener): Promise<Opened> {
  const page = await driver.newPage(`${server().origin}${path}`);
  await annotatorIsReady(page);
  await keep(page, { from: gone });
  server().edit(path, { [gone]: rewritten });
  await page.reload();
  await annotatorIsReady(page);
  const sidebar = await driver.openSidebar(page);
  await isLost(sidebar);
  return { page, sidebar };
}

/** The list of lost ones is there, and open. */
async function isLost(sidebar: DrivenPage): Promise<void> {
  await sidebar.waitFor(() => document.querySelector('.lost button') !== null, null, 'the lost one');
  const isOpen = await sidebar.evaluate(() => document.querySelector('.lost .card') !== null, null);
  if (!isOpen) await sidebar.clickOn('.lost .disclosure');
  await sidebar.waitFor(() => document.querySelector('.lost .card') !== null, null, 'the lost card');
}

async function shownWords(sidebar: DrivenPage): Promise<string[]> {
  return (await shownCards(sidebar)).map(({ quote }) => quote);
}

function isAwaited(sidebar: DrivenPage, wanted: boolean): Promise<void> {
  return sidebar.waitFor(
    (expected) => {
      const status = document.querySelector('.place-editor [aria-live]');
      return status !== null && (status.textContent !== '') === expected;
    },
    wanted,
    wanted ? 'the page to wait for words' : 'the end of waiting',
  );
}
