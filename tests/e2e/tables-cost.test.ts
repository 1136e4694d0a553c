/** A table of 5,000 articles and 300 codes is drawn and gone through in the real Chromium without a long task. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TablesActions, TablesState } from '../../components/tables/tables-model';
import type { TablesView } from '../../components/tables/tables-view';
import { longestTask } from '../bench/anchoring/longest-task';
import { type BarePressmark, openBarePage, violationsOn } from './bare-page';

const [articles, codes] = [5_000, 300];

interface Bundled {
  pressmark: BarePressmark & {
    TablesView: typeof TablesView;
    usualChoice: TablesState['choice'];
    draw(): void;
    opened: string[];
  };
}

let browser: Browser;
let page: Page;

beforeAll(async () => {
  ({ browser, page } = await openBarePage(
    {
      'components/tables/tables-view.tsx': ['TablesView'],
      'components/tables/tables-model.ts': ['usualChoice'],
    },
    ['tables/tables', 'tables/plots'],
  ));
  await page.evaluate(
    ([rowCount, columnCount]) => {
      const { pressmark } = globalThis as unknown as Bundled;
      const item = (key: string) => ({
        key,
        label: `全区经济稳中向好 ${key}`,
        facts: [],
        total: 7,
        query: [],
      });
      const items = (letter: string, count: number) =>
        Array.from({ length: count }, (_, at) => item(letter + at));
      const state: TablesState = {
        choice: pressmark.usualChoice,
        base: [],
        table: {
          kind: 'article',
          facts: [],
          rows: items('a', rowCount),
          columns: items('c', columnCount),
          counts: Uint32Array.from({ length: rowCount * columnCount }, (_, at) => at % 9),
        },
        keywords: null,
        isBusy: false,
      };
      pressmark.opened = [];
      const actions: TablesActions = {
        choose: () => {},
        onOpen: (query) => pressmark.opened.push(query),
        saveCsv: () => {},
      };
      pressmark.draw = () => pressmark.show(pressmark.TablesView, { state, actions });
    },
    [articles, codes] as const,
  );
});
afterAll(() => browser.close());

test('it is drawn with its picture, and no task takes more than 50 ms', async () => {
  const { longest } = await longestTask(page, async () => {
    await page.evaluate(() => (globalThis as unknown as Bundled).pressmark.draw());
    await page.waitForFunction(() => document.querySelectorAll('.heat').length > 500);
    await page.waitForSelector('[data-cell="9 6"]');
  });
  expect(longest).toBeLessThanOrEqual(50);
});

test('it is scrolled from end to end, few cells at a time, and no task takes more than 50 ms', async () => {
  const { longest } = await longestTask(page, async () => {
    await page.evaluate(async () => {
      const grid = document.querySelector('.table-scroll');
      const steps = 40;
      for (let step = 1; grid !== null && step <= steps; step += 1) {
        grid.scrollTop = (grid.scrollHeight * step) / steps;
        grid.scrollLeft = (grid.scrollWidth * step) / steps;
        await new Promise(requestAnimationFrame);
      }
    });
    await page.waitForSelector(`[data-cell="${articles - 1} ${codes - 1}"]`);
  });
  expect(await page.locator('[data-cell]').count()).toBeLessThan(1_000);
  expect(longest).toBeLessThanOrEqual(50);
});

test('Ctrl+Home and Ctrl+End bring the ends into view, with the focus on a cell that nothing covers', async () => {
  await page.locator('[data-cell]').first().focus();
  for (const [key, cell] of [
    ['Control+Home', '0 0'],
    ['Control+End', `${articles - 1} ${codes - 1}`],
    ['Control+Home', '0 0'],
    ['ArrowDown', '1 0'],
    ['ArrowRight', '1 1'],
  ] as const) {
    await page.keyboard.press(key);
    await page.waitForFunction(
      (wanted) => document.activeElement?.getAttribute('data-cell') === wanted,
      cell,
    );
    const isOnTop = await page.evaluate(() => {
      const { x, y, width, height } = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
      return document.elementFromPoint(x + width / 2, y + height / 2) === document.activeElement;
    });
    expect(isOnTop, cell).toBe(true);
  }
});

test('it breaks no rule of axe in light or dark', async () => {
  expect(await violationsOn(page, '.tables')).toEqual([]);
});
