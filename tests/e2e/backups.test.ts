/** Backups that are made without anybody, in the real browsers: from Chromium's worker, which gives no file an address, and from Firefox's background. */

import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseArchive } from '../../core/archive';
import { startPracticeServer } from '../practice/server.ts';
import { type ChromiumDriver, launchChromium } from './chromium';
import type { DrivenPage, Driver } from './driver';
import { launchFirefox } from './firefox';
import { killWorker } from './kill-worker';
import { annotatorIsReady, select, waitForPainted } from './reader';
import { started } from './started';

const server = started(startPracticeServer);

/** The same build with what is optional given, because no driver can press the browser's own buttons. */
async function buildWithPermissions(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pressmark-allowed-'));
  await cp(resolve(import.meta.dirname, '../../.output/chrome-mv3'), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  manifest.permissions.push(...manifest.optional_permissions);
  manifest.optional_permissions = [];
  await writeFile(path, JSON.stringify(manifest));
  return folder;
}

test('in Chromium a backup is saved when it is switched on, and later by the worker at its next start', async () => {
  const folder = await buildWithPermissions();
  const flags = [`--load-extension=${folder}`, `--disable-extensions-except=${folder}`];
  const driver = await launchChromium({ flags });
  try {
    const { page, settings } = await keepAndOpenSettings(driver);
    await settings.clickOn('#backup input[value="daily"]');
    await lastBackupIsNamed(settings);
    const [first] = await downloads(driver);
    expect(parseArchive(await readFile(first ?? '', 'utf8')).annotations).toHaveLength(1);

    await letTimePass(settings, null);
    await settings.close();
    await select(page, { from: 'twenty' });
    await page.press('h');
    await waitForPainted(page, 2);
    expect(await downloads(driver)).toHaveLength(1);
    await expect.poll(() => killWorker(driver)).toBe(true);
    await page.reload();
    await annotatorIsReady(page);
    await expect.poll(() => downloads(driver)).toHaveLength(2);
    const second = (await downloads(driver)).find((path) => path !== first);
    expect(parseArchive(await readFile(second ?? '', 'utf8')).annotations).toHaveLength(2);
  } finally {
    await driver.close();
  }
});

test('in Chromium a backup without the permission says so, and changes nothing else', async () => {
  const driver = await launchChromium();
  try {
    const { page, settings } = await keepAndOpenSettings(driver);
    await letTimePass(settings, 'daily');
    await expect.poll(() => killWorker(driver)).toBe(true);
    await page.reload();
    await annotatorIsReady(page);
    await settings.reload();
    await settings.waitFor(
      () =>
        document.querySelector('#backup .banner.problem')?.textContent?.includes('may not manage downloads'),
      null,
      'the failure to be told',
    );
    const sidebar = await driver.openSidebar(page);
    await sidebar.waitFor(
      () => document.querySelector('.banner.problem')?.textContent?.includes('could not be saved'),
      null,
      'the sidebar to tell of it',
    );
  } finally {
    await driver.close();
  }
});

test('in Firefox a backup is saved when it is switched on, and later by the background when it wakes', async () => {
  const preferences = {
    'extensions.webextOptionalPermissionPrompts': false,
    'extensions.background.idle.timeout': 1_000,
  };
  const driver = await launchFirefox({ preferences });
  try {
    const { page, settings } = await keepAndOpenSettings(driver);
    const folder = await driver.download(settings, () => settings.clickOn('#backup input[value="daily"]'));
    await lastBackupIsNamed(settings);
    const [name] = await readdir(folder);
    expect(parseArchive(await readFile(join(folder, name ?? ''), 'utf8')).annotations).toHaveLength(1);

    await letTimePass(settings, null);
    await settings.close();
    await select(page, { from: 'twenty' });
    await page.press('h');
    await waitForPainted(page, 2);
    // Between two looks the background falls asleep; the page that loads wakes it.
    const look = async () => {
      await page.reload();
      return (await readdir(folder)).filter((file) => file.endsWith('.json')).length;
    };
    await expect.poll(look, { timeout: 60_000, interval: 3_000 }).toBe(2);
  } finally {
    await driver.close();
  }
});

async function keepAndOpenSettings(driver: Driver) {
  const page = await driver.newPage(`${server().origin}/en/long-read.html`);
  await annotatorIsReady(page);
  await select(page, { from: 'Water is heavy' });
  await page.press('h');
  await waitForPainted(page, 1);
  const sidebar = await driver.openSidebar(page);
  await sidebar.waitFor(() => document.querySelector('article.card') !== null, null, 'a card');
  const settings = await driver.openKeysPage(sidebar);
  await settings.waitFor(() => document.querySelector('#backup .rhythm') !== null, null, 'the backups');
  await sidebar.close();
  return { page, settings };
}

function lastBackupIsNamed(settings: DrivenPage): Promise<void> {
  return settings.waitFor(
    () => document.querySelector('#backup [data-last^="20"]') !== null,
    null,
    'the last backup to be named',
  );
}

/** As if the last backup were two days old, or there had been none. */
function letTimePass(settings: DrivenPage, every: 'daily' | null): Promise<void> {
  return settings.evaluate(
    (rhythm) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('pressmark');
        opening.onsuccess = () => {
          const meta = opening.result.transaction('meta', 'readwrite').objectStore('meta');
          const reading = meta.get('backup');
          reading.onsuccess = () => {
            const state = JSON.parse(reading.result?.value ?? '{}');
            if (rhythm !== null) state.every = rhythm;
            if (state.last) state.last.at = new Date(Date.now() - 48 * 3_600_000).toISOString();
            meta.put({ key: 'backup', value: JSON.stringify(state) });
          };
          meta.transaction.oncomplete = () => resolve(opening.result.close());
        };
      }),
    every,
  );
}

/** Where the files are that the browser has saved. */
async function downloads(driver: ChromiumDriver): Promise<string[]> {
  const items = await (await driver.worker()).evaluate(
    async () => (await chrome?.downloads.search({ state: 'complete' })) ?? [],
  );
  return items.map(({ filename }) => filename);
}
