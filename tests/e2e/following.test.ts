/** Pages that rewrite themselves, grow, and are translated: each annotation stays on its words or is not painted, never twice. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../practice/server.ts';
import { bothBrowsers } from './both-browsers';
import type { DrivenPage } from './driver';
import {
  appendArticles,
  bodyIsRewritten,
  rewriteBodyEachSecond,
  rewriteBodyInside,
  seenPaint,
  translate,
  undoTranslation,
  watchPaint,
  wordsOfArticle,
} from './following-pages';
import { annotatorIsReady, keep, painted, paintedPlaces, waitForPainted } from './reader';
import { started } from './started';

const words = [
  'the sun would be itemised next',
  'a town of 9,400 people',
  'the silliest piece of paper',
  'thirty-one centimetres across',
  'less than a third of the total',
];

const { PRESSMARK_SOAK: soak } = process.env;
const seconds = soak === undefined ? 6 : 30;
/** How many articles the endless page has, and in which of them something is kept. */
const endless =
  soak === undefined ? { articles: 12, kept: [2, 7, 12] } : { articles: 50, kept: [2, 17, 34, 50] };

// Whatever its address says, it is the same article: each test has a site of its own.
let server: PracticeServer;
beforeEach(async () => {
  server = await startPracticeServer();
});
afterEach(() => server.close());

describe.each(bothBrowsers)('in $browser', ({ browser, launch }) => {
  const driver = started(launch);

  const keepAll = async (page: DrivenPage) => {
    await annotatorIsReady(page);
    for (const from of words) await keep(page, { from });
  };

  test(`a page that writes its whole body anew each second for ${seconds} s keeps each annotation right`, async () => {
    const page = await driver().newPage(`${server.origin}/en/long-read.html`);
    await keepAll(page);
    await watchPaint(page, words);
    await rewriteBodyEachSecond(page, seconds);
    while (!(await bodyIsRewritten(page, seconds))) await page.waitFor(hasBeenAWhile, null, 'a while');
    await waitForWords(page, words);
    const { looks, whole, wrong } = await seenPaint(page);
    process.stdout.write(`rewritten body in ${browser}: whole at ${whole} of ${looks} looks\n`);
    expect(wrong).toEqual([]);
    expect(whole).toBeGreaterThan(0);
    await page.close();
  });

  test(`an endless page of ${endless.articles} articles shows each annotation as soon as its article is there`, async () => {
    const page = await driver().newPage(`${server.origin}/zh/mirror.html?endless`);
    await annotatorIsReady(page);
    await appendArticles(page, 1, endless.articles);
    const kept = endless.kept.map(wordsOfArticle);
    for (const from of kept) await keep(page, { from });
    await page.reload();
    await annotatorIsReady(page);
    await watchPaint(page, kept);
    for (let number = 1; number <= endless.articles; number += 1) {
      await appendArticles(page, number, number);
      const there = endless.kept.filter((at) => at <= number).map(wordsOfArticle);
      if (there.length > 0 && number % 4 === 2) await waitForWords(page, there);
    }
    await waitForWords(page, kept);
    expect((await seenPaint(page)).wrong).toEqual([]);
    await page.close();
  });

  test('a translated page shows no annotation on other words, and each where it was when that is undone', async () => {
    const page = await driver().newPage(`${server.origin}/en/long-read.html?translated`);
    await keepAll(page);
    const places = await paintedPlaces(page);
    await watchPaint(page, words);
    for (let round = 0; round < 2; round += 1) {
      await translate(page);
      await waitForWords(page, []);
      await undoTranslation(page);
      await waitForWords(page, words);
      expect(await paintedPlaces(page)).toEqual(places);
    }
    expect((await seenPaint(page)).wrong).toEqual([]);
    await page.close();
  });

  test('words keep their place in blocks that the page makes invisible for a while, and lose it where they are taken out', async () => {
    const page = await driver().newPage(`${server.origin}/en/long-read.html?invisible`);
    await keepAll(page);
    await rewriteBodyInside(page, 'display: none');
    await waitForWords(page, []);
    await rewriteBodyInside(page, 'visibility: hidden');
    await waitForWords(page, words);
    await rewriteBodyInside(page, 'content-visibility: hidden');
    await waitForWords(page, []);
    await page.close();
  });

  test('an article that is swapped by history.pushState takes its annotations with it, however often and quickly', async () => {
    const [ofA, ofB] = ['He simply counted, he says, to sixty.', 'every one of them has been counted wrong'];
    const page = await driver().newPage(`${server.origin}/app/a`);
    await annotatorIsReady(page);
    await keep(page, { from: ofA });
    await swapTo(page, '/app/b');
    await waitForPainted(page, 0);
    await annotatorIsReady(page);
    await keep(page, { from: ofB });
    await watchPaint(page, [ofA, ofB]);
    for (let round = 0; round < 4; round += 1) {
      await swapTo(page, '/app/a');
      if (round % 2 === 0) await waitForWords(page, [ofA]);
      await swapTo(page, '/app/b');
      await waitForWords(page, [ofB]);
    }
    expect(await painted(page)).toEqual([ofB]);
    expect((await seenPaint(page)).wrong).toEqual([]);
    await page.close();
  });
});

/** Runs in the page: true after half a second. */
function hasBeenAWhile(): boolean {
  const page = window as unknown as { __since?: number };
  page.__since ??= performance.now();
  const isOver = performance.now() - page.__since > 500;
  if (isOver) delete page.__since;
  return isOver;
}

/** Exactly these words are painted, each once, on nodes that stand in the page. */
function waitForWords(page: DrivenPage, wanted: readonly string[]): Promise<void> {
  return page.waitFor(
    (texts) => {
      const found: string[] = [];
      for (const [name, group] of CSS.highlights) {
        if (/-(?:overlap|flash)$/u.test(name)) continue;
        for (const range of group as Iterable<Range>) {
          if (!range.startContainer.isConnected) return false;
          found.push(range.toString());
        }
      }
      return found.sort().join('\n') === [...texts].sort().join('\n');
    },
    wanted,
    `the paint of ${wanted.join(' and ') || 'nothing'}`,
  );
}

/** By a click that cannot miss: late paragraphs move the link while a real one is on its way. */
async function swapTo(page: DrivenPage, path: string): Promise<void> {
  await page.evaluate((wanted) => {
    const link = document.querySelector<HTMLElement>(`nav.next a[href="${wanted}"]`);
    if (link === null) throw new Error(`No link to ${wanted}`);
    link.click();
  }, path);
  await page.waitFor((wanted) => location.pathname === wanted, path, `the address ${path}`);
}
