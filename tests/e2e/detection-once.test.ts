/** Each article is reported once, however the page came to show it. (Prerendering is off wherever a debugger is attached: tests/page/detection/detect-when-ready.test.ts plays it.) */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../practice/server.ts';
import { type ChromiumDriver, launchChromium } from './chromium';
import type { DrivenPage } from './driver';
import { hearReports, reportsOf } from './heard-reports';
import { annotatorIsReady } from './reader';

let server: PracticeServer;
let driver: ChromiumDriver;

beforeAll(async () => {
  server = await startPracticeServer();
  driver = await launchChromium();
  await hearReports(driver);
});
afterAll(async () => {
  await driver.close();
  await server.close();
});

test('a single-page application reports each of its articles once', async () => {
  const page = await driver.newPage(`${server.origin}/app/a`);
  await annotatorIsReady(page);
  await lastLookIsOver(page);
  await page.clickOn('nav.next a[href="/app/b"]');
  await page.waitFor(() => location.pathname === '/app/b', null, 'the second article');
  await annotatorIsReady(page);
  const before = await page.evaluate(() => performance.now(), null);
  await page.waitFor(
    (since) => performance.now() > since + 4_000,
    before,
    'the last look at the second article',
  );
  expect(await reportsOf(driver, '/app/a')).toEqual([true]);
  expect(await reportsOf(driver, '/app/b')).toEqual([true]);
  await page.close();
});

/** The detector looks for the last time three seconds after the text is there. */
function lastLookIsOver(page: DrivenPage): Promise<void> {
  return page.waitFor(() => performance.now() > 4_500, null, 'the last look');
}
