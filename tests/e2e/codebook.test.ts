/** The codebook in the sidebar, by keys alone: made, renamed, moved, merged, split, archived, deleted, all undone and all redone. */

import { expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { launchChromium } from './chromium';
import { focusIsOn, goToCode, shownCodes, waitForCodes } from './codebook';
import type { DrivenPage } from './driver';
import { annotatorIsReady, keep } from './reader';
import { goToCard, waitForCards, waitForStatus } from './sidebar';
import { started } from './started';
import { storedRecords } from './stored';

const server = started(startPracticeServer);
const driver = started(launchChromium);

test('a codebook is made and changed by keys alone, and every step is undone and redone', async () => {
  const sidebar = await open();
  const start = await state(sidebar);
  const after: string[] = [start];
  const step = async (codes: readonly string[]) => {
    await waitForCodes(sidebar, codes);
    after.push(await state(sidebar));
  };

  await sidebar.press('b');
  await sidebar.waitFor(
    () => document.querySelector('.codebook .empty') !== null,
    null,
    'the empty codebook',
  );
  await sidebar.press('Shift+N');
  for (const [name, codes] of [
    ['1 实施细则', ['1 1 实施细则 (0)']],
    ['3 主体', ['1 1 实施细则 (0)', '1 3 主体 (0)']],
  ] as const) {
    await sidebar.type(name);
    await sidebar.press('Enter');
    await step(codes);
  }
  await sidebar.press('Escape');
  await focusIsOn(sidebar, '3 主体');

  await sidebar.press('n');
  await sidebar.type('区委');
  await sidebar.press('Enter');
  await step(['1 1 实施细则 (0)', '1 3 主体 (0)', '2 区委 (0)']);
  await sidebar.type('政法单位');
  await sidebar.press('Enter');
  await step(['1 1 实施细则 (0)', '1 3 主体 (0)', '2 区委 (0)', '2 政法单位 (0)']);
  await sidebar.press('Escape');
  await focusIsOn(sidebar, '政法单位');
  await sidebar.press('n');
  await sidebar.type('法院');
  await sidebar.press('Enter');
  const made = ['1 1 实施细则 (0)', '1 3 主体 (0)', '2 区委 (0)', '2 政法单位 (0)', '3 法院 (0)'];
  await step(made);
  await sidebar.press('Escape');
  await focusIsOn(sidebar, '法院');

  // Rename in place; Esc leaves the name.
  await sidebar.press('F2');
  await sidebar.type('nobody');
  await sidebar.press('Escape');
  await focusIsOn(sidebar, '法院');
  await sidebar.press('Enter');
  await sidebar.type('人民法院');
  await sidebar.press('Enter');
  await step(['1 1 实施细则 (0)', '1 3 主体 (0)', '2 区委 (0)', '2 政法单位 (0)', '3 人民法院 (0)']);
  await focusIsOn(sidebar, '人民法院');

  // Colour and description.
  await sidebar.press('c');
  await sidebar.press('Tab');
  await sidebar.press('Enter');
  await waitForStatus(sidebar, 'change code colour');
  after.push(await state(sidebar));
  await focusIsOn(sidebar, '人民法院');
  await sidebar.press('d');
  await sidebar.type('法院和法庭');
  await sidebar.press('Tab');
  await sidebar.press('Tab');
  await sidebar.press('4');
  await sidebar.press('Control+Enter');
  await waitForStatus(sidebar, 'describe code');
  after.push(await state(sidebar));

  // Two annotations with the code 区委, given in the list of cards as one step.
  await sidebar.press('b');
  await waitForCards(sidebar, 3);
  await goToCard(sidebar, quotes[0]);
  await sidebar.press('x');
  await sidebar.press('Shift+J');
  await sidebar.press('#');
  await sidebar.type('区');
  await sidebar.press('Enter');
  await waitForStatus(sidebar, 'code 2 annotations');
  after.push(await state(sidebar));
  await sidebar.press('Escape');
  await sidebar.press('Escape');
  await sidebar.press('b');
  await step(['1 1 实施细则 (0)', '1 3 主体 (0)', '2 区委 (2)', '2 政法单位 (0)', '3 人民法院 (0)']);
  after.pop();

  // Move by the picker.
  await goToCode(sidebar, '人民法院');
  await sidebar.press('m');
  await sidebar.type('实');
  await sidebar.press('Enter');
  await step(['1 1 实施细则 (0)', '2 人民法院 (0)', '1 3 主体 (0)', '2 区委 (2)', '2 政法单位 (0)']);
  await focusIsOn(sidebar, '人民法院');

  // Split one of the two off.
  await goToCode(sidebar, '区委');
  await sidebar.press('s');
  await sidebar.waitFor(() => document.querySelectorAll('.quote-list li').length === 2, null, 'two quotes');
  await sidebar.type('区委书记');
  await sidebar.press('Tab');
  await sidebar.press('Space');
  await sidebar.press('Control+Enter');
  await step([
    '1 1 实施细则 (0)',
    '2 人民法院 (0)',
    '1 3 主体 (0)',
    '2 区委 (1)',
    '2 区委书记 (1)',
    '2 政法单位 (0)',
  ]);
  await focusIsOn(sidebar, '区委书记');

  // Merge with a preview.
  await sidebar.press('g');
  await sidebar.type('政法');
  await sidebar.press('Enter');
  await sidebar.waitFor(
    () => document.querySelector('.code-panel [aria-live]')?.textContent?.includes('2 codes become one'),
    null,
    'the preview of the merge',
  );
  expect(await panelText(sidebar)).toContain('1 annotation');
  await sidebar.press('Enter');
  await step(['1 1 实施细则 (0)', '2 人民法院 (0)', '1 3 主体 (0)', '2 区委 (1)', '2 政法单位 (1)']);
  await waitForStatus(sidebar, 'merge of 2 codes');
  await focusIsOn(sidebar, '政法单位');

  // Archive and delete.
  await goToCode(sidebar, '区委');
  await sidebar.press('a');
  await step(['1 1 实施细则 (0)', '2 人民法院 (0)', '1 3 主体 (0)', '2 政法单位 (1)']);
  await goToCode(sidebar, '1 实施细则');
  await sidebar.press('Delete');
  await step(['1 3 主体 (0)', '2 政法单位 (1)']);
  await waitForStatus(sidebar, 'delete 2 codes');
  await focusIsOn(sidebar, '3 主体');
  expect(await shownCodes(sidebar)).toHaveLength(2);

  for (const wanted of after.slice(0, -1).reverse()) {
    await sidebar.press('z');
    await becomes(sidebar, wanted);
  }
  for (const wanted of after.slice(1)) {
    await sidebar.press('Shift+Z');
    await becomes(sidebar, wanted);
  }
  await sidebar.close();
});

const quotes = ['全部人手', '先源头、后河床', '好看，也安全'] as const;

async function open(): Promise<DrivenPage> {
  const page = await driver().newPage(`${server().origin}/zh/report.html`);
  await annotatorIsReady(page);
  for (const quote of quotes) await keep(page, { from: quote });
  const sidebar = await driver().openSidebar(page);
  await waitForCards(sidebar, quotes.length);
  return sidebar;
}

function panelText(sidebar: DrivenPage): Promise<string> {
  return sidebar.evaluate(() => document.querySelector('.code-panel')?.textContent ?? '', null);
}

/** Everything that undo must bring back, as it is stored. */
async function state(sidebar: DrivenPage): Promise<string> {
  const tables = await Promise.all(['codes', 'annotations'].map((table) => storedRecords(sidebar, table)));
  return JSON.stringify(tables);
}

async function becomes(sidebar: DrivenPage, wanted: string): Promise<void> {
  await expect.poll(() => state(sidebar)).toBe(wanted);
}
