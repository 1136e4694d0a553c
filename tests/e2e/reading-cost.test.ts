/** A long article with many annotations is drawn in the real Chromium without a long task. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReadingPane } from '../../components/reading/reading-pane';
import { colours } from '../../core/colour';
import { type Reading, readingOf } from '../../core/reading/reading';
import { longestTask } from '../bench/anchoring/longest-task';
import { anAnnotation, anArticle, aSnapshot, aTarget } from '../builders';
import { type BarePressmark, openBarePage, violationsOn } from './bare-page';

const size = 60_000;
const count = 500;

interface Bundled {
  pressmark: BarePressmark & {
    ReadingPane: typeof ReadingPane;
    choose(chosenId: string | null): void;
  };
}

let browser: Browser;
let page: Page;

/** Half of the annotations overlap the one before. */
function longReading(): Reading {
  const line = '全区经济稳中向好，各项指标符合预期，社会大局保持稳定。'.repeat(8);
  const snapshot = aSnapshot({ text: `${line}\n`.repeat(size / (line.length + 1)) });
  const article = anArticle({ snapshot: snapshot.sha256 });
  const annotations = Array.from({ length: count }, (_, index) => {
    const start = Math.floor((index * (snapshot.text.length - 200)) / count);
    const end = start + (index % 2 === 0 ? 180 : 60);
    const quote = { exact: snapshot.text.slice(start, end), prefix: '', suffix: '' };
    const target = aTarget({ quote, position: { start, end }, snapshot: snapshot.sha256 });
    const codeIds = [colours[index % colours.length] ?? 'grey'];
    return anAnnotation({ id: `a${index}`, articleId: article.id, target, codeIds });
  });
  return readingOf(article, annotations, [snapshot]);
}

beforeAll(async () => {
  ({ browser, page } = await openBarePage({ 'components/reading/reading-pane.tsx': ['ReadingPane'] }, [
    'cards',
    'reading/reading',
  ]));
  await page.evaluate(
    ({ reading, codes }) => {
      const { pressmark } = globalThis as unknown as Bundled;
      const actions = { choose: () => {}, readHistory: async () => [] };
      pressmark.choose = (chosenId) =>
        pressmark.show(pressmark.ReadingPane, { state: { reading, codes, chosenId }, actions });
    },
    {
      reading: longReading(),
      codes: colours.map((colour) => ({ id: colour, path: colour, colour, count: 1 })),
    },
  );
});
afterAll(() => browser.close());

function show(chosenId: string | null): Promise<void> {
  return page.evaluate((id) => (globalThis as unknown as Bundled).pressmark.choose(id), chosenId);
}

test('60,000 characters with 500 annotations are drawn to the end, and no task takes more than 50 ms', async () => {
  const { longest, value } = await longestTask(page, async () => {
    await show(null);
    await page.waitForFunction(() => document.querySelector('[data-start]') !== null);
    await page.waitForFunction(
      (all) => new Set(Array.from(document.querySelectorAll('.text-block p'))).size >= all,
      Math.floor(size / 217),
    );
    return page.locator('.highlight').count();
  });
  expect(value).toBeGreaterThanOrEqual(count);
  expect(longest).toBeLessThanOrEqual(50);
});

test('an annotation far down is brought into view when it is chosen, and no task takes more than 50 ms', async () => {
  const { longest } = await longestTask(page, async () => {
    await show('a450');
    await page.waitForFunction(() => {
      const { top, bottom } =
        document.querySelector('[data-chosen="true"]')?.getBoundingClientRect() ?? new DOMRect(0, -1);
      return top >= 0 && bottom <= innerHeight;
    });
  });
  expect(longest).toBeLessThanOrEqual(50);
});

test('it breaks no rule of axe in light or dark', async () => {
  expect(await violationsOn(page, '.reading')).toEqual([]);
});
