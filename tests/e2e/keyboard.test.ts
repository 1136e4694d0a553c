/** The hands stay on the keyboard: select, keep, code, go through the sidebar, delete and undo, and the focus is never lost. */

import { expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { launchChromium } from './chromium';
import type { DrivenPage } from './driver';
import { annotatorIsReady, keep, painted, select, waitForPainted } from './reader';
import { shownCards, waitForCards, waitForStatus } from './sidebar';
import { started } from './started';
import { shownToolbar } from './toolbar';

const server = started(startPracticeServer);
const driver = started(launchChromium);

test('a selection made with Shift and the arrows is kept with a recent code by its digit', async () => {
  const page = await open();
  await select(page, { from: 'Water is heavy' });
  await page.press('#');
  await page.type('rain');
  await page.press('Enter');
  await waitForPainted(page, 1);
  await page.press('Escape');
  await page.press('Escape');

  // Without caret browsing a selection has to begin somewhere; the rest is keys.
  await page.evaluate(startSelection, 'Somebody laughed');
  for (let step = 1; step < 'Somebody laughed'.length; step += 1) await page.press('Shift+ArrowRight');
  await keepIsOffered(page);
  await page.press('1');
  await waitForPainted(page, 2);
  expect(await painted(page)).toContain('Somebody laughed');

  // The picker by arrows: the second code of the list is given, and Esc leaves it as it is.
  await page.evaluate(startSelection, 'a little floury');
  for (let step = 1; step < 'a little floury'.length; step += 1) await page.press('Shift+ArrowRight');
  await keepIsOffered(page);
  await page.press('#');
  await page.press('ArrowDown');
  await page.press('Enter');
  await waitForPainted(page, 3);
  await page.press('Escape');
  await page.press('Escape');

  const sidebar = await driver().openSidebar(page);
  await waitForCards(sidebar, 3);
  await sidebar.waitFor(
    () => document.querySelectorAll('.card .chips button').length === 3,
    null,
    'the code on all three cards',
  );
  await sidebar.close();
  await page.close();
});

test('a click where highlights overlap lists them, and one is chosen by keys', async () => {
  const page = await driver().newPage(`${server().origin}/trusted-types.html`);
  await annotatorIsReady(page);
  await keep(page, { from: 'They let in whatever looks right.' });
  await keep(page, { from: 'whatever looks right. I would sooner have one' });
  const place = await placeOf(page, 'whatever looks');
  await page.click(place.x, place.y);
  // A list of quotes has nothing to delete; it gives way to the bar of the one that is chosen, shortest first.
  await page.press('Delete');
  await page.press('Tab');
  await page.press('Enter');
  expect(await painted(page)).toHaveLength(2);
  await page.press('Delete');
  await waitForPainted(page, 1);
  expect(await painted(page)).toEqual(['whatever looks right. I would sooner have one']);
  await page.close();
});

test('the sidebar is worked by keys: through the cards, to the page, search, delete, undo and redo, and the focus stays on a card', async () => {
  const page = await driver().newPage(`${server().origin}/zh/report.html`);
  await annotatorIsReady(page);
  const quotes = ['全部人手', '先源头、后河床', '好看，也安全'];
  for (const quote of quotes) await keep(page, { from: quote });
  const sidebar = await driver().openSidebar(page);
  await waitForCards(sidebar, 3);

  for (const quote of quotes) {
    await sidebar.press('j');
    expect(await focusedQuote(sidebar)).toBe(quote);
  }
  await sidebar.press('j');
  expect(await focusedQuote(sidebar)).toBe(quotes[2]);
  await sidebar.press('k');
  expect(await focusedQuote(sidebar)).toBe(quotes[1]);

  await page.evaluate(watchForFlash, null);
  await sidebar.press('Enter');
  await page.waitFor(
    (quote) => (window as unknown as Flashed).__flashed === quote,
    quotes[1] ?? '',
    'the flash on the page',
  );
  await isInView(page, quotes[1] ?? '');

  await sidebar.bringToFront();
  await sidebar.press('/');
  await sidebar.type('人手');
  await waitForCards(sidebar, 1);
  expect((await shownCards(sidebar))[0]?.quote).toBe(quotes[0]);
  await sidebar.press('Escape');
  await waitForCards(sidebar, 3);
  await sidebar.press('Escape');

  await sidebar.press('j');
  const deleted = await focusedQuote(sidebar);
  await sidebar.press('Delete');
  await waitForStatus(sidebar, 'deleted');
  await waitForCards(sidebar, 2);
  await focusIsOnCard(sidebar);
  expect(await focusedQuote(sidebar)).not.toBe(deleted);
  await sidebar.press('z');
  await waitForCards(sidebar, 3);
  await focusIsOnCard(sidebar);
  expect(await focusedQuote(sidebar)).toBe(deleted);
  await sidebar.press('Shift+Z');
  await waitForCards(sidebar, 2);
  await waitForPainted(page, 2);
  await focusIsOnCard(sidebar);
  await sidebar.press('z');
  await waitForCards(sidebar, 3);

  // One after the other, until none is left: then there is no card to stand on, and nothing else takes the keys.
  for (let left = 2; left >= 0; left -= 1) {
    await sidebar.press('Delete');
    await waitForCards(sidebar, left);
    if (left > 0) await focusIsOnCard(sidebar);
  }
  await sidebar.press('z');
  await waitForCards(sidebar, 1);
  await focusIsOnCard(sidebar);
  await sidebar.close();
  await page.close();
});

interface Flashed {
  __flashed?: string;
}

async function open(): Promise<DrivenPage> {
  const page = await driver().newPage(`${server().origin}/en/long-read.html`);
  await annotatorIsReady(page);
  return page;
}

function keepIsOffered(page: DrivenPage): Promise<void> {
  return shownToolbar(driver(), page).frame().locator('.primary[title^="Keep"]').waitFor();
}

/** Runs in the page: selects the first character of these words. */
function startSelection(wanted: string): void {
  const walker = document.createTreeWalker(
    document.querySelector('article') ?? document.body,
    NodeFilter.SHOW_TEXT,
  );
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const start = (node as Text).data.indexOf(wanted);
    if (start === -1 || node.parentElement?.closest('p') === null) continue;
    node.parentElement?.scrollIntoView({ block: 'center' });
    document.getSelection()?.setBaseAndExtent(node, start, node, start + 1);
    return;
  }
  throw new Error(`The article does not hold “${wanted}”.`);
}

function placeOf(page: DrivenPage, wanted: string): Promise<{ x: number; y: number }> {
  return page.evaluate((text) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const start = (node as Text).data.indexOf(text);
      if (start === -1) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + 1);
      const box = range.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
    throw new Error(`The page does not hold “${text}”.`);
  }, wanted);
}

function focusedQuote(sidebar: DrivenPage): Promise<string> {
  return sidebar.evaluate(
    () =>
      document.activeElement?.querySelector('blockquote')?.textContent ??
      `no card: ${document.activeElement?.localName}`,
    null,
  );
}

function focusIsOnCard(sidebar: DrivenPage): Promise<void> {
  return sidebar.waitFor(
    () => document.activeElement?.matches('article.card') ?? false,
    null,
    'the focus on a card',
  );
}

/** Runs in the page: notes the words of the first flash. */
function watchForFlash(): void {
  const look = () => {
    for (const [name, group] of CSS.highlights) {
      if (!name.endsWith('-flash')) continue;
      (window as unknown as Flashed).__flashed = [...(group as Iterable<Range>)].join('');
      return;
    }
    setTimeout(look, 10);
  };
  look();
}

function isInView(page: DrivenPage, quote: string): Promise<void> {
  return page.waitFor(
    (wanted) => {
      for (const group of CSS.highlights.values()) {
        for (const range of group as Iterable<Range>) {
          if (range.toString() !== wanted) continue;
          const { top, bottom } = range.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }
      }
      return false;
    },
    quote,
    `“${quote}” to be in view`,
  );
}
