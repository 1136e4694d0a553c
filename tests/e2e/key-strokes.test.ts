/** What coding costs in key strokes, counted while it is done: every key press counts, and every character typed. */

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Annotation } from '../../core/annotation';
import { type Code, codePath } from '../../core/code';
import { type PracticeServer, startPracticeServer } from '../practice/server.ts';
import { type ChromiumDriver, launchChromium } from './chromium';
import type { DrivenPage } from './driver';
import { annotatorIsReady, select, waitForPainted } from './reader';
import { storedRecords } from './stored';

/** The shape of the first customer's codebook: 1 + 3 + N. */
const codebook = [
  '实施细则',
  '主体',
  '主体/区委',
  '主体/区委政法委',
  '主体/政法单位',
  '制度',
  '制度/督察',
  '制度/协管协查',
  '制度/监督',
  '制度/督导',
];

let server: PracticeServer;
let driver: ChromiumDriver;
let page: DrivenPage;
let reader: DrivenPage;

beforeAll(async () => {
  server = await startPracticeServer();
  driver = await launchChromium();
  page = await driver.newPage(`${server.origin}/zh/report.html`);
  await annotatorIsReady(page);
  await select(page, { from: '全部人手' });
  await page.press('#');
  for (const path of codebook) {
    await page.type(path);
    await page.press('Enter');
  }
  await waitForPainted(page, 1);
  reader = await driver.openSidebar(page);
  await waitForCodes(codebook);
  await page.bringToFront();
  await page.press('Escape');
  await page.press('Escape');
});
afterAll(async () => {
  await driver.close();
  await server.close();
});

/** Presses and types, and counts. */
function counted() {
  let strokes = 0;
  return {
    count: () => strokes,
    async press(key: string) {
      strokes += 1;
      await page.press(key);
    },
    async type(text: string) {
      strokes += [...text].length;
      await page.type(text);
    },
  };
}

test.each([
  ['实', '实施细则'],
  ['主', '主体'],
  ['区', '主体/区委'],
  ['法', '主体/区委政法委'],
  ['政', '主体/政法单位'],
  ['制', '制度'],
  ['察', '制度/督察'],
  ['协', '制度/协管协查'],
  ['监', '制度/监督'],
  ['导', '制度/督导'],
])('# %s Enter gives a selection the code %s: three key strokes', async (letter, path) => {
  const keys = counted();
  await select(page, { from: '先源头、后河床' });
  await keys.press('#');
  await keys.type(letter);
  await keys.press('Enter');
  expect(keys.count()).toBeLessThanOrEqual(3);
  await waitForPainted(page, 2);
  expect(await lastGiven()).toBe(path);
  await page.press('Escape');
  await page.press('Delete');
  await waitForPainted(page, 1);
});

test('a new code below the one that was used last costs its name and three key strokes', async () => {
  const keys = counted();
  await select(page, { from: '先源头、后河床' });
  await page.press('#');
  await page.type('制');
  await page.press('Enter');
  await waitForPainted(page, 2);
  await page.press('Escape');
  await page.press('Escape');
  await select(page, { from: '好看，也安全' });
  await firstDigitIs('制度');
  await keys.press('#');
  await keys.type('/督办');
  await keys.press('Enter');
  expect(keys.count()).toBe('督办'.length + 3);
  await waitForPainted(page, 3);
  await waitForCodes([...codebook, '制度/督办']);
  expect(await lastGiven()).toBe('制度/督办');
  await page.press('Escape');
  await page.press('Escape');
});

test('a new code anywhere costs its path and two key strokes', async () => {
  const keys = counted();
  await select(page, { from: '整改' });
  await keys.press('#');
  await keys.type('主体/检察院');
  await keys.press('Enter');
  expect(keys.count()).toBe('主体/检察院'.length + 2);
  await waitForPainted(page, 4);
  await waitForCodes([...codebook, '制度/督办', '主体/检察院']);
  await page.press('Escape');
  await page.press('Escape');
});

test('a new code below any code with a digit costs its name and three key strokes, below the last one two', async () => {
  const second = counted();
  await select(page, { from: '行动开始的头四个月' });
  await firstDigitIs('检察院');
  await second.press('/');
  await second.press('2');
  await second.type('抽查');
  await second.press('Enter');
  expect(second.count()).toBe('抽查'.length + 3);
  await waitForPainted(page, 5);
  expect(await lastGiven()).toBe('制度/督办/抽查');
  await page.press('Escape');
  await page.press('Escape');

  const last = counted();
  await select(page, { from: '每段工程留下一成尾款' });
  await firstDigitIs('抽查');
  await last.press('/');
  await last.type('回访');
  await last.press('Enter');
  expect(last.count()).toBe('回访'.length + 2);
  await waitForPainted(page, 6);
  expect(await lastGiven()).toBe('制度/督办/抽查/回访');
  await page.press('Escape');
  await page.press('Escape');
});

test('the next sentence with the active code costs two key strokes', async () => {
  await select(page, { from: '全部人手' });
  await page.press('a');
  await page.type('监');
  await page.press('Enter');
  await waitForPainted(page, 7);
  for (const painted of [8, 9]) {
    const keys = counted();
    await keys.press('Alt+j');
    await keys.press('Enter');
    expect(keys.count()).toBe(2);
    await waitForPainted(page, painted);
    expect(await lastGiven()).toBe('制度/监督');
  }
});

/** The page has heard which code was used last. */
async function firstDigitIs(name: string): Promise<void> {
  await expect
    .poll(() => page.evaluateInToolbar(() => document.querySelector('.recent')?.textContent, null))
    .toBe(`1${name}`);
}

/** The whole path of the first code of the annotation that was changed last. */
async function lastGiven(): Promise<string> {
  const annotations = (await storedRecords(reader, 'annotations')) as unknown as Annotation[];
  const newest = annotations.toSorted((one, other) => other.modified.localeCompare(one.modified));
  return (await paths()).get(newest[0]?.codeIds[0] ?? '') ?? '';
}

async function paths(): Promise<Map<string, string>> {
  const codes = (await storedRecords(reader, 'codes')) as unknown as Code[];
  const byId = new Map(codes.map((code) => [code.id, code]));
  return new Map(codes.map((code) => [code.id, codePath(code, byId).join('/')]));
}

async function waitForCodes(wanted: readonly string[]): Promise<void> {
  await vi.waitFor(async () => {
    expect([...(await paths()).values()].sort()).toEqual([...wanted].sort());
  }, 10_000);
}
