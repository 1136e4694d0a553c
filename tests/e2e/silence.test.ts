/** Network silence: a whole run with Pressmark asks the network for nothing that the same run without it does not ask. */

import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../practice/server.ts';
import { launchChromium } from './chromium';
import type { DrivenPage, Driver } from './driver';
import { launchFirefox } from './firefox';
import { destinations } from './net-log';
import { startProxyTrap } from './proxy-trap';
import { annotatorIsReady, keep, waitForPainted } from './reader';
import { exportText, importText, waitForCards } from './sidebar';

const read = ['/', '/zh/report.html', '/en/long-read.html', '/app/a', '/login'];

/** Each run has a server of its own, so that two can go on at once. */
type Work = (driver: Driver, server: PracticeServer) => Promise<void>;

test('in Chromium a whole run makes no request but the reading itself', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pressmark-net-log-'));
  const run = async (name: string, work: Work, withoutExtension: boolean) => {
    const log = join(folder, `${name}.json`);
    const server = await startPracticeServer();
    const driver = await launchChromium({
      withoutExtension,
      flags: [`--log-net-log=${log}`, '--net-log-capture-mode=Everything'],
    });
    await work(driver, server);
    await driver.close();
    await server.close();
    const { host, origin } = new URL(server.origin);
    const all = await destinations(log);
    return {
      origin,
      requests: server.requests().sort(),
      destinations: all,
      outside: all.filter(({ to }) => !to.includes(host)),
    };
  };
  const { whole, control } = await runAndControl(
    () => run('whole', wholeRun, false),
    (work) => run('control', work, true),
  );

  const asked = whole.outside.filter(({ by }) => by !== null);
  process.stdout.write(
    `network of Chromium: ${whole.requests.length} requests to the practice server, ${asked.length} elsewhere by pages ` +
      `or Pressmark; the browser's own steps elsewhere ${whole.outside.length}, ` +
      `without Pressmark ${control.outside.length}\n`,
  );
  // The record does tell who asked: the pages' own pictures and scripts are in it.
  expect(whole.destinations).toContainEqual({ to: `request ${whole.origin}`, by: whole.origin });
  expect(asked).toEqual([]);
  expect(whole.destinations.filter(({ by }) => by?.startsWith('chrome-extension:'))).toEqual([]);
  const known = new Set(control.destinations.map(({ to }) => to));
  const unknown = whole.outside.filter(({ to }) => !known.has(to));
  expect(unknown.filter(({ to }) => !itsMaker.chromium.test(to))).toEqual([]);
  expect(whole.requests).toEqual(control.requests);
});

test('in Firefox a whole run makes no request but the reading itself', async () => {
  const run = async (work: Work, withoutExtension: boolean) => {
    const trap = await startProxyTrap();
    const server = await startPracticeServer();
    const driver = await launchFirefox({ withoutExtension, preferences: trap.preferences });
    await work(driver, server);
    await driver.close();
    await trap.close();
    await server.close();
    return { requests: server.requests().sort(), asked: trap.asked() };
  };
  const { whole, control } = await runAndControl(
    () => run(wholeRun, false),
    (work) => run(work, true),
  );
  process.stdout.write(
    `network of Firefox: others with Pressmark ${whole.asked.length}, without ${control.asked.length}\n`,
  );
  const known = new Set(control.asked);
  const unknown = whole.asked.filter((host) => !known.has(host));
  expect(unknown.filter((host) => !itsMaker.firefox.test(host))).toEqual([]);
  expect(whole.requests).toEqual(control.requests);
});

/** Hosts that a browser asks by itself, at moments of its own choice; no address of theirs stands in Pressmark. */
const itsMaker = {
  chromium: /(?:google|googleapis|googleusercontent|gstatic|gvt1)\.com(?::\d+)?$/u,
  firefox: /(?:mozilla|firefox)\.(?:com|net|org)$/u,
};

/** The control goes on beside it and lasts as long: what a browser asks by itself grows with the time. */
async function runAndControl<Result>(
  run: () => Promise<Result>,
  runControl: (work: Work) => Promise<Result>,
): Promise<{ whole: Result; control: Result }> {
  const running = run();
  const [whole, control] = await Promise.all([
    running,
    runControl(async (driver, server) => {
      await readOnly(driver, server);
      await running;
    }),
  ]);
  return { whole, control };
}

async function readOnly(driver: Driver, { origin }: PracticeServer): Promise<void> {
  for (const path of read) await visit(driver, origin + path);
}

/** The same reading, and everything that Pressmark does. */
async function wholeRun(driver: Driver, { origin }: PracticeServer): Promise<void> {
  for (const path of read) {
    const page = await visit(driver, origin + path);
    if (path === '/zh/report.html') await annotate(driver, page);
  }
}

async function visit(driver: Driver, address: string): Promise<DrivenPage> {
  const page = await driver.newPage(address);
  await page.waitFor(() => document.readyState === 'complete', null, `${address} to be loaded`);
  return page;
}

async function annotate(driver: Driver, page: DrivenPage): Promise<void> {
  await annotatorIsReady(page);
  await keep(page, { from: '全部人手' });
  await keep(page, { from: '一铲淤泥也没有挖' });
  await page.press('Escape');
  const sidebar = await driver.openSidebar(page);
  await waitForCards(sidebar, 2);
  const archive = await exportText(driver, sidebar, 'everything', 'archive');
  await exportText(driver, sidebar, 'article', 'csv');
  await exportText(driver, sidebar, 'article', 'markdown');
  await importText(sidebar, asOthers(archive.text));
  await waitForCards(sidebar, 4);
  await sidebar.press('j');
  await sidebar.press('Delete');
  await waitForCards(sidebar, 3);
  await sidebar.press('z');
  await waitForCards(sidebar, 4);
  await waitForPainted(page, 4);
}

/** The same annotations under new ids, as if somebody else had made them. */
function asOthers(archive: string): string {
  const { annotations }: { annotations: { id: string }[] } = JSON.parse(archive);
  return annotations.reduce((text, { id }) => text.replaceAll(id, randomUUID()), archive);
}
