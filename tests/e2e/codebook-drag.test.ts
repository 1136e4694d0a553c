/** A code is dragged under another one with the mouse, in a real browser. */

import { test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { launchChromium } from './chromium';
import { waitForCodes } from './codebook';
import type { DrivenPage, Place } from './driver';
import { annotatorIsReady, keep } from './reader';
import { waitForCards } from './sidebar';
import { started } from './started';

const server = started(startPracticeServer);
const driver = started(launchChromium);

test('a code goes under the code it is dropped on; undo puts it back, and redo brings it there again', async () => {
  const page = await driver().newPage(`${server().origin}/zh/report.html`);
  await annotatorIsReady(page);
  await keep(page, { from: '全部人手' });
  const sidebar = await driver().openSidebar(page);
  await waitForCards(sidebar, 1);
  await sidebar.press('b');
  await sidebar.waitFor(
    () => document.querySelector('.codebook .empty') !== null,
    null,
    'the empty codebook',
  );
  await sidebar.press('Shift+N');
  for (const name of ['主体', '区委']) {
    await sidebar.type(name);
    await sidebar.press('Enter');
  }
  await sidebar.press('Escape');
  const apart = ['1 主体 (0)', '1 区委 (0)'];
  await waitForCodes(sidebar, apart);

  await sidebar.drag(await middleOf(sidebar, '区委'), await middleOf(sidebar, '主体'));
  const under = ['1 主体 (0)', '2 区委 (0)'];
  await waitForCodes(sidebar, under);
  await sidebar.press('z');
  await waitForCodes(sidebar, apart);
  await sidebar.press('Shift+Z');
  await waitForCodes(sidebar, under);
});

/** Viewport pixels. */
async function middleOf(sidebar: DrivenPage, name: string): Promise<Place> {
  const box = await sidebar.evaluate((wanted) => {
    const rows = [...document.querySelectorAll('.code-row')];
    const row = rows.find((each) => each.querySelector('.code-name')?.textContent === wanted);
    return row?.getBoundingClientRect().toJSON() as DOMRect | undefined;
  }, name);
  if (box === undefined) throw new Error(`No row says ${name}.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
