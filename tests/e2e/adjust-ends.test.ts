/** The ends of a kept passage are moved by real keys, in English and Chinese, and each move can be undone. */

import { describe, expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { bothBrowsers } from './both-browsers';
import type { DrivenPage } from './driver';
import { annotatorIsReady, keep, painted } from './reader';
import { showPainted } from './show-painted';
import { waitForCards } from './sidebar';
import { started } from './started';

const server = started(startPracticeServer);

describe.each(bothBrowsers)('in $browser', ({ launch }) => {
  const driver = started(launch);

  const keepAndOpen = async (path: string, from: string): Promise<DrivenPage> => {
    const page = await driver().newPage(`${server().origin}${path}`);
    await annotatorIsReady(page);
    await keep(page, { from });
    const { x, y } = await showPainted(page, from);
    await page.click(x, y);
    return page;
  };

  test('by words and characters in English, and back by undo', async () => {
    const page = await keepAndOpen('/en/long-read.html', 'the silliest piece of paper');
    await page.press('Control+Shift+ArrowRight');
    await waitForWords(page, 'the silliest piece of paper I');
    await page.press('Control+Shift+ArrowRight');
    await page.press('Alt+ArrowRight');
    await waitForWords(page, 'he silliest piece of paper I had');
    await page.press('Alt+ArrowLeft');
    await waitForWords(page, 'the silliest piece of paper I had');
    const sidebar = await driver().openSidebar(page);
    await waitForCards(sidebar, 1);
    for (const before of [
      'he silliest piece of paper I had',
      'the silliest piece of paper I had',
      'the silliest piece of paper I',
      'the silliest piece of paper',
    ]) {
      await sidebar.press('z');
      await waitForWords(page, before);
    }
    await page.close();
  });

  test('by characters and sentences in Chinese', async () => {
    const page = await keepAndOpen('/zh/report.html', '整改');
    await page.press('Shift+ArrowRight');
    await waitForWords(page, '整改时');
    await page.press('Shift+ArrowLeft');
    await waitForWords(page, '整改');
    await page.press('Shift+ArrowDown');
    await waitForWords(page, '整改时限。');
    await page.close();
  });
});

/** Exactly these words are painted, once. */
async function waitForWords(page: DrivenPage, words: string): Promise<void> {
  await page.waitFor(
    (wanted) => {
      const groups = [...CSS.highlights].filter(([name]) => !/-(?:overlap|flash)$/u.test(name));
      const ranges = groups.flatMap(([, group]) => [...group]) as Range[];
      return ranges.length === 1 && ranges[0]?.toString() === wanted;
    },
    words,
    `the paint of “${words}”`,
  );
  expect(await painted(page)).toEqual([words]);
}
