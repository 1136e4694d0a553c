/** Kills the background worker and the pages of the extension in the middle of mixed writes, and looks after each what the next start finds. */

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bundleSource } from '../../scripts/bundle-source.ts';
import { startPracticeServer } from '../practice/server.ts';
import { type ChromiumDriver, launchChromium } from './chromium';
import { probeIsolatedWorld } from './isolated-world';
import { killWorker } from './kill-worker';
import type * as pageWriter from './library-kills/page-writer';
import { nextAcknowledged, workerWriter } from './library-kills/worker-writer';
import { annotatorIsReady } from './reader';
import { started } from './started';

const { PRESSMARK_SOAK: soak } = process.env;
const kills = soak === undefined ? 12 : 500;

const server = started(startPracticeServer);
const driver = started(launchChromium);

interface Written {
  writer: typeof pageWriter;
}

test(
  `after each of ${kills} kills of worker and page, counts, segments and records agree, and nothing acknowledged is lost`,
  async () => {
    const source = await bundleSource('writer', {
      'tests/e2e/library-kills/page-writer.ts': ['write', 'stop', 'look', 'replay'],
    });
    const news = await driver().newPage(`${server().origin}/en/long-read.html`);
    await annotatorIsReady(news);
    const probe = await probeIsolatedWorld(driver(), news);
    await probe.evaluate(workerWriter);
    const acknowledged: string[] = [];
    let page = await openWriter(driver(), source, acknowledged);
    const killed = { worker: 0, page: 0 };
    while (killed.worker + killed.page < kills) {
      // Twice in three times something is written first: a slow computer would only ever kill what starts.
      const turn = (killed.worker + killed.page) % 3;
      if (turn === 0) await probe.evaluate(nextAcknowledged);
      if (turn === 1) await nextIn(acknowledged);
      await new Promise((done) => setTimeout(done, 20 + Math.random() * 180));
      if (Math.random() < 0.5) {
        if (!(await killWorker(driver()))) continue;
        killed.worker += 1;
      } else {
        await killPage(page);
        page = await openWriter(driver(), source, acknowledged);
        killed.page += 1;
      }
      const known = [...acknowledged, ...(await probe.evaluate<string[]>('acknowledged'))];
      const found = await page.evaluate((ids) => (globalThis as unknown as Written).writer.look(ids), known);
      const told = await probe.evaluate<Record<string, string>>('told');
      const lost = found.lost.map((id) => `${told[id] ?? 'in a page'} ${id}`);
      expect({ ...found, lost }).toEqual({ lost: [], mended: null });
    }
    const byWorker = await probe.evaluate<string[]>(
      '(async () => { isWriting = false; await writing; return acknowledged; })()',
    );
    await page.evaluate(() => (globalThis as unknown as Written).writer.stop());
    const all = [...acknowledged, ...byWorker];
    expect(await page.evaluate((ids) => (globalThis as unknown as Written).writer.look(ids), all)).toEqual({
      lost: [],
      mended: null,
    });
    expect(await page.evaluate(() => (globalThis as unknown as Written).writer.replay())).toEqual([]);
    process.stdout.write(
      `${killed.worker} kills of the worker, ${killed.page} of a page: ${byWorker.length} writes acknowledged by the worker, ${acknowledged.length} in pages, 0 lost\n`,
    );
    expect(byWorker.length).toBeGreaterThan(kills / 4);
    expect(acknowledged.length).toBeGreaterThan(kills / 4);
  },
  4_000 * kills + 60_000,
);

async function nextIn(acknowledged: readonly string[]): Promise<void> {
  const before = acknowledged.length;
  await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(before);
}

/** A page of the extension that writes. The driver's own evaluation asks no policy of the page. */
async function openWriter(
  { context, extensionId }: ChromiumDriver,
  source: string,
  acknowledged: string[],
): Promise<Page> {
  const page = await context.newPage();
  await page.exposeFunction('acknowledge', (commandId: string) => void acknowledged.push(commandId));
  await page.goto(`chrome-extension://${extensionId}/offscreen.html`);
  await page.evaluate(`${source}; 0`);
  await page.evaluate(() => void (globalThis as unknown as Written).writer.write());
  return page;
}

/** Ends its process, in which other pages of the extension live too. */
async function killPage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
}
