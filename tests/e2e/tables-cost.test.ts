/** A table of 5,000 articles and 300 codes is drawn and gone through in the real Chromium without a long task. */

import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { createElement, render } from 'preact';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TablesActions, TablesState } from '../../components/tables/tables-model';
import type { TablesView } from '../../components/tables/tables-view';
import { bundleSource } from '../../scripts/bundle-source';
import { findBrowsers } from '../../scripts/find-browsers.mjs';
import { longestTask } from '../bench/anchoring/longest-task';
import { stableFlags } from './flags';

const [articles, codes] = [5_000, 300];

interface Bundled {
  pressmark: {
    TablesView: typeof TablesView;
    usualChoice: TablesState['choice'];
    render: typeof render;
    createElement: typeof createElement;
    show(): void;
    opened: string[];
  };
}

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const source = await bundleSource('pressmark', {
    'components/tables/tables-view.tsx': ['TablesView'],
    'components/tables/tables-model.ts': ['usualChoice'],
    'node_modules/preact/dist/preact.mjs': ['render', 'createElement'],
  });
  const { chromium: executablePath } = findBrowsers();
  if (executablePath === null) throw new Error('No Chromium was found; run the set-up.');
  browser = await chromium.launch({ executablePath, headless: true, args: stableFlags });
  page = await browser.newPage({ viewport: { width: 1180, height: 900 } });
  for (const sheet of ['theme', 'controls', 'sidebar', 'tables/tables', 'tables/plots']) {
    const file = new URL(`../../components/${sheet}.css`, import.meta.url);
    await page.addStyleTag({ content: readFileSync(file, 'utf8') });
  }
  await page.addScriptTag({ content: source });
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
      const root = document.body.appendChild(document.createElement('main'));
      root.className = 'sidebar';
      pressmark.show = () =>
        pressmark.render(pressmark.createElement(pressmark.TablesView, { state, actions }), root);
    },
    [articles, codes] as const,
  );
});
afterAll(() => browser.close());

test('it is drawn with its picture, and no task takes more than 50 ms', async () => {
  const { longest } = await longestTask(page, async () => {
    await page.evaluate(() => (globalThis as unknown as Bundled).pressmark.show());
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
