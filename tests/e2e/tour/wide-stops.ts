/** The stops at what is of all articles: the codebook and the trash in the sidebar, the settings, the library and its tables. */

import type { DrivenPage } from '../driver';
import { goToCard, waitForCards } from '../sidebar';
import type { Walk } from './walk';

/** From the view of the article, and back to it; leaves everything as it was. */
export async function showCodebookAndTrash({ script, look }: Walk, sidebar: DrivenPage): Promise<void> {
  await sidebar.press('b');
  await sidebar.waitFor(() => document.querySelectorAll('.code-row').length > 3, null, 'the codes');
  await sidebar.press('ArrowDown');
  await look('sidebar-codebook', sidebar);
  await sidebar.press('b');
  await sidebar.waitFor(
    (words) => [...document.querySelectorAll('blockquote')].some(({ textContent }) => textContent === words),
    script.plain.from,
    'the card',
  );
  await goToCard(sidebar, script.plain.from);
  await sidebar.press('Delete');
  await sidebar.press('d');
  await sidebar.waitFor(() => document.querySelector('.trash .card') !== null, null, 'the trash');
  await look('sidebar-trash', sidebar);
  await sidebar.press('z');
  await waitForCards(sidebar, 0);
  await sidebar.clickOn('.views button:nth-child(1)');
  await sidebar.waitFor(() => document.querySelectorAll('article.card').length > 1, null, 'the cards');
}

export async function showSettings({ driver, look }: Walk, sidebar: DrivenPage): Promise<void> {
  const settings = await driver.openKeysPage(sidebar);
  await settings.waitFor(() => document.querySelector('#storage dd') !== null, null, 'the amounts');
  await look('settings', settings);
  await settings.close();
}

export async function showLibrary({ driver, look }: Walk, sidebar: DrivenPage): Promise<void> {
  const library = await driver.openLibrary(sidebar);
  await library.resize(1280, 800);
  await library.waitFor(() => document.querySelectorAll('.list-item').length > 3, null, 'the rows');
  await library.press('j');
  await library.press('j');
  await library.waitFor(() => document.querySelector('.reading') !== null, null, 'the article');
  await look('library', library);
  await library.clickOn('footer > button.framed');
  await library.waitFor(
    () => document.querySelector('.preview[aria-busy="false"]') !== null,
    null,
    'the preview of the export',
  );
  await look('library-export', library);
  await library.press('Escape');
  await library.clickOn('.library-summary .views button:nth-child(2)');
  await library.waitFor(
    () => document.querySelector('.tables[aria-busy="false"] [data-cell]') !== null,
    null,
    'the table',
  );
  await look('library-tables', library);
  await library.close();
  await sidebar.bringToFront();
}
