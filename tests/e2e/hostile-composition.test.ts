/** Input methods: what they compose in the toolbar is the reader's alone, and the Enter that ends it submits nothing. */

import { expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { launchChromium } from './chromium';
import { startInputMethod } from './input-method';
import { annotatorIsReady, painted, select, waitForPainted } from './reader';
import { attacksAreOver, report } from './spied';
import { started } from './started';
import { storedRecords } from './stored';

const server = started(startPracticeServer);
const driver = started(launchChromium);

test('a code and a note are composed, each Enter of the input method only ends the composition, and the page hears none of it', async () => {
  const page = await driver().newPage(`${server().origin}/hostile.html`);
  await annotatorIsReady(page);
  await attacksAreOver(page);
  const inputMethod = await startInputMethod(driver(), page);
  await select(page, { from: 'the private grumble of a man mending a net' });

  await page.press('#');
  await inputMethod.compose('mimijihao', '秘密记号');
  expect(await painted(page)).toEqual([]);
  await page.press('Enter');
  await waitForPainted(page, 1);
  await page.press('Escape');
  await page.press('n');
  await inputMethod.compose('benzi', '笔记本', 'Control');
  await page.type(' 7391');
  await page.press('Control+Enter');

  const learned = JSON.stringify(await report(page));
  for (const secret of ['mimi', '秘', '记号', 'benz', '笔', '7391', 'compositionstart', 'compositionend']) {
    expect(learned).not.toContain(secret);
  }
  const sidebar = await driver().openSidebar(page);
  await sidebar.waitFor(() => document.querySelector('p.note') !== null, null, 'the note in the sidebar');
  expect(await storedRecords(sidebar, 'codes')).toMatchObject([{ name: '秘密记号' }]);
  expect(await storedRecords(sidebar, 'annotations')).toMatchObject([{ note: '笔记本 7391' }]);
  // One step each: nothing was submitted on the way.
  expect(await storedRecords(sidebar, 'operations')).toHaveLength(2);
});
