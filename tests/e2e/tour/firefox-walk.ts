/** A short walk in Firefox: keep, code and see it in the sidebar. */

import { join } from 'node:path';
import type { PracticeServer } from '../../practice/server.ts';
import { launchFirefox } from '../firefox';
import { annotatorIsReady, keep, select, waitForPainted } from '../reader';
import { waitForCards } from '../sidebar';
import { chineseScript as script } from './script';

/** The names of the pictures that it leaves. */
export const firefoxPictures = ['firefox-page-toolbar.png', 'firefox-sidebar.png'] as const;

export async function walkInFirefox(server: PracticeServer, outDir: string): Promise<void> {
  const [toolbar, besideIt] = firefoxPictures;
  const driver = await launchFirefox();
  try {
    const page = await driver.newPage(`${server.origin}${script.article}`);
    await annotatorIsReady(page);
    await select(page, script.first);
    await page.press('#');
    await page.type(script.codes.first);
    await page.press('Enter');
    await waitForPainted(page, 1);
    await page.press('Escape');
    await page.press('Escape');
    await keep(page, script.overlapping.outer);
    await select(page, script.noted);
    await page.screenshot(join(outDir, toolbar));
    const sidebar = await driver.openSidebar(page);
    await waitForCards(sidebar, 2);
    await sidebar.screenshot(join(outDir, besideIt));
  } finally {
    await driver.close();
  }
}
