/** Two coders in the real browser: a packet goes out, is coded in another profile, comes back, is compared, decided and undone. */

import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseArchive, serializeArchive } from '../../core/archive';
import { readArchiveBytes } from '../../core/import/archive-zip';
import { startPracticeServer } from '../practice/server.ts';
import { controls, violationsOnPage } from './accessible';
import { type ChromiumDriver, launchChromium } from './chromium';
import type { DrivenPage, Driver } from './driver';
import { waitForFound } from './library';
import { smallLibrary } from './library-records';
import { openLibraryWindow } from './library-window';
import { importText, waitForStatus } from './sidebar';
import { started } from './started';
import { storedRecords } from './stored';
import { inEachScheme } from './tour/pictures';

const server = started(startPracticeServer);
/** Both are given the very same records. */
const articles = smallLibrary();
const pictures = join(import.meta.dirname, '../../out/coders');

describe('in two profiles', () => {
  const ann = started(launchChromium);
  const ben = started(launchChromium);

  test('a packet goes out, is coded elsewhere, and the archive that comes back is compared, decided and undone', async () => {
    const library = await openLibraryWindow(server(), ann());
    await importText(library, articles);
    await waitForFound(library, 'Annotations: 9 · Articles: 4');
    const packet = await exported(ann(), library, 'packet', 'Ann');
    const sent = readArchiveBytes(packet).archive;
    expect([sent.articles.length, sent.snapshots.length, sent.codes.length, sent.annotations.length]).toEqual(
      [4, 4, 4, 0],
    );

    // The other profile is empty; what it is to read is listed.
    const theirs = await openLibraryWindow(server(), ben());
    await importText(theirs, packet, 'packet.zip');
    await showCoders(theirs);
    await theirs.waitFor(
      () => document.querySelectorAll('.coders button.link').length === 4,
      null,
      'four articles to read',
    );
    expect(await records(theirs, 'annotations')).toEqual([]);
    // Ben's own work: the first passage as Ann did, the second otherwise, nothing in the others.
    const coded = benCoding();
    await showList(theirs);
    await importText(theirs, coded);
    await waitForFound(theirs, 'Annotations: 2 · Articles: 1');
    const back = await exported(ben(), theirs, 'archive', 'Ben');
    expect(readArchiveBytes(back).archive).toMatchObject({ coder: 'Ben', articles: { length: 4 } });

    // Ann's name was remembered.
    await showCoders(library);
    await library.waitFor(
      () => document.querySelector<HTMLInputElement>('.coders input[type=text]')?.value === 'Ann',
      null,
      'the remembered name',
    );
    await compareWith(library, back);
    const before = await stored(library);
    expect(
      await library.evaluate(
        () => [...document.querySelectorAll('.coders thead')][0]?.textContent ?? '',
        null,
      ),
    ).toContain('AnnBen');
    const count = await library.evaluate(() => document.querySelectorAll('.coders-card').length, null);
    expect(count).toBeGreaterThan(2);

    // Decided by keys alone.
    await library.evaluate(() => document.querySelector<HTMLElement>('.coders-card')?.focus(), null);
    for (const key of ['1', '2', '3', '0']) await library.press(key);
    await library.waitFor(
      () => document.querySelectorAll('.coders-card[data-decided="true"]').length === 4,
      null,
      'four decisions',
    );
    expect(await stored(library)).toEqual(before);
    await library.clickOn('.coders button.primary');
    await waitForStatus(library, 'decided version');
    const after = await records(library, 'annotations');
    const made = after.filter(({ creator }) => creator === 'Ann + Ben');
    expect(made.length).toBeGreaterThan(2);
    expect(after.filter(({ creator }) => creator === undefined)).toEqual(before.annotations);
    await library.clickOn('.status .link');
    await waitForStatus(library, 'Undone');
    expect(await stored(library)).toEqual(before);

    // The CSV says what the page shows.
    const path = await ann().download(library, () => library.clickOn('.coders > .row button:nth-child(1)'));
    const [, whole = ''] = (await readFile(path, 'utf8')).split('\n');
    const alpha = Number(whole.split(',').at(-3));
    expect(
      await library.evaluate(
        () => document.querySelector('.coders-table tbody td:nth-child(5)')?.textContent ?? '',
        null,
      ),
    ).toBe(alpha.toFixed(3));
  }, 120_000);
});

describe.each(['en-US', 'zh-CN'])('in %s', (language) => {
  const driver = started(() => launchChromium({ language }));

  test('axe finds nothing wrong, and every control has a name', async () => {
    await mkdir(pictures, { recursive: true });
    const library = await openLibraryWindow(server(), driver());
    await importText(library, articles);
    await library.waitFor(() => document.querySelectorAll('.list-item').length > 5, null, 'the rows');
    await showCoders(library);
    await library.waitFor(() => document.querySelector('.coders-steps') !== null, null, 'the steps');
    expect(await look(driver(), library, `${language}-steps`)).toEqual([]);
    await compareWith(library, Buffer.from(benCoding()));
    await library.evaluate(() => document.querySelector<HTMLElement>('.coders-card')?.focus(), null);
    await library.press('1');
    await library.evaluate(() => document.querySelector('.library-scroll')?.scrollTo(0, 0), null);
    for (const width of [1440, 900]) {
      await library.resize(width, 900);
      expect(await look(driver(), library, `${language}-${width}`)).toEqual([]);
    }
    await library.evaluate(() => document.querySelectorAll<HTMLElement>('.coders summary')[1]?.click(), null);
    await library.press('#');
    await library.waitFor(() => document.querySelector('.coders .code-picker') !== null, null, 'the codes');
    await library.evaluate(() => document.querySelector('.coders-card .row')?.scrollIntoView(), null);
    for (const width of [1440, 900]) {
      await library.resize(width, 900);
      expect(await look(driver(), library, `${language}-${width}-deciding`)).toEqual([]);
    }
    const named = await controls(driver(), library);
    expect(named.filter(({ name }) => name === '')).toEqual([]);
  }, 120_000);
});

/** What Ben made of the packet, as the same articles with two annotations of his. */
function benCoding(): string {
  const archive = parseArchive(articles);
  const [first, second] = archive.annotations;
  const [code] = archive.codes;
  const own = [first, second].flatMap((annotation, index) =>
    annotation === undefined
      ? []
      : {
          ...annotation,
          id: `7777777${index}-0000-4000-8000-000000000000`,
          codeIds: index === 0 ? annotation.codeIds : [code?.id ?? ''],
        },
  );
  return serializeArchive({ ...archive, annotations: own });
}

const showCoders = (library: DrivenPage) => library.clickOn('.library-summary .views button:nth-child(3)');
const showList = (library: DrivenPage) => library.clickOn('.library-summary .views button:nth-child(1)');

/** Everything in this format, under this name. */
async function exported(
  driver: Driver,
  library: DrivenPage,
  format: 'packet' | 'archive',
  name: string,
): Promise<Buffer> {
  await library.clickOn('footer > button.framed');
  await library.clickOn('fieldset:nth-of-type(1) label:last-of-type');
  await library.clickOn(`[data-format='${format}']`);
  await library.clickOn('.sheet .field input[type=text]');
  await library.type(name);
  const path = await driver.download(library, () => library.clickOn('.sheet .end button.primary'));
  await library.waitFor(() => document.querySelector('.sheet progress') === null, null, 'its end');
  await library.clickOn('.sheet .end button.primary');
  return readFile(path);
}

async function compareWith(library: DrivenPage, archive: Buffer): Promise<void> {
  const path = join(await mkdtemp(join(tmpdir(), 'pressmark-coder-')), 'ben.zip');
  await writeFile(path, archive);
  await library.chooseFile('.coders-sides .row:nth-child(2) input[type=file]', path);
  await library.waitFor(() => document.querySelector('.coders-card') !== null, null, 'the disagreements');
}

const records = (library: DrivenPage, table: string) => storedRecords(library, table);

async function stored(library: DrivenPage) {
  const tables = ['articles', 'annotations', 'codes', 'variables'] as const;
  const [articles, annotations, codes, variables] = await Promise.all(
    tables.map((table) => records(library, table)),
  );
  return { articles, annotations: annotations ?? [], codes, variables };
}

async function look(driver: ChromiumDriver, library: DrivenPage, name: string): Promise<string[]> {
  const found: string[] = [];
  await inEachScheme(driver, library, async (scheme) => {
    await library.screenshot(join(pictures, `${name}-${scheme}.png`));
    found.push(...(await violationsOnPage(driver, library)).map((one) => `${scheme}: ${one}`));
  });
  return found;
}
