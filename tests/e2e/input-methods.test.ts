/** Input methods: while they compose no key is a command, the Enter that ends it submits nothing, and what is composed is looked for. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { type ChromiumDriver, launchChromium } from './chromium';
import type { DrivenPage, Driver } from './driver';
import { launchFirefox } from './firefox';
import { type InputMethod, startInputMethod } from './input-method';
import { annotatorIsReady, keep, painted, select, waitForPainted } from './reader';
import { goToCard, shownCards, waitForCards } from './sidebar';
import { started } from './started';
import { storedRecords } from './stored';

const words = '先源头、后河床';
const keys = ['Enter', 'Escape', 'ArrowDown'] as const;

const server = started(startPracticeServer);

/** A page with one passage that has the codes 区委 and 监督, and nothing shown beside it. */
async function open(driver: Driver): Promise<DrivenPage> {
  const page = await driver.newPage(`${server().origin}/zh/report.html`);
  await annotatorIsReady(page);
  await select(page, { from: words });
  await page.press('#');
  for (const path of ['主体/区委', '制度/监督']) {
    await page.type(path);
    await page.press('Enter');
  }
  await waitForPainted(page, 1);
  await page.press('Escape');
  await page.press('Escape');
  return page;
}

/** Runs in the sidebar, or in the toolbar's frame. */
function shownRows(): string[] {
  return Array.from(document.querySelectorAll('[role="option"]'), (row) => row.textContent ?? '');
}

/** Runs there too: what stands in the field that is in focus. */
function typed(): string | null {
  const field = document.activeElement;
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : null;
}

describe('in Chromium, by real compositions', () => {
  let driver: ChromiumDriver;
  let page: DrivenPage;
  beforeEach(async () => {
    driver = await launchChromium();
    page = await open(driver);
  });
  afterEach(() => driver.close());

  const pressAll = async (inputMethod: InputMethod) => {
    for (const key of keys) await inputMethod.press(key);
  };

  test('the picker on the page lists what is being composed, and only an Enter of the reader’s own gives a code', async () => {
    const inputMethod = await startInputMethod(driver, page);
    await select(page, { from: '全部人手' });
    await page.press('#');
    await inputMethod.show('区');
    await expect.poll(() => page.evaluateInToolbar(shownRows, null)).toEqual(['主体/区委', 'Make “区”']);
    await pressAll(inputMethod);
    await inputMethod.show('监');
    await expect.poll(() => page.evaluateInToolbar(shownRows, null)).toEqual(['制度/监督', 'Make “监”']);
    expect(await page.evaluateInToolbar(typed, null)).toBe('监');
    expect(await painted(page)).toEqual([words]);
    await inputMethod.compose('jian', '监督');
    expect(await painted(page)).toEqual([words]);
    await page.press('Enter');
    await waitForPainted(page, 2);
  });

  test('the note on the page is neither saved nor left by a composing key', async () => {
    const inputMethod = await startInputMethod(driver, page);
    await select(page, { from: '全部人手' });
    await page.press('n');
    await inputMethod.show('beizhu');
    await pressAll(inputMethod);
    await inputMethod.compose('beizhu', '备注', 'Control');
    expect(await page.evaluateInToolbar(typed, null)).toBe('备注');
    expect(await painted(page)).toEqual([words]);
    await page.press('Control+Enter');
    await waitForPainted(page, 2);
    const sidebar = await driver.openSidebar(page);
    const notes = (await storedRecords(sidebar, 'annotations')).map(({ note }) => note);
    expect(notes.sort()).toEqual(['', '备注']);
  });

  test('the sidebar’s search follows the composition, and its keys are the input method’s', async () => {
    await keep(page, { from: '全部人手' });
    const sidebar = await driver.openSidebar(page);
    await waitForCards(sidebar, 2);
    const inputMethod = await startInputMethod(driver, sidebar);
    await sidebar.press('/');
    await inputMethod.show('人手');
    await waitForCards(sidebar, 1);
    await pressAll(inputMethod);
    expect(await sidebar.evaluate(typed, null)).toBe('人手');
    await inputMethod.compose('heo', '河床');
    await expect.poll(async () => (await shownCards(sidebar)).map(({ quote }) => quote)).toEqual([words]);
    expect(await sidebar.evaluate(typed, null)).toBe('河床');
  });

  test('the sidebar’s picker and note do as those on the page', async () => {
    const sidebar = await driver.openSidebar(page);
    await waitForCards(sidebar, 1);
    const inputMethod = await startInputMethod(driver, sidebar);
    await goToCard(sidebar, words);
    await sidebar.press('#');
    await inputMethod.show('监');
    await expect.poll(() => sidebar.evaluate(shownRows, null)).toEqual(['制度/监督', 'Make “监”']);
    await pressAll(inputMethod);
    await inputMethod.compose('xin', '新码');
    expect(await storedRecords(sidebar, 'operations')).toHaveLength(2);
    await sidebar.press('Enter');
    await sidebar.waitFor(
      () => document.querySelectorAll('.card .removable, .card .chip').length === 3,
      null,
      'the third code',
    );
    await sidebar.press('Escape');
    await sidebar.press('n');
    await inputMethod.show('beizhu');
    await pressAll(inputMethod);
    await inputMethod.compose('beizhu', '备注', 'Control');
    expect(await sidebar.evaluate(typed, null)).toBe('备注');
    await sidebar.press('Control+Enter');
    await sidebar.waitFor(() => document.querySelector('p.note')?.textContent === '备注', null, 'the note');
  });
});

describe('in Firefox, by dispatched events', () => {
  let driver: Driver;
  let page: DrivenPage;
  beforeEach(async () => {
    driver = await launchFirefox();
    page = await open(driver);
  });
  afterEach(() => driver.close());

  test('the picker and the note on the page take no composing key, and list what is composed', async () => {
    await select(page, { from: '全部人手' });
    await page.press('#');
    await page.evaluateInToolbar(composeInField, { text: '区', keys: [...keys] });
    await expect.poll(() => page.evaluateInToolbar(shownRows, null)).toEqual(['主体/区委', 'Make “区”']);
    expect(await page.evaluateInToolbar(typed, null)).toBe('区');
    await page.press('Escape');
    await page.press('n');
    await page.evaluateInToolbar(composeInField, { text: '备注', keys: [...keys], ctrlKey: true });
    expect(await page.evaluateInToolbar(typed, null)).toBe('备注');
    expect(await painted(page)).toEqual([words]);
  });

  test('the sidebar’s search, picker and note take none either', async () => {
    const sidebar = await driver.openSidebar(page);
    await waitForCards(sidebar, 1);
    await sidebar.press('/');
    await sidebar.evaluate(composeInField, { text: '河床', keys: [...keys] });
    expect(await sidebar.evaluate(typed, null)).toBe('河床');
    await sidebar.press('Escape');
    await sidebar.press('Escape');
    await goToCard(sidebar, words);
    await sidebar.press('#');
    await sidebar.evaluate(composeInField, { text: '监', keys: [...keys] });
    await expect.poll(() => sidebar.evaluate(shownRows, null)).toEqual(['制度/监督', 'Make “监”']);
    await sidebar.press('Escape');
    await sidebar.press('n');
    await sidebar.evaluate(composeInField, { text: '备注', keys: [...keys], ctrlKey: true });
    expect(await sidebar.evaluate(typed, null)).toBe('备注');
    expect((await shownCards(sidebar))[0]?.note).toBe('');
  });
});

/** Runs in the page of the field in focus: composes there, with keys pressed meanwhile, as Firefox tells of it. */
function composeInField({ text, keys, ctrlKey }: { text: string; keys: string[]; ctrlKey?: boolean }): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) {
    throw new Error('No field is in focus.');
  }
  const options = { bubbles: true, composed: true, cancelable: true };
  const press = (key: string, more: KeyboardEventInit) =>
    field.dispatchEvent(new KeyboardEvent('keydown', { key, ...options, ...more }));
  const write = (value: string) => {
    field.value = value;
    const init = { ...options, inputType: 'insertCompositionText', data: value, isComposing: true };
    field.dispatchEvent(new InputEvent('input', init));
    field.dispatchEvent(new CompositionEvent('compositionupdate', { ...options, data: value }));
  };
  field.dispatchEvent(new CompositionEvent('compositionstart', options));
  for (let length = 1; length <= text.length; length += 1) write(text.slice(0, length));
  for (const key of keys) press(key, { isComposing: true, ctrlKey: ctrlKey ?? false });
  field.dispatchEvent(new CompositionEvent('compositionend', { ...options, data: text }));
  press('Enter', { keyCode: 229, ctrlKey: ctrlKey ?? false });
}
