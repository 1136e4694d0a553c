/** The keys page in the real browser: a key pressed there is the key on pages that are open already, and nobody is shut out. */

import { describe, expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { controls, violationsInEachScheme } from './accessible';
import { bothBrowsers } from './both-browsers';
import { type ChromiumDriver, launchChromium } from './chromium';
import type { DrivenPage, Driver } from './driver';
import { annotatorIsReady, painted, select, waitForPainted } from './reader';
import { started } from './started';
import { shownToolbar } from './toolbar';

const server = started(startPracticeServer);

describe.each(bothBrowsers)('in $browser', ({ launch }) => {
  const driver = started(launch);

  test('a key chosen by keys alone, from the sidebar on, is the key on the page at once', async () => {
    const page = await open(driver());
    const sidebar = await driver().openSidebar(page);
    await sidebar.waitFor(() => document.querySelector('main') !== null, null, 'the sidebar');
    const settings = await driver().openKeysPage(sidebar);
    await isDrawn(settings);
    await goTo(settings, 'toolbar-keep');
    await settings.press('Enter');
    await settings.press('k');
    await hasKeys(settings, 'toolbar-keep', ['k']);
    expect(await said(settings)).toBe('Keep this passage: k');

    await page.bringToFront();
    await select(page, { from: 'Water is heavy' });
    await expect.poll(() => page.evaluateInToolbar(keepTitle, null)).toBe('Keep this passage (k)');
    await page.press('h');
    await page.press('k');
    await waitForPainted(page, 1);
    expect(await painted(page)).toEqual(['Water is heavy']);
    for (const one of [settings, sidebar, page]) await one.close();
  });
});

describe('in English', () => {
  const driver = started(() => launchChromium());

  test('two commands on one key are told of each other, and the usual key mends it', async () => {
    const settings = await openSettings(driver());
    await giveKey(settings, 'sidebar-next', 'n');
    expect(await rowText(settings, 'sidebar-next')).toContain('Same key: Write a note');
    expect(await rowText(settings, 'sidebar-note')).toContain('Same key: Next annotation');
    expect(await said(settings)).toContain('Same key: Write a note');
    await settings.press('Tab');
    await settings.press('Enter');
    await hasKeys(settings, 'sidebar-next', ['j']);
    expect(await rowText(settings, 'sidebar-note')).not.toContain('Same key');
    await settings.close();
  });

  test('without plain keys the page has its letters back, and keys with Alt still count', async () => {
    const page = await open(driver());
    const settings = await openSettings(driver());
    await giveKey(settings, 'toolbar-keep', 'Alt+s');
    await settings.clickOn('.switch input');
    await settings.waitFor(
      () => document.querySelector('[data-command="toolbar-note"] kbd')?.getAttribute('data-off') === 'true',
      null,
      'the key to be switched off',
    );

    await page.bringToFront();
    await select(page, { from: 'Water is heavy' });
    await shownToolbar(driver(), page)
      .frame()
      .locator('.primary[title="Keep this passage (Alt+s)"]')
      .waitFor();
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      document.addEventListener('keydown', ({ key }) => heard.push(key));
    }, null);
    for (const key of ['n', '1', 'Delete', 'j']) await page.press(key);
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard, null);
    expect(heard).toEqual(['n', '1', 'Delete', 'j']);
    await page.press('Alt+s');
    await waitForPainted(page, 1);

    const sidebar = await driver().openSidebar(page);
    await sidebar.waitFor(() => document.querySelector('article.card') !== null, null, 'a card');
    await sidebar.press('j');
    expect(await sidebar.evaluate(() => document.activeElement?.localName, null)).toBe('body');
    await settings.bringToFront();
    await settings.clickOn('.switch input');
    await sidebar.bringToFront();
    await sidebar.waitFor(
      () => document.querySelector('[aria-keyshortcuts="n"]') !== null,
      null,
      'the sidebar to hear of it',
    );
    await sidebar.press('j');
    expect(await sidebar.evaluate(() => document.activeElement?.localName, null)).toBe('article');
    for (const one of [sidebar, settings, page]) await one.close();
  });
});

describe.each(['en-US', 'zh-CN', 'zh-TW'])('in %s', (language) => {
  const driver = started(() => launchChromium({ language }));

  test('the page breaks no rule of axe in light and dark, with a clash, a key awaited and keys switched off, and fits 320 pixels', async () => {
    const settings = await openSettings(driver());
    await giveKey(settings, 'toolbar-keep', 'n');
    await settings.clickOn('.switch input');
    await goTo(settings, 'toolbar-codes');
    await settings.press('Enter');
    expect(await violationsInEachScheme(driver(), settings)).toEqual([]);
    const nameless = (await controls(driver(), settings)).filter(({ name }) => name.trim() === '');
    expect(nameless).toEqual([]);
    // As at four times the size.
    await settings.resize(320, 640);
    expect(await settings.evaluate(() => document.documentElement.scrollWidth, null)).toBeLessThanOrEqual(
      320,
    );
    await settings.close();
  });
});

async function open(driver: Driver): Promise<DrivenPage> {
  const page = await driver.newPage(`${server().origin}/en/long-read.html`);
  await annotatorIsReady(page);
  return page;
}

async function openSettings(driver: ChromiumDriver): Promise<DrivenPage> {
  const settings = await driver.newPage(`chrome-extension://${driver.extensionId}/settings.html`);
  await isDrawn(settings);
  return settings;
}

function keepTitle(): string {
  return document.querySelector<HTMLElement>('.primary')?.title ?? '';
}

function isDrawn(settings: DrivenPage): Promise<void> {
  return settings.waitFor(() => document.querySelector('[data-command]') !== null, null, 'the list of keys');
}

/** Moves the focus to the button of this command, by Tab. */
async function goTo(settings: DrivenPage, command: string): Promise<void> {
  for (let step = 0; step < 200; step += 1) {
    const here = await settings.evaluate(
      () => document.activeElement?.closest('tr')?.getAttribute('data-command') ?? '',
      null,
    );
    if (here === command) return;
    await settings.press('Tab');
  }
  throw new Error(`No way by Tab to ${command}.`);
}

async function giveKey(settings: DrivenPage, command: string, key: string): Promise<void> {
  await goTo(settings, command);
  await settings.press('Enter');
  await settings.press(key);
  await hasKeys(settings, command, [key]);
}

function hasKeys(settings: DrivenPage, command: string, keys: string[]): Promise<void> {
  return settings.waitFor(
    ([row, wanted]) => {
      const shown = [...document.querySelectorAll(`[data-command="${row}"] kbd`)];
      return shown.map(({ firstChild }) => firstChild?.textContent).join() === wanted;
    },
    [command, keys.join()] as const,
    `${command} to have ${keys.join()}`,
  );
}

function rowText(settings: DrivenPage, command: string): Promise<string> {
  return settings.evaluate(
    (row) => document.querySelector(`[data-command="${row}"]`)?.textContent ?? '',
    command,
  );
}

function said(settings: DrivenPage): Promise<string> {
  return settings.evaluate(() => document.querySelector('.said')?.textContent ?? '', null);
}
