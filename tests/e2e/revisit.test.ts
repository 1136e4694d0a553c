/** A publisher who changes an article without saying so: the reader is told, sees what, and which annotations it touches. */

import { afterEach, expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { violationsInEachScheme } from './accessible';
import { launchChromium } from './chromium';
import type { DrivenPage, Driver } from './driver';
import { annotatorIsReady, keep, painted, waitForPainted } from './reader';
import { shownCards } from './sidebar';
import { started } from './started';

const path = '/zh/report.html';
const changed = '12支排查队';
const gone = '尾款推迟了八个月才付清';
const untouched = '封口那天，施工队顺手把老街上38家店铺的后门排水一起接进了新管';
const paragraph =
  '<p>尾款制度真的扣过钱。去年7月一场大雨过后，下游两处新砌的护坡出现裂缝，监理当天拍照上传，施工方自费拆除重做，尾款推迟了八个月才付清。“以前是我们追着施工单位改，现在是他们追着我们来验。”沈既白说。</p>';
/** Two words, and a paragraph: one word in an annotation, one outside all. */
const silentEdit = { '12支排查队': '15支排查队', '2.86亿元': '3.12亿元', [paragraph]: '' };

const server = started(startPracticeServer);
afterEach(() => server().resetEdits());

async function revisited(driver: Driver): Promise<{ page: DrivenPage; sidebar: DrivenPage }> {
  const page = await driver.newPage(`${server().origin}${path}`);
  await annotatorIsReady(page);
  for (const from of [changed, gone, untouched]) await keep(page, { from });
  const sidebar = await driver.openSidebar(page);
  await sidebar.waitFor(() => document.querySelectorAll('.card').length === 3, null, 'the cards');
  expect(await sidebar.evaluate(() => document.querySelector('.changes') === null, null)).toBe(true);
  server().edit(path, silentEdit);
  await page.reload();
  await waitForPainted(page, 2);
  await sidebar.waitFor(() => document.querySelector('.changes') !== null, null, 'the news of the change');
  return { page, sidebar };
}

interface ShownChange {
  removed: string[];
  added: string[];
  marked: string[];
  touches: string[];
}

function shownChanges(sidebar: DrivenPage): Promise<ShownChange[]> {
  return sidebar.evaluate(() => {
    const texts = (within: Element, selector: string) =>
      [...within.querySelectorAll(selector)].map(({ textContent }) => (textContent ?? '').trim());
    return [...document.querySelectorAll('.change-list > li')].map((item) => ({
      removed: texts(item, 'del'),
      added: texts(item, 'ins'),
      marked: texts(item, 'mark'),
      touches: texts(item, '.touched'),
    }));
  }, null);
}

test('two changed words and a removed paragraph are said and shown, what they touch is marked, and nothing moves silently', async () => {
  const driver = await launchChromium();
  try {
    const { page, sidebar } = await revisited(driver);
    const said = await sidebar.evaluate(() => document.querySelector('.changes')?.textContent ?? '', null);
    expect(said).toContain('The text has changed since you first kept something here');
    expect(said).toContain('Changed places: 3');
    expect(said).toContain('annotations touched: 2');

    await sidebar.clickOn('.changes [aria-expanded]');
    const shown = await shownChanges(sidebar);
    expect(shown.map(({ removed, added }) => ({ removed: removed.join(''), added: added.join('') }))).toEqual(
      [
        { removed: '12', added: '15' },
        { removed: '2.86', added: '3.12' },
        { removed: paragraph.replace(/<[^>]*>/gu, ''), added: '' },
      ],
    );
    expect(shown.map(({ touches }) => touches)).toEqual([
      [`Touches: “${changed}”`],
      [],
      [`Touches: “${gone}”`],
    ]);
    expect(shown[2]?.marked).toEqual([gone]);

    // In the page: what is still there is painted on its own words, and what is gone nowhere.
    expect(await painted(page)).toEqual(['15支排查队', untouched]);
    const cards = await shownCards(sidebar);
    expect(cards.map(({ isLost }) => isLost)).toEqual([false, false]);
    const grades = await sidebar.evaluate(
      () => [...document.querySelectorAll('.card')].map((card) => card.querySelector('.grade')?.textContent),
      null,
    );
    expect(grades).toEqual(['Edited since you kept it', undefined]);

    // From the change to the card, lost ones too.
    await sidebar.evaluate(() => {
      const buttons = [...document.querySelectorAll<HTMLElement>('.touched')];
      buttons.at(-1)?.click();
    }, null);
    await sidebar.waitFor(
      (quote) => document.activeElement?.querySelector('blockquote')?.textContent === quote,
      gone,
      'the lost card in view',
    );

    server().resetEdits();
    await page.reload();
    await waitForPainted(page, 3);
    await sidebar.waitFor(() => document.querySelector('.changes') === null, null, 'the news to be gone');
  } finally {
    await driver.close();
  }
});

test('what was changed breaks no rule of axe, in light or dark', async () => {
  const driver = await launchChromium();
  try {
    const { sidebar } = await revisited(driver);
    await sidebar.clickOn('.changes [aria-expanded]');
    expect(await violationsInEachScheme(driver, sidebar)).toEqual([]);
  } finally {
    await driver.close();
  }
});
