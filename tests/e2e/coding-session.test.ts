/**
 * A whole working session by keys alone: the customer's report is coded with a codebook of three levels, codes are merged and
 * split, and all of it is taken back to the empty library and done again, the same at each step.
 */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { launchChromium } from './chromium';
import { focusIsOn, goToCode } from './codebook';
import { hasCustomerArticle, serveCustomerArticle } from './customer-article';
import type { DrivenPage } from './driver';
import { annotatorIsReady, waitForPainted } from './reader';
import { waitForCards } from './sidebar';
import { started } from './started';
import { storedRecords, storedTables } from './stored';

/** One rule, three actors, and as many arrangements as there are, under one code. */
const top = '1+3+N';
const codebook = {
  '1 实施细则': [],
  '3 主体': ['区委', '区委政法委', '政法单位'],
  'N 制度': ['督察', '协管协查', '监督', '督导'],
} as const;

/** What is typed for each of the first ten passages: a character of the code is enough. */
const coding = [
  ['实'],
  ['区'],
  ['法委', '督察'],
  ['单位'],
  ['协'],
  ['监', '实'],
  ['督导'],
  ['单位'],
  ['区'],
  ['督察'],
];

const ways = [
  { way: 'as most people see it', options: {}, zoom: 1 },
  { way: 'at twice the size, in forced colours', options: { forcedColors: 'active' as const }, zoom: 2 },
];

const server = started(serveCustomerArticle);

describe.skipIf(!hasCustomerArticle).each(ways)('$way', ({ options, zoom }) => {
  const driver = started(() => launchChromium({ language: 'zh-CN', zoom, ...options }));

  test('the report is coded, codes are merged and split, and every step is undone and redone', async () => {
    const page = await driver().newPage(server().url);
    await annotatorIsReady(page);
    const sidebar = await driver().openSidebar(page);
    const steps = await follow(sidebar);
    const picture = async (of: DrivenPage, name: string) => {
      const folder = join('out', 'coding-session');
      await mkdir(folder, { recursive: true });
      await of.screenshot(join(folder, `${name}-${zoom}.png`));
    };

    await makeCodebook(sidebar, steps.took);
    await picture(sidebar, 'codebook');

    await page.bringToFront();
    for (const [index, typed] of coding.entries()) {
      await readOn(page, 'Alt+j');
      await page.press('#');
      for (const part of typed) {
        await page.type(part);
        await page.press('Enter');
        await steps.took();
      }
      if (index === 2) await picture(page, 'picker');
      await page.press('Escape');
      await page.press('Escape');
      await waitForPainted(page, index + 1);
    }
    // The eleventh, and a twelfth that goes over it and the sentence before.
    await readOn(page, 'Alt+j');
    await readOn(page, 'Alt+j');
    await page.press('h');
    await steps.took();
    await readOn(page, 'Alt+k');
    await readOn(page, 'Shift+J');
    await page.press('1');
    await steps.took();
    await waitForPainted(page, 12);
    await picture(page, 'page');

    await sidebar.bringToFront();
    await sidebar.press('b');
    await waitForCards(sidebar, 12);
    await picture(sidebar, 'cards');
    await sidebar.press('b');
    await goToCode(sidebar, '督察');
    await sidebar.press('g');
    await sidebar.type('督导');
    await sidebar.press('Enter');
    await sidebar.waitFor(
      () => (document.querySelector('.code-panel [aria-live]')?.textContent ?? '') !== '',
      null,
      'the preview of the merge',
    );
    await picture(sidebar, 'merge');
    await sidebar.press('Enter');
    await steps.took();
    await focusIsOn(sidebar, '督导');

    await goToCode(sidebar, '政法单位');
    await sidebar.press('s');
    await sidebar.waitFor(() => document.querySelector('.quote-list li') !== null, null, 'the passages');
    await sidebar.type('法院');
    await sidebar.press('Tab');
    await sidebar.press('Space');
    await picture(sidebar, 'split');
    await sidebar.press('Control+Enter');
    await steps.took();
    await focusIsOn(sidebar, '法院');

    const states = steps.states();
    expect(states.length).toBeGreaterThan(25);
    for (const state of states.slice(0, -1).reverse()) {
      await sidebar.press('z');
      await becomes(sidebar, state);
    }
    expect(JSON.parse(await libraryOf(sidebar))).toEqual([[], [], [], []]);
    for (const state of states.slice(1)) {
      await sidebar.press('Shift+Z');
      await becomes(sidebar, state);
    }
    await page.bringToFront();
    await waitForPainted(page, 12);
  });
});

async function makeCodebook(sidebar: DrivenPage, took: () => Promise<void>): Promise<void> {
  const type = async (name: string) => {
    await sidebar.type(name);
    await sidebar.press('Enter');
    await took();
  };
  await sidebar.press('b');
  await sidebar.waitFor(() => document.querySelector('.codebook') !== null, null, 'the codebook');
  await sidebar.press('Shift+N');
  await type(top);
  await sidebar.press('Escape');
  for (const [name, below] of Object.entries({ [top]: Object.keys(codebook), ...codebook })) {
    if (below.length === 0) continue;
    await goToCode(sidebar, name);
    await sidebar.press('n');
    for (const lower of below) await type(lower);
    await sidebar.press('Escape');
  }
}

/** Moves the reading cursor and waits until it has. */
async function readOn(page: DrivenPage, key: string): Promise<void> {
  const before = await page.evaluate(() => String(getSelection()), null);
  await page.press(key);
  await page.waitFor((words) => String(getSelection()) !== words, before, `another sentence by ${key}`);
}

/** Remembers the library after each step. */
async function follow(sidebar: DrivenPage) {
  const states = [await libraryOf(sidebar)];
  return {
    states: () => states,
    async took() {
      const wanted = states.length;
      await expect.poll(async () => (await storedRecords(sidebar, 'operations')).length).toBe(wanted);
      states.push(await libraryOf(sidebar));
    },
  };
}

/** Every record that undo must bring back, as it is stored. */
async function libraryOf(sidebar: DrivenPage): Promise<string> {
  return JSON.stringify(await storedTables(sidebar, ['articles', 'annotations', 'codes', 'variables']));
}

async function becomes(sidebar: DrivenPage, wanted: string): Promise<void> {
  await expect.poll(() => libraryOf(sidebar)).toBe(wanted);
}
