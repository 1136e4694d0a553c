/** What the tours look with for broken rules and nameless controls does see into the toolbar and the sidebar. */

import { expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { controls, violationsInToolbar, violationsOnPage } from './accessible';
import { launchChromium } from './chromium';
import { annotatorIsReady, select } from './reader';
import { started } from './started';
import { shownToolbar } from './toolbar';
import { englishScript as script } from './tour/script';

const server = started(startPracticeServer);
const driver = started(() => launchChromium());

test('a button without a name is found in both', async () => {
  const page = await driver().newPage(`${server().origin}${script.article}`);
  await annotatorIsReady(page);
  const sidebar = await driver().openSidebar(page);
  await sidebar.waitFor(() => document.querySelector('main') !== null, null, 'the sidebar');
  await page.bringToFront();
  await select(page, script.plain);
  const { frame, boxOf } = shownToolbar(driver(), page);
  await boxOf('.toolbar');
  const spoil = (element: string) =>
    `document.querySelector('${element}').append(document.createElement('button'))`;
  await frame().evaluate(spoil('.toolbar'));
  await driver().playwrightPage(sidebar).evaluate(spoil('main'));
  expect((await violationsInToolbar(driver(), page)).join()).toContain('button-name');
  expect((await violationsOnPage(driver(), sidebar)).join()).toContain('button-name');
  expect((await controls(driver(), page)).some(({ name }) => name === '')).toBe(true);
});
