/** Each change is read out once: one live region changes, with the words for it, on the page and in the sidebar. */

import { describe, expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { launchChromium } from './chromium';
import type { DrivenPage } from './driver';
import { annotatorIsReady, keep, select, waitForPainted } from './reader';
import { showPainted } from './show-painted';
import { waitForCards, waitForStatus } from './sidebar';
import { started } from './started';

const server = started(startPracticeServer);
const driver = started(() => launchChromium());

type Run = DrivenPage['evaluate'];

/** Notes from now on what is put into live regions that stand there, as a screen reader is told of it. */
function listen(run: Run): Promise<void> {
  return run(() => {
    const said: string[] = [];
    const live = '[role="status"], [role="alert"], [aria-live]';
    const regionOf = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest(live);
    new MutationObserver((records) => {
      const regions = new Set(records.map(({ target }) => regionOf(target)));
      for (const region of regions) {
        const words = region?.textContent?.trim() ?? '';
        if (words !== '') said.push(words);
      }
    }).observe(document.documentElement, { childList: true, characterData: true, subtree: true });
    Object.assign(globalThis, { said });
  }, null);
}

function heard(run: Run): Promise<string[]> {
  return run(() => (globalThis as { said?: string[] }).said?.splice(0) ?? [], null);
}

describe('on the page', () => {
  test('what is kept, coded, noted, deleted and undone is read out once each', async () => {
    const page = await driver().newPage(`${server().origin}/zh/report.html`);
    await annotatorIsReady(page);
    const inToolbar: Run = (work, argument) => page.evaluateInToolbar(work, argument);
    const wanted: string[] = [];
    const all: string[] = [];
    const hears = async (words: string) => {
      wanted.push(words);
      const listening = async () => {
        all.push(...(await heard(inToolbar)));
        return all.length >= wanted.length;
      };
      await expect.poll(listening, { message: words }).toBe(true);
      // What is read out twice comes before what the next steps say.
      expect(all).toEqual(wanted);
    };

    await select(page, { from: '全部人手' });
    await listen(inToolbar);
    await page.press('h');
    await hears('Done: keep.');
    await select(page, { from: '先源头、后河床' });
    await page.press('h');
    await hears('Done: keep.');
    await select(page, { from: '好看，也安全' });
    await page.press('n');
    await page.type('查');
    await page.press('Control+Enter');
    await hears('Done: keep.');
    const { x, y } = await showPainted(page, '好看，也安全');
    await page.click(x, y);
    await page.press('#');
    await page.type('民生');
    await page.press('Enter');
    await hears('Done: code.');
    await page.press('Escape');
    await page.press('z');
    await hears('Undone: code.');
    await page.press('Delete');
    await hears('Annotation deleted.');
    await waitForPainted(page, 2);
    expect(await heard(inToolbar)).toEqual([]);
    await page.close();
  });
});

describe('in the sidebar', () => {
  test('what is deleted, undone, and done again is read out once each', async () => {
    const page = await driver().newPage(`${server().origin}/trusted-types.html`);
    await annotatorIsReady(page);
    await keep(page, { from: 'She made a new lock' });
    const sidebar = await driver().openSidebar(page);
    await waitForCards(sidebar, 1);
    const run: Run = (work, argument) => sidebar.evaluate(work, argument);
    await listen(run);
    await sidebar.press('j');
    await heard(run);
    const steps = [
      { key: 'Delete', words: 'Annotation deleted.' },
      { key: 'z', words: 'Undone: delete' },
      { key: 'Shift+Z', words: 'Redone: delete' },
    ];
    for (const { key, words } of steps) {
      await sidebar.press(key);
      await waitForStatus(sidebar, words);
      expect(await heard(run)).toEqual([expect.stringContaining(words)]);
    }
    await sidebar.close();
    await page.close();
  });
});
