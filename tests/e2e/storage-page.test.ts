/** The settings in the real browser: storage and backups in words, and a backup that comes back into an empty library. */

import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parseArchive } from '../../core/archive';
import { startPracticeServer } from '../practice/server.ts';
import { controls, violationsInEachScheme, violationsOnPage } from './accessible';
import { bothBrowsers } from './both-browsers';
import { launchChromium } from './chromium';
import type { DrivenPage, Driver } from './driver';
import { annotatorIsReady, select, waitForPainted } from './reader';
import { started } from './started';
import { storedRecords } from './stored';

const server = started(startPracticeServer);

describe.each(bothBrowsers)('in $browser', ({ launch }) => {
  const driver = started(launch);

  test('a backup holds what was kept, and a restore shows first what it would change', async () => {
    const { settings, sidebar, page } = await openSettings(driver());
    expect(await amounts(settings)).toMatchObject({ Annotations: '1', Articles: '1', 'In the trash': '0' });
    expect(await text(settings, '#backup')).toContain('There is no backup yet.');
    const path = await driver().download(settings, () => settings.clickOn('#backup .primary'));
    const file = await readFile(path, 'utf8');
    expect(path).toMatch(/Pressmark backup \d{4}-\d\d-\d\d\.json$/u);
    expect(parseArchive(file).annotations).toHaveLength(1);
    await settings.waitFor(
      () => document.querySelector('#backup [data-last^="20"]') !== null,
      null,
      'the last backup to be named',
    );

    await sidebar.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('pressmark');
          opening.onsuccess = () => {
            const names = ['articles', 'annotations', 'operations', 'segments', 'counts'];
            const writing = opening.result.transaction(names, 'readwrite');
            for (const name of names) writing.objectStore(name).clear();
            writing.oncomplete = () => resolve(opening.result.close());
            writing.onerror = () => reject(writing.error);
          };
        }),
      null,
    );
    await settings.chooseFile('#backup input[type="file"]', path);
    await settings.waitFor(
      () => document.querySelector('#backup .sheet .primary') !== null,
      null,
      'the dry run',
    );
    expect(await text(settings, '#backup .report')).toContain('New1');
    expect(await storedRecords(sidebar, 'annotations')).toHaveLength(0);
    await settings.clickOn('#backup .sheet .primary');
    await settings.waitFor(
      () =>
        document.querySelector('#backup [role="status"]')?.textContent?.startsWith('Restored: 1') === true,
      null,
      'the restore to be told',
    );
    expect(await storedRecords(sidebar, 'annotations')).toHaveLength(1);
    for (const one of [settings, sidebar, page]) await one.close();
  });

  test('the page says whether the browser has promised to keep the library', async () => {
    const { settings, sidebar, page } = await openSettings(driver());
    const isPersisted = await settings.evaluate(() => navigator.storage.persisted(), null);
    const words = isPersisted ? 'Kept for good' : 'No promise yet';
    expect(await text(settings, '#storage')).toContain(words);
    process.stdout.write(
      `${driver().name}: persisted ${isPersisted} once the library page or sidebar was opened\n`,
    );
    for (const one of [settings, sidebar, page]) await one.close();
  });
});

describe.each(['en-US', 'zh-CN', 'zh-TW'])('in %s', (language) => {
  const driver = started(() => launchChromium({ language }));

  test('breaks no rule of axe in light and dark, with a failure, a waiting import and a dry run, and fits 320 pixels', async () => {
    const { settings } = await openSettings(driver());
    await settings.evaluate(async (values) => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('pressmark');
        opening.onsuccess = () => resolve(opening.result);
      });
      const writing = database.transaction('meta', 'readwrite');
      writing.objectStore('meta').put({ key: 'backup', value: values.backup });
      writing.objectStore('meta').put({ key: 'import', value: values.waiting, file: new Blob(['{}']) });
      await new Promise((resolve) => {
        writing.oncomplete = resolve;
      });
      database.close();
    }, damaged);
    await settings.reload();
    await settings.waitFor(
      () => document.querySelectorAll('#backup .banner').length === 2,
      null,
      'both banners',
    );
    const { PRESSMARK_PICTURES: folder } = process.env;
    const picture = async (scheme: string) => {
      if (folder !== undefined) await settings.screenshot(`${folder}/settings-${language}-${scheme}.png`);
    };
    expect(await violationsInEachScheme(driver(), settings, violationsOnPage, picture)).toEqual([]);
    const nameless = (await controls(driver(), settings)).filter(({ name }) => name.trim() === '');
    expect(nameless).toEqual([]);
    await settings.resize(320, 640);
    expect(await settings.evaluate(() => document.documentElement.scrollWidth, null)).toBeLessThanOrEqual(
      320,
    );
  });
});

const damaged = {
  backup: JSON.stringify({
    every: 'daily',
    last: { at: '2026-11-20T08:00:00.000Z', fileName: 'Pressmark backup 2026-11-20.json', clock: '1' },
    failure: { at: '2026-11-21T08:00:00.000Z', why: 'not-saved', detail: 'FILE_NO_SPACE' },
  }),
  waiting: JSON.stringify({
    commandId: '00000000-0000-4000-8000-000000000001',
    fileName: 'library.json',
    begun: '2026-11-21T08:00:00.000Z',
  }),
};

/** With one annotation in the library. */
async function openSettings(driver: Driver) {
  const page = await driver.newPage(`${server().origin}/en/long-read.html`);
  await annotatorIsReady(page);
  if ((await page.evaluate(() => CSS.highlights.size, null)) === 0) {
    await select(page, { from: 'Water is heavy' });
    await page.press('h');
  }
  await waitForPainted(page, 1);
  const sidebar = await driver.openSidebar(page);
  await sidebar.waitFor(() => document.querySelector('article.card') !== null, null, 'a card');
  const settings = await driver.openKeysPage(sidebar);
  await settings.waitFor(() => document.querySelector('#storage dd') !== null, null, 'the amounts');
  return { page, sidebar, settings };
}

function amounts(settings: DrivenPage): Promise<Record<string, string>> {
  return settings.evaluate(() => {
    const rows = [...document.querySelectorAll('#storage dl > div')];
    return Object.fromEntries(
      rows.map((row) => [row.firstChild?.textContent ?? '', row.lastChild?.textContent ?? '']),
    );
  }, null);
}

function text(settings: DrivenPage, selector: string): Promise<string> {
  return settings.evaluate((where) => document.querySelector(where)?.textContent ?? '', selector);
}
