/** The toolbar stays with the words that a person is looking at. */

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../practice/server.ts';
import { type ChromiumDriver, launchChromium } from './chromium';
import type { DrivenPage } from './driver';
import { annotatorIsReady, keep, select, waitForPainted } from './reader';
import { showPainted } from './show-painted';
import { type ShownToolbar, shownToolbar } from './toolbar';

const words = { from: 'Every figure would be public.' };
const otherWords = { from: 'It was just what the colours said.' };

let server: PracticeServer;
let driver: ChromiumDriver;
let page: DrivenPage;
let toolbar: ShownToolbar;

beforeAll(async () => {
  server = await startPracticeServer();
});

afterAll(() => server.close());

beforeEach(async () => {
  driver = await launchChromium();
  page = await driver.newPage(`${server.origin}/en/long-read.html`);
  await annotatorIsReady(page);
  toolbar = shownToolbar(driver, page);
  return () => driver.close();
});

const selected = () => page.evaluate(() => document.getSelection()?.toString() ?? '', null);

test('the words stay selected while a code is looked for, and after Esc', async () => {
  await select(page, words);
  await page.press('#');
  await toolbar.boxOf('.code-picker input');
  expect(await selected()).toBe(words.from);
  await page.press('Escape');
  await toolbar.boxOf('.buttons .primary');
  expect(await selected()).toBe(words.from);
  await page.press('h');
  await waitForPainted(page, 1);
});

test('keeping with the menu open puts the toolbar away', async () => {
  await select(page, words);
  await toolbar.clickOn('.buttons .icon-button:last-child');
  await toolbar.boxOf('.menu');
  await page.press('h');
  await waitForPainted(page, 1);
  await toolbar.untilGone();
});

test('the same word selected once more after Esc brings the toolbar back', async () => {
  await select(page, words);
  const { x, y } = await page.evaluate(() => {
    const box = document.getSelection()?.getRangeAt(0).getClientRects()[0];
    return { x: (box?.x ?? 0) + 8, y: (box?.y ?? 0) + 8 };
  }, null);
  const mouse = driver.playwrightPage(page).mouse;
  await mouse.dblclick(x, y);
  await toolbar.boxOf('.buttons .primary');
  expect(await selected()).toMatch(/^Every\s?$/u);
  await page.press('Escape');
  await toolbar.untilGone();
  await mouse.dblclick(x, y);
  await toolbar.boxOf('.buttons .primary');
});

test('a note that is still being saved does not take the toolbar from other words', async () => {
  await keep(page, words);
  await toolbar.untilGone();
  const { x, y } = await showPainted(page, words.from);
  await page.click(x, y);
  await page.press('n');
  await toolbar.boxOf('textarea');
  await page.type('Ask again.');
  await page.press('Control+Enter');
  await page.press('Escape');
  await select(page, otherWords);
  const sidebar = await driver.openSidebar(page);
  await sidebar.waitFor(() => document.querySelector('p.note') !== null, null, 'the note in the sidebar');
  await page.bringToFront();
  await toolbar.boxOf('.buttons .primary');
});
