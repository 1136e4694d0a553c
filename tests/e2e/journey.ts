/** The main job from end to end, the same steps in whichever browser. */

import { expect } from 'vitest';
import type { PracticeServer } from '../practice/server.ts';
import type { DrivenPage, Driver, LaunchOptions } from './driver';
import { annotatorIsReady, keep, paintedPlaces, select, type Words, waitForPainted } from './reader';
import { exportText, goToCard, importText, shownCards, waitForCards, waitForStatus } from './sidebar';

const caption = '居民评议团成员在柳巷社区浅滩边为老河打分';

/** Three that overlap, one across paragraphs with inline markup, one in the second of two equal captions. */
const passages: readonly Words[] = [
  { from: '行动开始的头四个月，', to: '到哪里去。' },
  { from: '一铲淤泥也没有挖', to: '都用来查水' },
  { from: '全部人手', to: '又到哪里去' },
  { from: '老街上的“𠮷祥茶铺”', to: '“先源头、后河床”' },
  { from: '好看，也安全', to: '评议团里的退休教师' },
  { from: caption, occurrence: 1 },
];

const goneQuote = '全部人手都用来查水从哪里来、又到哪里去';

export async function keepThenReopen(
  launch: (options?: LaunchOptions) => Promise<Driver>,
  server: PracticeServer,
): Promise<void> {
  const address = `${server.origin}/zh/report.html`;
  let driver = await launch();
  const { profile } = driver;
  let page = await driver.newPage(address);
  await annotatorIsReady(page);
  for (const words of passages) await keep(page, words);
  const places = await paintedPlaces(page);
  expect(places).toHaveLength(passages.length);
  expect(places.at(-1)?.text).toBe(caption);
  await driver.close();

  driver = await launch({ profile });
  page = await driver.newPage(address);
  await waitForPainted(page, passages.length);
  expect(await paintedPlaces(page)).toEqual(places);

  // The publisher rewrites a sentence: one passage was nothing else, others held it and are changed.
  server.edit('/zh/report.html', { [goneQuote]: '大家先坐下来想办法' });
  await page.reload();
  await annotatorIsReady(page);
  await waitForPainted(page, passages.length - 1);
  let sidebar = await driver.openSidebar(page);
  await sidebar.waitFor(
    () => document.querySelector('.lost button') !== null,
    null,
    'the list of lost annotations',
  );
  await sidebar.clickOn('.lost button');
  await waitForCards(sidebar, passages.length);
  const lost = (await shownCards(sidebar)).filter(({ isLost }) => isLost);
  expect(lost.map(({ quote }) => quote)).toContain(goneQuote);
  const painted = (await paintedPlaces(page)).map(({ text }) => text);
  for (const { quote } of lost) expect(painted).not.toContain(quote);
  server.resetEdits();
  await page.reload();
  await waitForPainted(page, passages.length);

  // Deleted, and undone after a restart.
  await page.bringToFront();
  await sidebar.bringToFront();
  await waitForCards(sidebar, passages.length);
  await goToCard(sidebar, caption);
  await sidebar.press('Delete');
  await waitForStatus(sidebar, 'deleted');
  await waitForPainted(page, passages.length - 1);
  await driver.close();

  driver = await launch({ profile });
  page = await driver.newPage(address);
  await waitForPainted(page, passages.length - 1);
  sidebar = await driver.openSidebar(page);
  await waitForCards(sidebar, passages.length - 1);
  await sidebar.press('z');
  await waitForStatus(sidebar, 'Undone');
  await waitForCards(sidebar, passages.length);
  await waitForPainted(page, passages.length);
  expect(await paintedPlaces(page)).toEqual(places);
  await driver.close();
}

export async function codeNoteAndFind(driver: Driver, server: PracticeServer): Promise<void> {
  const page = await driver.newPage(`${server.origin}/en/long-read.html`);
  await annotatorIsReady(page);
  await select(page, { from: 'The arithmetic', to: 'of puddles' });
  await codeSelection(page, 'rain/money');
  await page.press('n');
  await page.type('Compare with the other paper.');
  await page.press('Control+Enter');
  const sidebar = await driver.openSidebar(page);
  await waitForCards(sidebar, 1);
  await sidebar.waitFor(
    () => document.querySelector('p.note') !== null && document.querySelector('.chips button') !== null,
    null,
    'the code and the note on the card',
  );
  const [card] = await shownCards(sidebar);
  expect(card?.codes.join()).toContain('rain/money');
  expect(card?.note).toBe('Compare with the other paper.');

  await sidebar.press('/');
  await sidebar.type('other paper');
  await waitForCards(sidebar, 1);
  await sidebar.type(' nowhere');
  await waitForCards(sidebar, 0);
}

/** With the toolbar showing: makes a code by name. */
async function codeSelection(page: DrivenPage, path: string): Promise<void> {
  await page.press('#');
  await page.type(path);
  await page.press('Enter');
  await waitForPainted(page, 1);
  await page.press('Escape');
}

export async function exportAndImport(
  launch: (options?: LaunchOptions) => Promise<Driver>,
  server: PracticeServer,
): Promise<void> {
  const first = await launch();
  const page = await first.newPage(`${server.origin}/zh/report.html`);
  await annotatorIsReady(page);
  for (const words of passages.slice(0, 3)) await keep(page, words);
  const sidebar = await first.openSidebar(page);
  await waitForCards(sidebar, 3);
  const archive = await exportText(first, sidebar, 'everything', 'archive');
  const csv = await exportText(first, sidebar, 'article', 'csv');
  const markdown = await exportText(first, sidebar, 'article', 'markdown');
  await first.close();
  expect(csv.text.startsWith('\uFEFF')).toBe(true);
  expect(csv.text).toContain('全部人手都用来查水从哪里来、又到哪里去');
  expect(markdown.text).toContain('一条老河的三本账');

  const second = await launch();
  const other = await second.newPage(`${server.origin}/zh/report.html`);
  await annotatorIsReady(other);
  const empty = await second.openSidebar(other);
  const report = await importText(empty, archive.bytes, archive.name);
  expect(report).toContain('3');
  await waitForCards(empty, 3);
  await waitForPainted(other, 3);
  const again = await exportText(second, empty, 'everything', 'archive');
  await second.close();
  expect(withoutTime(again.text)).toEqual(withoutTime(archive.text));
}

function withoutTime(archive: string): unknown {
  const { exported: _, ...records } = JSON.parse(archive);
  return records;
}
