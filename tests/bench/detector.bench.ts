/** What the detector costs a page that is no article: the main thread's CPU time for a load of the practice front page, with and without the extension. */

import { type BrowserContext, chromium } from 'playwright-core';
import { findBrowsers } from '../../scripts/find-browsers.mjs';
import { launchChromium } from '../e2e/chromium';
import { stableFlags } from '../e2e/flags';
import { startPracticeServer } from '../practice/server.ts';

const loads = 15;

/** The first ones fill the caches. */
const warmingUp = 2;

/** The detector looks at such a page four times, the last time 3 s after it is there. In milliseconds. */
const lastLook = 3_400;

const { chromium: executablePath } = findBrowsers();
if (executablePath === null) throw new Error('No Chromium was found; run the set-up.');

const server = await startPracticeServer();
const plain = await chromium.launchPersistentContext('', {
  executablePath,
  headless: true,
  args: [...stableFlags, '--lang=en-US'],
});
const extended = await launchChromium();
try {
  const without: number[] = [];
  const within: number[] = [];
  for (let load = 0; load < warmingUp + loads; load += 1) {
    // In turn, so that what else the computer does falls on both.
    const [one, other] = [await cost(plain), await cost(extended.context)];
    if (load < warmingUp) continue;
    without.push(one);
    within.push(other);
  }
  const [page, both] = [median(without), median(within)];
  const share = (((both - page) / page) * 100).toFixed(1);
  print(`main thread, front page, median of ${loads} loads, CPU time until all looks are over:`);
  print(`  without the extension   ${milliseconds(page)}  (${spread(without)})`);
  print(`  with the extension      ${milliseconds(both)}  (${spread(within)})`);
  print(`  the detector's part     ${milliseconds(both - page)}  = ${share} % of the page's own load`);
} finally {
  await Promise.all([plain.close(), extended.close(), server.close()]);
}

/** CPU milliseconds of the renderer's main thread for one load, from an empty page of the same site. */
async function cost(context: BrowserContext): Promise<number> {
  const page = await context.newPage();
  await page.goto(`${server.origin}/img/favicon.svg`);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await taskTime();
  await page.goto(`${server.origin}/`, { waitUntil: 'load' });
  await page.waitForTimeout(lastLook);
  const after = await taskTime();
  await page.close();
  return (after - before) * 1_000;

  /** Seconds since the renderer began. */
  async function taskTime(): Promise<number> {
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = metrics.find(({ name }) => name === 'TaskDuration');
    if (metric === undefined) throw new Error('Chromium no longer tells TaskDuration.');
    return metric.value;
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}

/** The middle half of the values. */
function spread(values: readonly number[]): string {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
  return `half of them ${at(0.25).toFixed(1)}–${at(0.75).toFixed(1)}`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(1).padStart(6)} ms`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
