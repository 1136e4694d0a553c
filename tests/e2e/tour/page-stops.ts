/** The stops on the news page: the toolbar in each of its states, and what is painted. */

import type { DrivenPage } from '../driver';
import { annotatorIsReady, keep, select, waitForPainted } from '../reader';
import { showPainted } from '../show-painted';
import { shownToolbar } from '../toolbar';
import type { Walk } from './walk';

/** Keeps six passages, two of which overlap. */
export async function annotatePage({ driver, script, look }: Walk, page: DrivenPage): Promise<void> {
  const toolbar = shownToolbar(driver, page);
  const { codes, overlapping } = script;

  const code = async (path: string, painted: number) => {
    await page.press('#');
    await page.type(path);
    await page.press('Enter');
    await waitForPainted(page, painted);
    await page.press('Escape');
    await toolbar.boxOf('.chips .removable');
    await page.press('Escape');
  };

  await select(page, script.first);
  await look('page-toolbar', page);
  await page.press('#');
  await look('page-toolbar-first-code', page);
  await page.press('Escape');
  await code(codes.first, 1);
  await select(page, overlapping.outer);
  await code(codes.overlapping, 2);
  await keep(page, overlapping.inner);
  await toolbar.untilGone();

  await select(page, script.noted);
  await look('page-toolbar-with-codes', page);
  await code(codes.noted, 4);
  await clickOnPainted(page, script.noted.from);
  await toolbar.clickOn('.buttons .icon-button');
  await toolbar.boxOf('textarea');
  await page.type(script.note);
  await look('page-toolbar-note', page);
  await page.press('Control+Enter');
  await toolbar.boxOf('.buttons');
  await page.press('Escape');

  await select(page, script.lost);
  await page.press('#');
  await page.type(script.partOfCode);
  await toolbar.boxOf('.option');
  await look('page-toolbar-picker', page);
  await page.press('Enter');
  await waitForPainted(page, 5);
  await page.press('Escape');
  await page.press('Escape');
  await toolbar.untilGone();

  await select(page, script.plain);
  await toolbar.clickOn('.buttons .icon-button:last-child');
  await toolbar.boxOf('.menu');
  await look('page-toolbar-menu', page);
  await page.press('h');
  await waitForPainted(page, 6);
  await toolbar.untilGone();

  await clickOnPainted(page, overlapping.inner.from);
  await toolbar.boxOf('.choices');
  await look('page-toolbar-choices', page);
  await page.press('Escape');
  await clickOnPainted(page, script.noted.from);
  await toolbar.boxOf('.chips .removable');
  await look('page-toolbar-existing', page);
  await page.press('Escape');
  await look('page-article', page);
}

/** In the single-page application: from its list to an article without loading a page. */
export async function firstOfApp({ driver, server, script, look }: Walk): Promise<void> {
  const page = await driver.newPage(`${server.origin}/app/`);
  await page.clickOn(`a[href="${script.appArticle}"]`);
  await annotatorIsReady(page);
  await page.waitFor(() => document.querySelector('.loading') === null, null, 'the late paragraphs');
  await keep(page, script.late);
  await look('page-app', page);
  await page.close();
}

/** A click in the middle of the first line of the painted passage that begins with these words. */
async function clickOnPainted(page: DrivenPage, beginning: string): Promise<void> {
  const { x, y } = await showPainted(page, beginning);
  await page.click(x, y);
}
