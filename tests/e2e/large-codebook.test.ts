/** A codebook of 2,000 codes in the real sidebar: what a keystroke costs from the key to the picture. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { serializeArchive } from '../../core/archive';
import { aCode, anArchive } from '../builders';
import { type PracticeServer, startPracticeServer } from '../practice/server.ts';
import { type ChromiumDriver, launchChromium } from './chromium';
import type { DrivenPage } from './driver';
import { importText } from './sidebar';

let server: PracticeServer;
let driver: ChromiumDriver;
beforeAll(async () => {
  server = await startPracticeServer();
  driver = await launchChromium();
});
afterAll(async () => {
  await driver.close();
  await server.close();
});

test('with 2,000 codes a keystroke in the filter and an arrow in the tree are shown within 50 ms, p95', async () => {
  const tops = Array.from({ length: 40 }, (_, index) => aCode({ name: `${index} 主体` }));
  const lower = Array.from({ length: 1960 }, (_, index) =>
    aCode({ name: `编码 ${index} 督察`, parentId: tops[index % 40]?.id ?? null }),
  );
  const page = await driver.newPage(`${server.origin}/en/long-read.html`);
  const sidebar = await driver.openSidebar(page);
  await importText(sidebar, serializeArchive(anArchive({ codes: [...tops, ...lower] })));
  await sidebar.press('b');
  await sidebar.waitFor(() => document.querySelector('.code-row') !== null, null, 'the codes');
  await sidebar.evaluate(watchKeys, null);

  await sidebar.press('/');
  await sidebar.type('19 1 195 4 2');
  for (let times = 0; times < 12; times += 1) await sidebar.press('Backspace');
  const filter = await cost(sidebar);
  await sidebar.press('Enter');
  for (let times = 0; times < 25; times += 1) await sidebar.press('ArrowDown');
  await sidebar.press('End');
  const arrows = await cost(sidebar);
  expect({ filter, arrows }).toSatisfy((costs: object) => Object.values(costs).every((cost) => cost <= 50));
});

interface Watched {
  __costs: number[];
}

/** Runs in the page: notes for each key how long it takes until its picture is drawn. */
function watchKeys(): void {
  const watched = window as unknown as Watched;
  watched.__costs = [];
  addEventListener(
    'keydown',
    ({ timeStamp }) =>
      requestAnimationFrame(() => setTimeout(() => watched.__costs.push(performance.now() - timeStamp))),
    { capture: true },
  );
}

/** The 95th percentile of the keys since the last asking, in milliseconds. */
async function cost(sidebar: DrivenPage): Promise<number> {
  const costs = await sidebar.evaluate(
    () => (window as unknown as Watched).__costs.splice(0).sort((one, other) => one - other),
    null,
  );
  expect(costs.length).toBeGreaterThan(20);
  return costs[Math.floor(costs.length * 0.95)] ?? Number.POSITIVE_INFINITY;
}
