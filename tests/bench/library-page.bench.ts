/**
 * How soon the library's page shows its first rows, answers a keystroke and scrolls, and the sidebar shows an article with 50
 * annotations, in the built extension; `--annotations=100000` asks for as many.
 */

import type { Page } from 'playwright-core';
import { bundleSource } from '../../scripts/bundle-source.ts';
import { launchChromium } from '../e2e/chromium';
import { startPracticeServer } from '../practice/server.ts';
import type { keepArticle } from './library/article';
import { freshQuery } from './library/fresh-query.ts';
import type { seed } from './library/measure';

/** Milliseconds, at 100,000. */
const asked = { opening: 300, sidebar: 150, keystroke: 50, task: 50 };
const openings = 9;
/** Of the article that the sidebar shows. */
const cardCount = 50;
const runs = 20;
const queries: readonly { what: string; texts: readonly string[] }[] = [
  { what: 'one Chinese character', texts: ['的', '区', '税'] },
  { what: 'two Chinese characters', texts: ['经济', '改革', '鬱金'] },
  { what: 'four Chinese characters', texts: ['稳中向好', '公共服务'] },
  { what: 'an English prefix', texts: ['e', 'eco', 'resid'] },
  { what: 'a field with text', texts: ['outlet:报 经济', 'lang:en has:note budget'] },
  {
    what: 'code with sub-codes, outlet and month',
    texts: ['code:"/改革 1" outlet:"静安报" after:2024-01 before:2024-02', 'code:"/改革 1"'],
  },
  { what: 'nothing', texts: ['', ' '] },
];

interface Watched {
  longest: number;
  firstRows: number;
  /** When the sidebar had drawn all of the article's cards. */
  cards: number;
}

/** What runs in a page of the extension. */
interface InPage {
  pressmark: { seed: typeof seed; keepArticle: typeof keepArticle };
}

const [given] = process.argv.flatMap((word) => /^--annotations=(\d+)$/u.exec(word)?.[1] ?? []);
const count = Number(given ?? 10_000);
const source = await bundleSource('pressmark', {
  'tests/bench/library/measure.ts': ['seed'],
  'tests/bench/library/article.ts': ['keepArticle'],
});
const server = await startPracticeServer();
const driver = await launchChromium();
const address = `chrome-extension://${driver.extensionId}/library.html`;
try {
  await driver.context.addInitScript((wanted) => {
    const watched: Watched = { longest: 0, firstRows: 0, cards: 0 };
    Object.assign(globalThis, { watched });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.longest = Math.max(watched.longest, duration);
    }).observe({ type: 'longtask' });
    new MutationObserver((_, observer) => {
      if ((document.querySelector('.list-item blockquote')?.textContent ?? '') === '') return;
      watched.firstRows = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true, characterData: true });
    new MutationObserver((_, observer) => {
      if (document.querySelectorAll('.card').length < wanted) return;
      watched.cards = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  }, cardCount);
  const seeding = await driver.context.newPage();
  await seeding.goto(`chrome-extension://${driver.extensionId}/settings.html`);
  await seeding.evaluate(source);
  await seeding.evaluate((wanted) => (globalThis as unknown as InPage).pressmark.seed(wanted), count);
  const article = await seedArticle(seeding);
  await seeding.close();
  say(`the library's page with ${count} annotations`);
  await reportOpening();
  const page = await openLibrary();
  for (const { what, texts } of queries) await reportQuery(page, what, texts);
  await reportScrolling(page);
  const drawn = await page.evaluate(() => document.querySelectorAll('.list-row').length);
  say(`  rows in the document: ${drawn}`);
  await page.close();
  await reportSidebar(article);
} finally {
  await driver.close();
  await server.close();
}

/** @returns its address */
async function seedArticle(seeding: Page): Promise<string> {
  const url = `${server.origin}/en/long-read.html`;
  const page = await driver.context.newPage();
  await page.goto(url);
  const quotes = await page.evaluate((wanted) => {
    const quotes = new Set<string>();
    for (const { textContent } of document.querySelectorAll('article p')) {
      const words = (textContent ?? '').trim().split(/\s+/u);
      for (let from = 0; from + 8 <= words.length; from += 8)
        quotes.add(words.slice(from, from + 8).join(' '));
    }
    return [...quotes].slice(0, wanted);
  }, cardCount);
  await page.close();
  await seeding.evaluate((given) => (globalThis as unknown as InPage).pressmark.keepArticle(given), {
    address: url,
    quotes,
  });
  return url;
}

async function reportSidebar(url: string): Promise<void> {
  const article = await driver.newPage(url);
  const all: number[] = [];
  const tasks: number[] = [];
  for (let run = 0; run < openings; run += 1) {
    const sidebar = await driver.openSidebar(article);
    const page = driver.playwrightPage(sidebar);
    await page.waitForFunction(() => (globalThis as unknown as { watched: Watched }).watched.cards > 0);
    const { cards, longest } = await watchedOf(page);
    all.push(cards);
    tasks.push(longest);
    await sidebar.close();
  }
  line(`opening the sidebar to all ${cardCount} cards of an article, median`, at(all, 0.5), asked.sidebar);
  line('… slowest of them', Math.max(...all), asked.sidebar);
  line('… longest task until then', Math.max(...tasks), asked.task);
}

async function openLibrary(): Promise<Page> {
  const page = await driver.context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => document.querySelector('.library-list[aria-busy="false"]') !== null);
  return page;
}

async function reportOpening(): Promise<void> {
  const all: number[] = [];
  const tasks: number[] = [];
  for (let run = 0; run < openings; run += 1) {
    const page = await openLibrary();
    const { firstRows, longest } = await watchedOf(page);
    all.push(firstRows);
    tasks.push(longest);
    await page.close();
  }
  line('opening to the first rows, median', at(all, 0.5), asked.opening);
  line('… longest task until all is read', Math.max(...tasks), asked.task);
}

async function reportQuery(page: Page, what: string, texts: readonly string[]): Promise<void> {
  await resetWatched(page);
  const all: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    for (const text of texts) all.push(await page.evaluate(typeQuery, freshQuery(text)));
  }
  line(`keystroke to results, ${what}, 95th of ${all.length}`, at(all, 0.95), asked.keystroke);
  line('… median', at(all, 0.5), asked.keystroke);
  line('… longest task', (await watchedOf(page)).longest, asked.task);
}

/** Runs in the page: types, and waits until what is found by it is said. */
function typeQuery(text: string): Promise<number> {
  const field = document.querySelector('input');
  const list = document.querySelector('.library-list');
  if (field === null || list === null) throw new Error('No library is shown.');
  return new Promise((resolve) => {
    const start = performance.now();
    let isAsked = false;
    const observer = new MutationObserver(() => {
      const isBusy = list.getAttribute('aria-busy') === 'true';
      isAsked ||= isBusy;
      if (!isAsked || isBusy) return;
      observer.disconnect();
      const taken = performance.now() - start;
      setTimeout(() => resolve(taken), 30);
    });
    observer.observe(list, { attributes: true });
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}

async function reportScrolling(page: Page): Promise<void> {
  await resetWatched(page);
  await page.evaluate(async () => {
    const scroller = document.querySelector('.library-scroll');
    if (scroller === null) throw new Error('No list is shown.');
    const steps = 300;
    for (let step = 0; step <= steps; step += 1) {
      scroller.scrollTop = (scroller.scrollHeight * step) / steps;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  line('scrolling from end to end in 300 steps, longest task', (await watchedOf(page)).longest, asked.task);
}

function watchedOf(page: Page): Promise<Watched> {
  return page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);
}

async function resetWatched(page: Page): Promise<void> {
  await page.evaluate(() => {
    (globalThis as unknown as { watched: Watched }).watched.longest = 0;
  });
}

function at(all: readonly number[], part: number): number {
  const sorted = all.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function line(what: string, milliseconds: number, wanted: number): void {
  say(`  ${what}: ${milliseconds.toFixed(1)} ms (asked at 100,000: ≤ ${wanted} ms)`);
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}
