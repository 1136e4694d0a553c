/** The library's page in the real browser: opened, searched, filtered, kept in its address, coded, undone, and its trash. */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { controls, violationsInEachScheme, violationsOnPage } from './accessible';
import { bothBrowsers } from './both-browsers';
import { type ChromiumDriver, launchChromium } from './chromium';
import type { DrivenPage } from './driver';
import { pressFilter, queryIn, search, waitForFound, waitForQuotes } from './library';
import { smallLibrary } from './library-records';
import { openLibraryWindow } from './library-window';
import { annotatorIsReady } from './reader';
import { importText, waitForStatus } from './sidebar';
import { started } from './started';
import { storedRecords } from './stored';

const server = started(startPracticeServer);
const pictures = join(import.meta.dirname, '../../out/library');

describe.each(bothBrowsers)('in $browser', ({ launch }) => {
  const driver = started(launch);

  test('it is opened from the sidebar, searched, filtered, coded, undone, and its trash restored', async () => {
    const library = await openLibraryWindow(server(), driver());
    await importText(library, smallLibrary());
    await waitForFound(library, 'Annotations: 9 · Articles: 4');

    // Two Chinese characters, and the address keeps them over a reload.
    await search(library, '经济');
    await waitForFound(library, 'Annotations: 5 · Articles: 3');
    await library.waitFor(() => location.hash.includes('%E6%B5%8E'), null, 'the query in the address');
    await reload(library);
    await waitForFound(library, 'Annotations: 5 · Articles: 3');
    expect(await queryIn(library)).toBe('经济');
    await expect.poll(() => marked(library)).toEqual(['经济', '经济', '经济']);
    await search(library, ' ');
    await waitForFound(library, 'Annotations: 9 · Articles: 4');

    // A code with its sub-codes, an outlet and a month: the query says so; one step back takes one of them out.
    await library.press('Escape');
    await pressFilter(library, '主体');
    await waitForFound(library, 'Annotations: 2 · Articles: 2');
    await pressFilter(library, '静安报');
    await waitForFound(library, 'Annotations: 1 · Articles: 1');
    await pressFilter(library, '2024-01');
    await waitForQuotes(library, ['区委切实履行']);
    expect(await queryIn(library)).toBe('code:"/主体" outlet:"静安报" after:2024-01 before:2024-02');
    await library.evaluate(() => history.back(), null);
    await waitForFound(library, 'Annotations: 1 · Articles: 1');
    await library.waitFor(
      () => document.querySelector('input')?.value.includes('after') === false,
      null,
      'the month to be gone',
    );
    await library.evaluate(() => history.forward(), null);
    await library.waitFor(
      () => document.querySelector('input')?.value.includes('after') === true,
      null,
      'the month to be asked for again',
    );
    await search(library, ' ');
    await waitForFound(library, 'Annotations: 9 · Articles: 4');

    // Several are chosen and coded in one step, and undone.
    await library.press('Escape');
    await library.press('Enter');
    await library.press('j');
    await library.press('x');
    await library.press('Shift+J');
    await library.press('#');
    await library.type('新编码');
    await library.press('Enter');
    await waitForStatus(library, 'code 2 annotations');
    const coded = async () => {
      const records = await storedRecords(library, 'annotations');
      const codes = await storedRecords(library, 'codes');
      const id = codes.find(({ name }) => name === '新编码')?.id ?? '';
      return records.filter(({ codeIds }) => Array.isArray(codeIds) && codeIds.includes(id)).length;
    };
    await expect.poll(coded).toBe(2);
    await library.press('Escape');
    await library.press('Escape');
    await library.press('z');
    await expect.poll(coded).toBe(0);

    // Into the trash by a key, and out of it again.
    await library.press('j');
    await library.press('Delete');
    await waitForFound(library, 'Annotations: 8 · Articles: 4');
    await library.press('d');
    await waitForFound(library, 'Annotations: 1 · Articles: 1');
    await library.clickOn('.list-left button');
    await waitForFound(library, 'Annotations: 0 · Articles: 0');
    await library.press('d');
    await waitForFound(library, 'Annotations: 9 · Articles: 4');
  });

  test('the one tab is used again', async () => {
    const page = await driver().newPage(`${server().origin}/en/long-read.html`);
    await annotatorIsReady(page);
    const sidebar = await driver().openSidebar(page);
    await sidebar.waitFor(() => document.querySelector('main') !== null, null, 'the sidebar');
    const openAgain = async () => {
      await sidebar.press('l');
      return libraryTabs(sidebar);
    };
    // The sidebar is there a moment before it hears its keys.
    await expect.poll(openAgain).toEqual([true]);
  });
});

describe.each(['en-US', 'zh-CN'])('in %s', (language) => {
  const driver = started(() => launchChromium({ language }));

  test('axe finds nothing wrong at any width, and every control has a name', async () => {
    const library = await openLibraryWindow(server(), driver());
    await importText(library, smallLibrary());
    await library.waitFor(() => document.querySelectorAll('.list-item').length === 9, null, 'nine rows');
    await library.press('j');
    await library.press('j');
    await library.press('x');
    await library.waitFor(() => document.querySelector('.reading') !== null, null, 'the article');
    await mkdir(pictures, { recursive: true });
    for (const [width, height] of [
      [1440, 900],
      [900, 800],
      [320, 700],
    ] as const) {
      await library.resize(width, height);
      expect(await look(driver(), library, `${language}-${width}`)).toEqual([]);
      expect(await cutDays(library)).toEqual([]);
    }
    await library.press('Enter');
    expect(await look(driver(), library, `${language}-320-reading`)).toEqual([]);
    await library.press('Escape');
    await library.clickOn('.filters-button button');
    expect(await look(driver(), library, `${language}-320-filters`)).toEqual([]);
    await library.resize(1440, 900);
    await library.clickOn('.search-help summary');
    await library.press('Escape');
    await search(library, '经济');
    expect(await look(driver(), library, `${language}-search`)).toEqual([]);
    await library.press('Escape');
    await library.press('Escape');
    await library.press('j');
    await library.press('Delete');
    await library.press('d');
    expect(await look(driver(), library, `${language}-trash`)).toEqual([]);
    const named = await controls(driver(), library);
    expect(named.filter(({ name }) => name === '')).toEqual([]);
    await library.close();
  });

  test('each table is shown with its picture, and a number in it opens what it counts', async () => {
    const library = await openLibraryWindow(server(), driver());
    await importText(library, smallLibrary());
    await library.waitFor(() => document.querySelectorAll('.list-item').length > 5, null, 'the rows');
    await library.clickOn('.library-summary .views button:nth-child(2)');
    for (const [at, kind] of ['article', 'outlet', 'time', 'pairs'].entries()) {
      await showTable(library, at + 1);
      expect(await look(driver(), library, `${language}-table-${kind}`)).toEqual([]);
    }
    await showTable(library, 2);
    const wanted = await library.evaluate(() => {
      const cells = [...document.querySelectorAll<HTMLElement>('[data-cell]')];
      const largest = Math.max(...cells.map(({ textContent }) => Number(textContent)));
      cells.find(({ textContent }) => Number(textContent) === largest)?.click();
      return largest;
    }, null);
    await library.waitFor(
      (count) => document.querySelectorAll('.list-item').length === count,
      wanted,
      `${wanted} annotations`,
    );
  });
});

/** @param nth of the tables' buttons, from 1 */
async function showTable(library: DrivenPage, nth: number): Promise<void> {
  const button = `.tables .views button:nth-child(${nth})`;
  await library.clickOn(button);
  await library.waitFor(
    (chosen) =>
      document.querySelector(`${chosen}[aria-current="true"]`) !== null &&
      document.querySelector('.tables[aria-busy="false"] .table-grid [data-cell]') !== null,
    button,
    `table ${nth}`,
  );
}

/** As by its button: Firefox's protocol refuses to go to pages of an extension. */
async function reload(library: DrivenPage): Promise<void> {
  await library.evaluate(() => {
    document.body.setAttribute('data-is-old', '');
    setTimeout(() => location.reload());
  }, null);
  await library.waitFor(
    () => document.querySelector('body:not([data-is-old]) .library') !== null,
    null,
    'a reload',
  );
}

/** A picture in each scheme; what axe finds wrong in any of them. */
async function look(driver: ChromiumDriver, library: DrivenPage, name: string): Promise<string[]> {
  const picture = (scheme: string) => library.screenshot(join(pictures, `${name}-${scheme}.png`));
  const found = await violationsInEachScheme(driver, library, violationsOnPage, picture);
  return found.map((line) => `${name} ${line}`);
}

/** The days of annotations that do not stand whole in their rows. */
function cutDays(library: DrivenPage): Promise<string[]> {
  return library.evaluate(
    () =>
      [...document.querySelectorAll('.list-facts')]
        .map((facts) => ({ facts, day: facts.querySelector('time') }))
        .filter(
          ({ facts, day }) =>
            (day?.getBoundingClientRect().right ?? Number.POSITIVE_INFINITY) >
            facts.getBoundingClientRect().right + 1,
        )
        .map(({ day }) => day?.textContent ?? ''),
    null,
  );
}

function marked(library: DrivenPage): Promise<string[]> {
  return library.evaluate(
    () => [...document.querySelectorAll('.list-item blockquote mark')].map((mark) => mark.textContent ?? ''),
    null,
  );
}

/** For each tab of the library, whether it is in front. */
function libraryTabs(sidebar: DrivenPage): Promise<boolean[]> {
  return sidebar.evaluate(async () => {
    interface Extension {
      tabs: { query(wanted: object): Promise<{ active: boolean; url?: string }[]> };
    }
    const { browser, chrome } = globalThis as { browser?: Extension; chrome?: Extension };
    const tabs = (await (browser ?? chrome)?.tabs.query({})) ?? [];
    return tabs.filter(({ url }) => url?.includes('/library.html')).map(({ active }) => active);
  }, null);
}
