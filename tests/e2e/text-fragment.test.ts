/** A link to the words of a quote opens the real page at these words, in Chromium. */

import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textFragmentLink } from '../../core/text-fragment';
import { findBrowsers } from '../../scripts/find-browsers.mjs';
import { stableFlags } from './flags';

const address = 'https://news.example/1.html';
const filler = `<p>${'无关的文字，没有别的。'.repeat(400)}</p>`;
const paragraphs = [
  '导语：全区经济稳中向好，各项指标符合预期，社会大局保持稳定。',
  'Well-known firms, R&D and all, rose by 5 % last year, said the office.',
  '第二段讲的是民生，教育与医疗。',
];
const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8">${filler}${paragraphs
  .map((text) => `<p class="wanted">${text.replace('&', '&amp;')}</p>`)
  .join(filler)}${filler}`;
const text = paragraphs.join('\n');

let browser: Browser;

beforeAll(async () => {
  const { chromium: executablePath } = findBrowsers();
  if (executablePath === null) throw new Error('No Chromium was found; run the set-up.');
  browser = await chromium.launch({ executablePath, headless: true, args: stableFlags });
});
afterAll(() => browser.close());

test.each([
  ['Chinese words', '稳中向好', 0],
  ['Chinese that ends within a word', '各项指标符合预', 0],
  ['a hyphen, a comma and an ampersand', 'Well-known firms, R&D and all', 1],
  ['a percent sign', '5 % last', 1],
  ['words over a border between paragraphs', 'said the office.\n第二段讲的是民生', 1],
])('%s', async (_, exact, paragraph) => {
  const start = text.indexOf(exact);
  const quote = {
    exact,
    prefix: text.slice(Math.max(0, start - 64), start),
    suffix: text.slice(start + exact.length, start + exact.length + 64),
  };
  const link = textFragmentLink(address, quote);
  const page = await browser.newPage();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(link);
  await page.waitForFunction(
    (index) => {
      const { top, bottom } =
        document.querySelectorAll('.wanted')[index]?.getBoundingClientRect() ?? new DOMRect(0, -1);
      return scrollY > 0 && top >= 0 && bottom <= innerHeight;
    },
    paragraph,
    { timeout: 10_000 },
  );
  // The site itself is not told the words.
  expect(await page.evaluate(() => location.href)).toBe(address);
  await page.close();
});
