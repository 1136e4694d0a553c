/** An article is read and coded with the hands on the keyboard: sentence by sentence, in English and Chinese. */

import { describe, expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { bothBrowsers } from './both-browsers';
import type { DrivenPage } from './driver';
import { annotatorIsReady, painted, waitForPainted } from './reader';
import { started } from './started';

const server = started(startPracticeServer);

describe.each(bothBrowsers)('in $browser', ({ launch }) => {
  const driver = started(launch);

  test.each([
    ['/en/long-read.html', /^[A-Z“].*[.!?]”?$/u],
    ['/zh/report.html', /[。！？：”]$/u],
  ])('two keys keep the next sentence of %s, and nothing is skipped', async (path, sentence) => {
    const page = await driver().newPage(`${server().origin}${path}`);
    await annotatorIsReady(page);
    const title = await read(page, 'Alt+j');
    expect(title).not.toBe('');
    // From the headline on into the text.
    const sentences: string[] = [];
    while (sentences.length < 4) {
      const words = await read(page, 'j');
      if (sentence.test(words)) sentences.push(words);
    }
    await page.press('h');
    await waitForPainted(page, 1);
    expect(await painted(page)).toEqual(sentences.slice(-1));

    const next = await read(page, 'Alt+j');
    await page.press('h');
    await waitForPainted(page, 2);
    expect(new Set(await painted(page))).toEqual(new Set([sentences.at(-1), next]));
    const both = await page.evaluate(
      (words) => document.body.textContent.replaceAll(/\s+/gu, ' ').includes(words),
      `${sentences.at(-1)}${path.startsWith('/en') ? ' ' : ''}${next}`,
    );
    expect(both).toBe(true);

    await read(page, 'Alt+k');
    const longer = await read(page, 'Shift+J');
    expect(longer.length).toBeGreaterThan(next.length);
    await page.close();
  });

  test('the keys are the page’s where nothing is selected, and in its fields', async () => {
    const page = await driver().newPage(`${server().origin}/en/long-read.html?keys`);
    await annotatorIsReady(page);
    await page.press('j');
    expect(await selected(page)).toBe('');
    await page.evaluate(() => {
      const field = document.body.appendChild(document.createElement('textarea'));
      field.focus();
    }, null);
    await page.press('Alt+j');
    expect(await selected(page)).toBe('');
    await page.close();
  });
});

/** Presses the key; gives what is selected when that has become something else. */
async function read(page: DrivenPage, key: string): Promise<string> {
  const before = await selected(page);
  await page.press(key);
  await page.waitFor((words) => String(getSelection()) !== words, before, `more to read after ${key}`);
  return selected(page);
}

function selected(page: DrivenPage): Promise<string> {
  return page.evaluate(() => String(getSelection()).replaceAll(/\s+/gu, ' ').trim(), null);
}
