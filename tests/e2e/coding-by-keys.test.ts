/** Many passages are coded with few keys: one code for all that is selected, overlapping ones merged, every occurrence kept at once. */

import { describe, expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { bothBrowsers } from './both-browsers';
import type { DrivenPage, Place } from './driver';
import { annotatorIsReady, keep, painted, select, waitForPainted } from './reader';
import { shownCards, waitForCards } from './sidebar';
import { started } from './started';

const server = started(startPracticeServer);

describe.each(bothBrowsers)('in $browser', ({ launch }) => {
  const driver = started(launch);

  const open = async (path: string) => {
    const page = await driver().newPage(`${server().origin}${path}`);
    await annotatorIsReady(page);
    return page;
  };

  test('with an active code a drag keeps at once, two keys keep the next sentence, z takes it back, and Esc ends it', async () => {
    const page = await open('/en/long-read.html');
    await select(page, { from: 'Water is heavy' });
    await page.press('#');
    await page.type('Nature/Rain');
    await page.press('Alt+Enter');
    await waitForPainted(page, 1);
    await waitForLine(page, 'Coding with Nature/Rain1 kept');

    await dragOver(page, 'Somebody laughed');
    await waitForPainted(page, 2);
    expect(await painted(page)).toContain('Somebody laughed');
    await waitForLine(page, '2 kept');

    // A move of the cursor keeps nothing, the key after it does: two keys for each sentence.
    for (const sentences of [3, 4]) {
      await page.press('Alt+j');
      await page.waitFor(() => String(getSelection()).trim() !== '', null, 'a sentence to read');
      expect(await painted(page)).toHaveLength(sentences - 1);
      await page.press('Enter');
      await waitForPainted(page, sentences);
    }

    await waitForLine(page, '4 kept');
    await page.press('z');
    await waitForPainted(page, 3);
    await waitForLine(page, 'Undone');
    await page.press('Shift+Z');
    await waitForPainted(page, 4);

    await page.press('Escape');
    await dragOver(page, 'a little floury');
    await page.press('n');
    expect(await painted(page)).toHaveLength(4);
    await page.press('Escape');
    await page.press('Escape');

    const sidebar = await driver().openSidebar(page);
    await waitForCards(sidebar, 4);
    for (const { codes } of await shownCards(sidebar)) expect(codes.join()).toContain('Rain');
    await sidebar.close();
    await page.close();
  });

  test('overlapping passages stay apart until they are merged by m, and z parts them again', async () => {
    const page = await open('/trusted-types.html');
    await keep(page, { from: 'They let in whatever looks right.' });
    await keep(page, { from: 'whatever looks right. I would sooner have one' });
    const { x, y } = (await placesOf(page, 'whatever looks')).from;
    await page.click(x, y);
    await page.press('Tab');
    await page.press('Enter');
    await page.press('m');
    await waitForPainted(page, 1);
    expect(await painted(page)).toEqual(['They let in whatever looks right. I would sooner have one']);
    await page.press('z');
    await waitForPainted(page, 2);
    expect(await painted(page)).toEqual([
      'They let in whatever looks right.',
      'whatever looks right. I would sooner have one',
    ]);
    await page.close();
  });

  test('every occurrence is looked at and kept with one code, in one step', async () => {
    const page = await open('/strict-csp.html');
    await select(page, { from: 'nothing' });
    await page.press('f');
    await waitForLine(page, 'Places in this article');
    const places = await page.evaluateInToolbar(
      () => Array.from(document.querySelectorAll('.occurrences mark'), ({ textContent }) => textContent),
      null,
    );
    expect(places.length).toBeGreaterThan(1);
    await page.waitFor(
      () => document.activeElement !== document.body,
      null,
      'the focus to be in the toolbar',
    );
    await page.press('Enter');
    await page.type('Absence');
    await page.press('Enter');
    await waitForPainted(page, places.length);
    // What was kept is painted a moment before the toolbar has gone.
    await page.waitFor(
      () => document.activeElement === document.body,
      null,
      'the focus to be back in the page',
    );
    await select(page, { from: 'one wet Sunday' });
    await page.press('z');
    await waitForPainted(page, 0);
    await page.close();
  });

  test('the sidebar lists every occurrence of what is searched, and keeps the chosen ones in one step', async () => {
    const page = await open('/strict-csp.html');
    const sidebar = await driver().openSidebar(page);
    await sidebar.waitFor(() => document.querySelector('.search-field') !== null, null, 'the search field');
    await sidebar.clickOn('.search-field input');
    await sidebar.type('nothing');
    await sidebar.waitFor(() => document.querySelector('.top .link') !== null, null, 'the way to all places');
    await sidebar.clickOn('.top .link');
    await sidebar.waitFor(() => document.querySelector('.quote-list li') !== null, null, 'the places');
    const count = await sidebar.evaluate(() => document.querySelectorAll('.quote-list li').length, null);
    expect(count).toBeGreaterThan(1);
    await sidebar.clickOn('.quote-list li input');
    await sidebar.clickOn('.sheet .chips .framed');
    await sidebar.type('Town/Absence');
    await sidebar.press('Enter');
    await sidebar.press('Escape');
    await sidebar.press('Enter');
    await waitForPainted(page, count - 1);
    await sidebar.press('z');
    await waitForPainted(page, 0);
    await sidebar.close();
    await page.close();
  });
});

/** The toolbar says these words. */
async function waitForLine(page: DrivenPage, words: string): Promise<void> {
  await expect
    .poll(() => page.evaluateInToolbar(() => document.body.textContent, null), { timeout: 10_000 })
    .toContain(words);
}

async function dragOver(page: DrivenPage, words: string): Promise<void> {
  const { from, to } = await placesOf(page, words);
  await page.drag(from, to);
}

/** Just inside the first and behind the last character of these words, brought into view. */
function placesOf(page: DrivenPage, words: string): Promise<{ from: Place; to: Place }> {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const start = (node as Text).data.indexOf(wanted);
      if (start === -1) continue;
      node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const boxes = range.getClientRects();
      const [first, last] = [boxes[0], boxes[boxes.length - 1]];
      if (first === undefined || last === undefined) break;
      return {
        from: { x: first.left + 1, y: first.top + first.height / 2 },
        to: { x: last.right, y: last.top + last.height / 2 },
      };
    }
    throw new Error(`The page does not hold “${wanted}” in one piece.`);
  }, words);
}
