/** A page that replaces its article's nodes every second: the paint follows, and the page stays quick. */

import { describe, expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { bothBrowsers } from './both-browsers';
import { annotatorIsReady, keep, paintedPlaces } from './reader';
import { started } from './started';

const words = 'with a small movement of the long hand';
const rewrites = 5;
/** Milliseconds. The page itself takes a few for each rewrite. */
const longestGap = 400;

interface Watched {
  __rewrites: number;
  __worstGap: number;
}

const server = started(startPracticeServer);

describe.each(bothBrowsers)('in $browser', ({ browser, launch }) => {
  test(`a kept passage is on its words again after each of ${rewrites} rewrites, once, and nothing stalls`, async () => {
    const driver = await launch();
    try {
      const page = await driver.newPage(`${server().origin}/changing.html`);
      await annotatorIsReady(page);
      await keep(page, { from: words });
      const [place] = await paintedPlaces(page);
      await page.evaluate(() => {
        const watched = Object.assign(window as unknown as Watched, { __rewrites: 0, __worstGap: 0 });
        new MutationObserver(() => {
          watched.__rewrites += 1;
        }).observe(document.querySelector('main') ?? document.body, { childList: true });
        let last = performance.now();
        const tick = () => {
          const now = performance.now();
          watched.__worstGap = Math.max(watched.__worstGap, now - last);
          last = now;
          setTimeout(tick);
        };
        tick();
      }, null);
      for (let round = 1; round <= rewrites; round += 1) {
        await page.waitFor(
          (wanted) => (window as unknown as Watched).__rewrites >= wanted,
          round,
          `rewrite ${round}`,
        );
        await page.waitFor(
          (wanted) => {
            const ranges = [...CSS.highlights.values()].flatMap((group) => [...group]) as Range[];
            return ranges.length === 1 && ranges[0]?.toString() === wanted;
          },
          words,
          `the paint after rewrite ${round}`,
        );
      }
      expect(await paintedPlaces(page)).toEqual([place]);
      const worst = await page.evaluate(() => (window as unknown as Watched).__worstGap, null);
      process.stdout.write(`changing page in ${browser}: longest stall ${Math.round(worst)} ms\n`);
      expect(worst).toBeLessThan(longestGap);
    } finally {
      await driver.close();
    }
  });
});
