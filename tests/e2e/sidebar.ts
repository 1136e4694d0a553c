/** What a person does in the sidebar, by real keys and clicks, and what they see there. */

import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serializeArchive } from '../../core/archive';
import type { ExportFormat } from '../../core/export/export-format';
import { readArchiveBytes } from '../../core/import/archive-zip';
import type { DrivenPage, Driver } from './driver';

export interface ShownCard {
  quote: string;
  codes: string[];
  note: string;
  isLost: boolean;
}

export function shownCards(sidebar: DrivenPage): Promise<ShownCard[]> {
  return sidebar.evaluate(
    () =>
      [...document.querySelectorAll('article.card')].map((card) => ({
        quote: card.querySelector('blockquote')?.textContent ?? '',
        codes: [...card.querySelectorAll('.chips button')].map((chip) => chip.textContent ?? ''),
        note: card.querySelector('p.note')?.textContent ?? '',
        isLost: card.closest('.lost') !== null,
      })),
    null,
  );
}

export function waitForCards(sidebar: DrivenPage, count: number): Promise<void> {
  return sidebar.waitFor(
    (wanted) => document.querySelectorAll('article.card').length === wanted,
    count,
    `${count} cards in the sidebar`,
  );
}

/** Puts the keyboard on the card with this quote, down the list and up again. */
export async function goToCard(sidebar: DrivenPage, quote: string): Promise<void> {
  const cards = await shownCards(sidebar);
  const passed: string[] = [];
  for (const key of [...cards.map(() => 'j'), ...cards.map(() => 'k')]) {
    const here = await sidebar.evaluate(
      () => document.activeElement?.querySelector('blockquote')?.textContent ?? '',
      null,
    );
    if (here === quote) return;
    passed.push(here);
    await sidebar.press(key);
  }
  throw new Error(`No card says “${quote}”, but “${passed.join('”, “')}”.`);
}

export function waitForStatus(sidebar: DrivenPage, words: string): Promise<void> {
  return sidebar.waitFor(
    (text) => document.querySelector('.status')?.textContent?.includes(text) ?? false,
    words,
    `the status “${words}”`,
  );
}

const scopes = ['article', 'search', 'everything'] as const;

/** Exports through the sheet and gives the file that the browser wrote; as text, an archive is the JSON of all its records. */
export async function exportText(
  driver: Driver,
  sidebar: DrivenPage,
  scope: (typeof scopes)[number],
  format: ExportFormat,
): Promise<{ name: string; text: string; bytes: Buffer }> {
  await sidebar.clickOn('footer > button.framed');
  await sidebar.clickOn(`fieldset:nth-of-type(1) label:nth-of-type(${scopes.indexOf(scope) + 1})`);
  await sidebar.clickOn(`[data-format='${format}']`);
  const path = await driver.download(sidebar, () => sidebar.clickOn('.sheet .end button.primary'));
  // The report has been seen.
  await sidebar.waitFor(
    () => document.querySelector('.sheet progress') === null,
    null,
    'the end of the export',
  );
  await sidebar.clickOn('.sheet .end button.primary');
  const bytes = await readFile(path);
  const text =
    format === 'archive' ? serializeArchive(readArchiveBytes(bytes).archive) : bytes.toString('utf8');
  return { name: path.replace(/^.*[\\/]/u, ''), text, bytes };
}

/** Chooses the file, looks at the dry run, and imports; gives what the dry run said. */
export async function importText(
  sidebar: DrivenPage,
  content: string | Uint8Array,
  fileName = 'archive.json',
  /** Done while the dry run is shown. */
  look: () => Promise<void> = async () => undefined,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pressmark-import-'));
  const path = join(folder, fileName);
  await writeFile(path, content);
  await sidebar.waitFor(
    () => document.querySelector('input[type=file]') !== null,
    null,
    'the field for a file',
  );
  await sidebar.chooseFile('input[type=file]', path);
  await sidebar.waitFor(
    () => document.querySelector('.sheet dl.report') !== null,
    null,
    'the dry run of the import',
  );
  const report = await sidebar.evaluate(
    () => document.querySelector('.sheet dl.report')?.textContent ?? '',
    null,
  );
  await look();
  await sidebar.clickOn('.sheet .end button.primary');
  return report;
}

/** Binds a sidebar that is open as a tab to the tab with this address, as its button would. */
export async function showTabOf(sidebar: DrivenPage, url: string): Promise<void> {
  const search = await sidebar.evaluate(async (address) => {
    interface Extension {
      tabs: { query(wanted: object): Promise<{ id?: number; url?: string }[]> };
    }
    const { browser, chrome } = globalThis as { browser?: Extension; chrome?: Extension };
    const tabs = await (browser ?? chrome)?.tabs.query({});
    const id = tabs?.find((tab) => tab.url === address)?.id;
    if (id === undefined) throw new Error(`No tab shows ${address}`);
    return `?tab=${id}`;
  }, url);
  await sidebar.evaluate((wanted) => {
    setTimeout(() => location.assign(wanted));
  }, search);
  await sidebar.waitFor(
    (wanted) => location.search === wanted && document.readyState === 'complete',
    search,
    `the sidebar of ${url}`,
  );
}
