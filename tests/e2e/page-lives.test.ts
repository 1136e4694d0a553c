/** A page that the browser kept in its memory and brings back is as it was: painted once, with one toolbar, and told of once. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bothBrowsers } from './both-browsers';
import { launchChromium } from './chromium';
import type { DrivenPage, Driver } from './driver';
import { hearReports, reportsOf } from './heard-reports';
import { annotatorIsReady, keep, painted, waitForPainted } from './reader';

const paragraph =
  '<p>The council met for hours about the wall, and nobody went home before it was decided.</p>';
const article = `<!doctype html><html lang="en"><title>Wall vote passes</title><meta property="og:type" content="article">
<article><h1>Wall vote passes</h1><time datetime="2026-01-10">10 January 2026</time>${paragraph.repeat(12)}<p>A last word.</p></article>`;

let server: Server;
let origin: string;

beforeAll(async () => {
  // The practice server forbids keeping its pages, which keeps them out of the browser's memory too.
  server = createServer(({ url }, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(url?.startsWith('/2026/') === true ? article : '<!doctype html><title>Next</title><p>Next');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const path = '/2026/01/10/wall-vote-passes.html';

describe.each(bothBrowsers)('in $browser', ({ launch }) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch({ keepsPages: true });
  });
  afterAll(() => driver.close());

  test('away and back, what was kept is painted once, the page holds one toolbar, and more can be kept', async () => {
    const page = await driver.newPage(`${origin}${path}`);
    await annotatorIsReady(page);
    await keep(page, { from: 'A last word' });
    await leaveAndComeBack(page);
    await waitForPainted(page, 1);
    const hosts = await page.evaluate(
      () => [...document.documentElement.children].filter(({ localName }) => localName === 'div').length,
      null,
    );
    expect(hosts).toBe(1);
    await keep(page, { from: 'The council' });
    expect(await painted(page)).toEqual(['The council', 'A last word']);
  });
});

test('an article that comes back is told of once more, and only once, in Chromium', async () => {
  const driver = await launchChromium({ keepsPages: true });
  try {
    await hearReports(driver);
    const page = await driver.newPage(`${origin}${path}`);
    await annotatorIsReady(page);
    await leaveAndComeBack(page);
    const back = await page.evaluate(() => performance.now(), null);
    await page.waitFor((since) => performance.now() > since + 3_500, back, 'the last look');
    expect(await reportsOf(driver, path)).toEqual([true, true]);
  } finally {
    await driver.close();
  }
});

/** The page that comes back is the one that was left, not a new load of it. */
async function leaveAndComeBack(page: DrivenPage): Promise<void> {
  await page.evaluate(() => void Object.assign(window, { stayed: true }), null);
  await page.goto(`${origin}/next`);
  await page.evaluate(() => void setTimeout(() => history.back()), null);
  await page.waitFor(() => 'stayed' in window, null, 'the page that was left');
  await annotatorIsReady(page);
}
