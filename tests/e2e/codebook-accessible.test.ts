/** The codebook, its forms, the trash and what is done to several cards, for people who do not use them by eye and mouse. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../practice/server.ts';
import { controls, violationsInEachScheme } from './accessible';
import { type ChromiumDriver, launchChromium } from './chromium';
import { goToCode } from './codebook';
import type { DrivenPage } from './driver';
import { annotatorIsReady, keep } from './reader';
import { waitForCards } from './sidebar';

const quotes = ['全部人手', '先源头、后河床', '好看，也安全'];

describe.each(['en-US', 'zh-CN'])('in %s', (language) => {
  let server: PracticeServer;
  let driver: ChromiumDriver;
  let sidebar: DrivenPage;
  const faults: string[] = [];

  beforeAll(async () => {
    server = await startPracticeServer();
    driver = await launchChromium({ language });
    const page = await driver.newPage(`${server.origin}/zh/report.html`);
    await annotatorIsReady(page);
    for (const quote of quotes) await keep(page, { from: quote });
    sidebar = await driver.openSidebar(page);
    await sidebar.resize(320, 800);
    await waitForCards(sidebar, quotes.length);
  }, 60_000);
  afterAll(async () => {
    await driver.close();
    await server.close();
  });

  async function look(surface: string, selector: string): Promise<void> {
    await sidebar.waitFor((wanted) => document.querySelector(wanted) !== null, selector, surface);
    const found = await violationsInEachScheme(driver, sidebar);
    faults.push(...found.map((line) => `${surface} ${line}`));
    const nameless = (await controls(driver, sidebar)).filter(({ name }) => name.trim() === '');
    faults.push(...nameless.map(({ role }) => `${surface}: a nameless ${role}`));
    const wide = await sidebar.evaluate(() => document.documentElement.scrollWidth, null);
    if (wide > 320) faults.push(`${surface}: ${wide} pixels wide`);
  }

  test('no surface breaks a rule of axe in light or dark, has a nameless control, or is wider than 320 pixels', async () => {
    await sidebar.press('b');
    await look('the empty codebook', '.codebook .empty');
    await sidebar.press('Enter');
    for (const path of [
      '1 实施细则',
      '3 主体/区委',
      '3 主体/区委政法委/常务副书记办公室与综合协调处',
      'N 制度/督察',
      'N 制度/协管协查',
    ]) {
      await sidebar.type(path);
      await sidebar.press('Enter');
    }
    await look('the form for new codes', '.code-panel input');
    await sidebar.press('Escape');
    await sidebar.waitFor(() => document.querySelectorAll('.code-row').length === 8, null, 'eight codes');
    await goToCode(sidebar, '区委');
    await look('the codebook', '.code-commands');

    await sidebar.press('b');
    await waitForCards(sidebar, quotes.length);
    await sidebar.press('j');
    await sidebar.press('x');
    await sidebar.press('Shift+J');
    await look('two chosen cards', '.chosen-bar');
    await sidebar.press('#');
    await look('the codes for them', '.chosen-bar .code-picker');
    await sidebar.type('区委');
    await sidebar.press('Enter');
    await sidebar.waitFor(() => document.querySelectorAll('.chips .chip').length === 2, null, 'two chips');
    await sidebar.press('Escape');
    await sidebar.press('Escape');
    await sidebar.press('h');
    await look('the history of a card', '.history li:nth-child(2)');
    await sidebar.press('Escape');
    await sidebar.press('v');
    await look('no variables', '.variables');
    await sidebar.press('Enter');
    await sidebar.type('地区');
    await look('the form for a variable', '.variable-editor');
    await sidebar.press('Enter');
    await look('a variable', '.variable-value');
    await sidebar.press('Escape');

    await sidebar.press('b');
    await goToCode(sidebar, '区委');
    for (const [key, name] of [
      ['c', 'the colours'],
      ['d', 'the description'],
      ['m', 'moving'],
      ['g', 'merging'],
      ['s', 'splitting'],
    ] as const) {
      await sidebar.press(key);
      await look(name, '.form-frame');
      if (key === 'g') {
        await sidebar.type('督');
        await sidebar.press('Enter');
        await look('the preview of a merge', '.form-frame .primary');
      }
      await sidebar.press('Escape');
    }
    await sidebar.press('F2');
    await look('renaming', '.code-row input');
    await sidebar.press('Escape');
    await sidebar.press('a');
    await sidebar.waitFor(() => document.querySelectorAll('.switch').length === 2, null, 'the archived');
    await sidebar.clickOn('.switch');
    await look('the archived', '[data-archived="true"]');

    await sidebar.press('b');
    await waitForCards(sidebar, quotes.length);
    await sidebar.press('j');
    await sidebar.press('a');
    await sidebar.press('Delete');
    await waitForCards(sidebar, 0);
    await sidebar.press('d');
    await look('the trash', '.trash .card');
    await sidebar.press('Tab');
    expect(faults).toEqual([]);
  }, 240_000);
});
