/** The stops at what the sidebar says of the article itself: its facts, its other addresses, what was changed. */

import type { DrivenPage } from '../driver';
import { annotatorIsReady } from '../reader';
import type { Walk } from './walk';

/** Leaves everything as it was. */
export async function showAbout({ look }: Walk, sidebar: DrivenPage): Promise<void> {
  await sidebar.press('i');
  await sidebar.waitFor(() => document.querySelector('.about .addresses') !== null, null, 'the facts');
  await look('sidebar-about', sidebar);
  await sidebar.clickOn('[data-field="published"] button');
  await sidebar.waitFor(() => document.querySelector('.field-editor') !== null, null, 'the editor');
  await look('sidebar-correct', sidebar);
  await sidebar.press('Escape');
  await sidebar.press('i');
  await sidebar.waitFor(() => document.querySelector('.about') === null, null, 'the facts to be gone');
}

/** The same text at an address that nothing says to be the article's. */
export async function showSameText({ driver, server, script, look }: Walk): Promise<void> {
  server.edit(script.article, script.nameless);
  const page = await driver.newPage(`${server.origin}${script.article}?edition=2`);
  await annotatorIsReady(page);
  const sidebar = await driver.openSidebar(page);
  await sidebar.waitFor(() => document.querySelector('.same-text') !== null, null, 'the question');
  await look('sidebar-same-text', sidebar);
  await sidebar.close();
  await page.close();
  server.resetEdits();
}

export async function showChanges({ look }: Walk, sidebar: DrivenPage): Promise<void> {
  await sidebar.waitFor(() => document.querySelector('.changes') !== null, null, 'the news of a change');
  await sidebar.clickOn('.changes [aria-expanded]');
  await sidebar.waitFor(() => document.querySelector('.change-list') !== null, null, 'the changes');
  await look('sidebar-changes', sidebar);
  await sidebar.clickOn('.changes [aria-expanded]');
}
