/** The stops in the sidebar: what it shows beside each kind of page, and each thing that can be done there. */

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DrivenPage } from '../driver';
import { annotatorIsReady, keep, select, waitForPainted } from '../reader';
import { exportText, goToCard, waitForCards, waitForStatus } from '../sidebar';
import { shownToolbar } from '../toolbar';
import { showAbout, showChanges, showSameText } from './article-stops';
import type { Walk } from './walk';

const kept = 6;

/** Before anything is kept: beside an untouched article, a page that is none, and one that nobody may read. */
export async function showOtherPages({ driver, server, script, look }: Walk): Promise<void> {
  const article = await driver.newPage(`${server.origin}${script.article}`);
  await annotatorIsReady(article);
  const beside = await driver.openSidebar(article);
  await heading(beside);
  await look('sidebar-article-empty', beside);
  await beside.clickOn('.views button:nth-child(2)');
  await beside.waitFor(
    () => document.querySelector('.views button:nth-child(2)[aria-current]') !== null,
    null,
    'the view of everything',
  );
  await look('sidebar-library-empty', beside);
  await beside.close();
  await article.close();

  const list = await driver.newPage(`${server.origin}${script.notArticle}`);
  const besideList = await driver.openSidebar(list);
  await besideList.waitFor(() => document.querySelector('.reasons') !== null, null, 'the reasons');
  await look('sidebar-not-article', besideList);
  await besideList.close();
  await list.close();

  // Of a page of the extension itself the sidebar learns as little as of the browser's own.
  const closed = await driver.newPage(`chrome-extension://${driver.extensionId}/sidepanel.html?tab=-1`);
  const id = await closed.evaluate(async () => (await chrome?.tabs.getCurrent())?.id ?? null, null);
  await closed.goto(`chrome-extension://${driver.extensionId}/sidepanel.html?tab=${id}`);
  await driver.playwrightPage(closed).setViewportSize({ width: 400, height: 800 });
  await heading(closed);
  await look('sidebar-closed-page', closed);
  await closed.close();
}

/** With `kept` passages: everything that the sidebar can do, ending with the view of the article. */
export async function reviewInSidebar(tour: Walk, page: DrivenPage, sidebar: DrivenPage): Promise<void> {
  const { driver, server, script, look } = tour;
  await waitForCards(sidebar, kept);
  await look('sidebar-article', sidebar);

  await sidebar.press('/');
  await sidebar.type(script.found);
  await waitForCards(sidebar, 1);
  await look('sidebar-search', sidebar);
  await sidebar.press('Escape');
  await sidebar.type(script.notFound);
  await waitForCards(sidebar, 0);
  await look('sidebar-nothing-found', sidebar);
  await sidebar.press('Escape');
  await sidebar.press('Escape');
  await waitForCards(sidebar, kept);

  await goToCard(sidebar, script.plain.from);
  await sidebar.press('n');
  await sidebar.type(script.longerNote.trim());
  await look('sidebar-note-editor', sidebar);
  await sidebar.press('Control+Enter');
  await sidebar.press('#');
  await look('sidebar-code-picker', sidebar);
  await sidebar.press('Escape');
  await sidebar.press('Delete');
  await waitForStatus(sidebar, '');
  await waitForCards(sidebar, kept - 1);
  await look('sidebar-deleted', sidebar);
  await sidebar.press('z');
  await waitForCards(sidebar, kept);
  await look('sidebar-undone', sidebar);
  await sidebar.press('Escape');
  await showAbout(tour, sidebar);

  await sidebar.clickOn('footer > button.framed');
  await sidebar.waitFor(
    () => document.querySelector('.preview[aria-busy="false"]') !== null,
    null,
    'the preview of the export',
  );
  await look('sidebar-export', sidebar);
  await sidebar.press('Escape');
  const { text } = await exportText(driver, sidebar, 'everything', 'archive');
  await sidebar.chooseFile('input[type=file]', await changedArchive(text));
  await sidebar.waitFor(() => document.querySelector('.sheet .report') !== null, null, 'the dry run');
  await look('sidebar-import', sidebar);
  await sidebar.press('Escape');

  await sidebar.clickOn('.views button:nth-child(2)');
  await sidebar.waitFor(() => document.querySelectorAll('.group').length === 2, null, 'two articles');
  await look('sidebar-everything', sidebar);
  await sidebar.clickOn('.views button:nth-child(1)');
  await waitForCards(sidebar, kept);
  await showSameText(tour);
  await sidebar.bringToFront();

  server.edit(script.article, { [script.lost.from]: script.rewritten });
  await page.reload();
  await waitForPainted(page, kept - 1);
  await sidebar.waitFor(() => document.querySelector('.lost button') !== null, null, 'the lost ones');
  await sidebar.clickOn('.lost button');
  await waitForCards(sidebar, kept);
  await look('sidebar-lost', sidebar);
  await showChanges(tour, sidebar);
  await reattachLost(tour, page, sidebar);
  await decideUnclear(tour, page, sidebar);
  server.resetEdits();
  await page.reload();
  await waitForPainted(page, kept);
}

/** Gives the lost one the words that the publisher has put there, and takes that back. */
async function reattachLost(
  { driver, script, look }: Walk,
  page: DrivenPage,
  sidebar: DrivenPage,
): Promise<void> {
  const toolbar = shownToolbar(driver, page);
  await sidebar.clickOn('.lost .card .framed');
  await sidebar.waitFor(() => document.querySelector('.frozen') !== null, null, 'the text as it stood');
  await look('sidebar-re-attach', sidebar);
  await sidebar.press('Enter');
  await page.bringToFront();
  await toolbar.boxOf('.awaiting');
  await look('page-awaiting', page);
  await select(page, { from: script.rewritten });
  await toolbar.boxOf('.primary');
  await look('page-attach', page);
  await page.press('Enter');
  await waitForPainted(page, kept);
  await sidebar.bringToFront();
  await sidebar.waitFor(() => document.querySelector('.status .link') !== null, null, 'the offer to undo it');
  await look('sidebar-re-attached', sidebar);
  await sidebar.press('z');
  await waitForPainted(page, kept - 1);
}

/** Keeps one of many equal lines, which the publisher then moves: nobody can tell which it was. Ends without it. */
async function decideUnclear(
  { server, script, look }: Walk,
  page: DrivenPage,
  sidebar: DrivenPage,
): Promise<void> {
  const { line, element, before, edited } = script.repeated;
  const lines = (count: number) => `<${element}>${line}</${element}>`.repeat(count) + before;
  server.edit(script.article, { [before]: lines(7) });
  await page.bringToFront();
  await page.reload();
  await waitForPainted(page, kept - 1);
  await keep(page, { from: line, occurrence: 3 });
  server.edit(script.article, { [before]: lines(2), [edited]: line + edited });
  await page.reload();
  await waitForPainted(page, kept - 1);
  await sidebar.bringToFront();
  await sidebar.waitFor(() => document.querySelector('.candidate') !== null, null, 'the places');
  await sidebar.evaluate(
    () => document.querySelector('.candidate')?.scrollIntoView({ block: 'center' }),
    null,
  );
  await look('sidebar-unclear', sidebar);
  await sidebar.clickOn('.candidate');
  await waitForPainted(page, kept);
  await sidebar.press('z');
  await waitForPainted(page, kept - 1);
  await sidebar.press('z');
  await sidebar.waitFor(() => document.querySelector('.unclear') === null, null, 'it to be gone');
}

function heading(sidebar: DrivenPage): Promise<void> {
  return sidebar.waitFor(
    () => (document.querySelector('.empty h1, .empty h2')?.nextElementSibling ?? null) !== null,
    null,
    'the sidebar to say what to do',
  );
}

/** The path of the same archive with one annotation new and one damaged, as somebody else's might be. */
async function changedArchive(text: string): Promise<string> {
  const archive = JSON.parse(text);
  archive.annotations[0].id = '0198c0de-0000-7000-8000-000000000000';
  archive.annotations[1].created = 'yesterday';
  const path = join(await mkdtemp(join(tmpdir(), 'pressmark-import-')), 'pressmark.json');
  await writeFile(path, JSON.stringify(archive));
  return path;
}
