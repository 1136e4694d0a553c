/** Two tabs of one article write at the same time; everybody must end up with the same library. */

import { expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { launchChromium } from './chromium';
import type { DrivenPage } from './driver';
import { annotatorIsReady, painted, showToolbar, waitForPainted } from './reader';
import { started } from './started';
import { storedRecords } from './stored';

const each = 200;

const server = started(startPracticeServer);
const driver = started(launchChromium);

test(`two tabs keep ${each} passages each at once: all are stored, and both tabs and the sidebar show all`, async () => {
  const address = `${server().origin}/en/long-read.html`;
  const first = await driver().newPage(address);
  const second = await driver().newWindow(address);
  await Promise.all([annotatorIsReady(first), annotatorIsReady(second)]);
  const sidebar = await driver().openSidebar(first);
  await Promise.all([keepMany(first, 0), keepMany(second, each)]);
  process.stdout.write('two tabs: all keys are pressed\n');
  // Of so many, those near the window are painted: a tall one is near all.
  await Promise.all([first.resize(1_280, 12_000), second.resize(1_280, 12_000)]);
  const ended = performance.now();
  await Promise.all([waitForPainted(first, 2 * each), waitForPainted(second, 2 * each)]);
  await sidebar.waitFor(
    (count) => document.body.textContent?.includes(`${count} kept`) ?? false,
    2 * each,
    'the sidebar to count all annotations',
  );
  process.stdout.write(
    `two tabs: all agree ${Math.round(performance.now() - ended)} ms after the last key\n`,
  );

  const annotations = await storedRecords(sidebar, 'annotations');
  const operations = await storedRecords(sidebar, 'operations');
  expect(annotations).toHaveLength(2 * each);
  expect(new Set(operations.map(({ clock }) => clock)).size).toBe(2 * each);
  expect(await painted(first)).toEqual(await painted(second));
}, 180_000);

/** Keeps `each` passages of four words, by key, starting with the passage of this number. */
async function keepMany(page: DrivenPage, from: number): Promise<void> {
  for (let number = from; number < from + each; number += 1) {
    await page.evaluate(selectPassage, number);
    await showToolbar(page);
    await page.press('h');
  }
}

/** Four words of the article's own paragraphs, without inline markup, counted over the whole text. */
function selectPassage(number: number): void {
  const walker = document.createTreeWalker(
    document.querySelector('article') ?? document.body,
    NodeFilter.SHOW_TEXT,
  );
  let left = number;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest('p, li') === null) continue;
    const passages = [...(node as Text).data.matchAll(/\p{L}+ \p{L}+ \p{L}+ \p{L}+/gu)];
    const passage = passages[left];
    if (passage === undefined) {
      left -= passages.length;
      continue;
    }
    const range = document.createRange();
    range.setStart(node, passage.index);
    range.setEnd(node, passage.index + passage[0].length);
    const selection = document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    return;
  }
  throw new Error(`The article has no passage ${number}.`);
}
