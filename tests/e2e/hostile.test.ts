/** A page that attacks whatever runs beside it: nothing is stored without the reader, and it learns none of their words. */

import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../core/annotation';
import { type Code, codePath } from '../../core/code';
import { startPracticeServer } from '../practice/server.ts';
import { bothBrowsers } from './both-browsers';
import type { DrivenPage } from './driver';
import { annotatorIsReady, hasAnnotator, keep, painted, select, waitForPainted } from './reader';
import { attack, attacksAreOver, clearHighlights, evict, report, runsOf } from './spied';
import { started } from './started';
import { storedRecords } from './stored';

const code = 'secret-code-7391/层级';
const note = '秘密 note 5526';
const words = 'the private grumble of a man mending a net';
const tables = ['articles', 'annotations', 'codes', 'operations'];

const server = started(startPracticeServer);

describe.each(bothBrowsers)('in $browser', ({ launch }) => {
  const driver = started(launch);

  const open = async () => {
    const page = await driver().newPage(`${server().origin}/hostile.html`);
    await annotatorIsReady(page);
    await attacksAreOver(page);
    return page;
  };

  test('no attack stores anything, not even while the toolbar shows', async () => {
    const page = await open();
    await select(page, { from: words });
    expect(await isOurs(page, await besideSelection(page))).toBe(true);
    await attack(page);
    const { counts } = await report(page);
    expect(counts.events).toBeGreaterThan(500);
    expect(counts.messages).toBeGreaterThan(100);
    const sidebar = await driver().openSidebar(page);
    for (const table of tables) expect(await storedRecords(sidebar, table)).toEqual([]);
    await sidebar.close();
    await page.close();
  });

  test('the toolbar is seen and reached although the page resets every style', async () => {
    const page = await open();
    await select(page, { from: 'a plain oak bench with a back to it' });
    const place = await besideSelection(page);
    expect(await isOurs(page, place)).toBe(true);
    await page.press('Escape');
    expect(await isOurs(page, place)).toBe(false);
    await page.close();
  });

  test('the toolbar comes back after the page has thrown it out', async () => {
    const page = await open();
    await evict(page);
    expect(await page.evaluate(hasAnnotator, null)).toBe(false);
    await select(page, { from: 'a plain oak bench with a back to it' });
    await expect.poll(async () => isOurs(page, await besideSelection(page))).toBe(true);
    await page.close();
  });

  test('a passage is kept, coded and noted by real keys, and the page learns neither code nor note', async () => {
    const page = await open();
    const innocent = JSON.stringify(await report(page));
    await select(page, { from: words });
    await page.press('#');
    await page.type(code);
    await page.press('Enter');
    await waitForPainted(page, 1);
    await page.press('Escape');
    await page.press('n');
    await page.type(note);
    await page.press('Control+Enter');
    expect(await painted(page)).toEqual([words]);
    await attack(page);

    const learned = await report(page);
    const runs = runsOf([code, note], 4, innocent);
    expect(runs.length).toBeGreaterThan(15);
    const text = JSON.stringify(learned);
    expect(runs.filter((run) => text.includes(run))).toEqual([]);
    expect(learned.typed).toBe('');
    expect(trustedKeys(learned.heard).filter((key) => [...code, ...note].includes(key))).toEqual([]);
    expect(learned.shadowRoots).toEqual([]);
    expect(learned.runtime.filter((entry) => /answer|post/u.test(entry))).toEqual([]);
    expect(learned.stored).toEqual([]);
    expect(await ownStorage(page)).toEqual([]);

    const sidebar = await driver().openSidebar(page);
    await sidebar.waitFor(
      (wanted) => document.querySelector('p.note')?.textContent === wanted,
      note,
      'the note in the sidebar',
    );
    const annotations = (await storedRecords(sidebar, 'annotations')) as unknown as Annotation[];
    const codes = (await storedRecords(sidebar, 'codes')) as unknown as Code[];
    expect(annotations).toHaveLength(1);
    expect(annotations[0]).toMatchObject({ note, target: { quote: { exact: words } } });
    const given = codes.find(({ id }) => annotations[0]?.codeIds.includes(id));
    const byId = new Map(codes.map((each) => [each.id, each]));
    expect(given === undefined ? null : codePath(given, byId).join('/')).toBe(code);
    await sidebar.close();

    // The page does hear what is typed elsewhere: its silence above says something.
    await page.bringToFront();
    await page.press('q');
    expect((await report(page)).typed).toBe('q');
    await page.close();
  });

  test('paint that the page takes away comes back at its next change', async () => {
    const page = await open();
    const kept = (await painted(page)).length;
    await keep(page, { from: 'The ear stayed.' });
    expect(await clearHighlights(page)).toBe(0);
    await page.evaluate(() => {
      const paragraphs = Document.prototype.querySelectorAll.call(document, 'article p');
      paragraphs[paragraphs.length - 1]?.append(' Edited.');
    }, null);
    await waitForPainted(page, kept + 1);
    expect(await painted(page)).toContain('The ear stayed.');
    await page.close();
  });
});

/** A point in the middle of where the toolbar stands: just above the selection's first line. */
function besideSelection(page: DrivenPage): Promise<{ x: number; y: number }> {
  return page.evaluate(() => {
    const [line] = window.getSelection()?.getRangeAt(0).getClientRects() ?? [];
    if (line === undefined) throw new Error('Nothing is selected.');
    return { x: line.left + line.width / 2, y: line.top - 26 };
  }, null);
}

/** Whether a click there would meet our element. */
function isOurs(page: DrivenPage, place: { x: number; y: number }): Promise<boolean> {
  return page.evaluate(({ x, y }) => {
    const found = Document.prototype.elementFromPoint.call(document, x, y);
    const root: Element = Reflect.get(Document.prototype, 'documentElement', document);
    if (found?.localName !== 'div' || found.parentElement !== root) return false;
    const { opacity, visibility, clipPath } = getComputedStyle(found);
    return opacity === '1' && visibility === 'visible' && clipPath === 'none';
  }, place);
}

function trustedKeys(heard: readonly string[]): string[] {
  return heard.flatMap((entry) => /^key\w+ trusted=true key=(.+?) data=/u.exec(entry)?.[1] ?? []);
}

function ownStorage(page: DrivenPage): Promise<string[]> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return [...databases.map(({ name }) => name ?? ''), ...(await caches.keys())];
  }, null);
}
