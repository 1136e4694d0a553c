/** A single-page application: each article keeps its own paint, its own words and its own title, without a page load. */

import { describe, expect, test } from 'vitest';
import type { Article } from '../../core/article';
import { startPracticeServer } from '../practice/server.ts';
import { bothBrowsers } from './both-browsers';
import type { DrivenPage } from './driver';
import { annotatorIsReady, keep, painted, waitForPainted } from './reader';
import { started } from './started';
import { storedRecords } from './stored';

const wordsOfA = 'He simply counted, he says, to sixty.';
const wordsOfB = 'every one of them has been counted wrong';
const lateWords = 'On the night I rode with him, nobody came.';

const server = started(startPracticeServer);

describe.each(bothBrowsers)('in $browser', ({ launch }) => {
  const driver = started(launch);

  test('each article keeps its own paint through clicks, back and forward, late text, a reload and new nodes', async () => {
    const page = await driver().newPage(`${server().origin}/app/a`);
    await annotatorIsReady(page);
    await keep(page, { from: wordsOfA });

    await followLink(page, '/app/b');
    await waitForPainted(page, 0);
    await annotatorIsReady(page);
    await keep(page, { from: wordsOfB });
    expect(await painted(page)).toEqual([wordsOfB]);

    await goThrough(page, 'back');
    await waitForWords(page, [wordsOfA]);
    await goThrough(page, 'forward');
    await waitForWords(page, [wordsOfB]);
    await goThrough(page, 'back');
    await waitForWords(page, [wordsOfA]);

    await page.waitFor(() => document.querySelector('.loading') === null, null, 'the late paragraphs');
    await keep(page, { from: lateWords });
    await page.reload();
    await waitForWords(page, [wordsOfA, lateWords]);

    await page.clickOn('#refresh');
    await waitForWords(page, [wordsOfA, lateWords]);
    expect(await isPaintOnThePage(page)).toBe(true);

    const sidebar = await driver().openSidebar(page);
    const articles = (await storedRecords(sidebar, 'articles')) as unknown as Article[];
    expect(articles.map(factsOf).sort()).toEqual(
      [
        ['The Night Bus Learns to Wait', 'Rosalind Achterberg', '2025-10-02'],
        ['Nine Schools, One Orchard', 'Caspian Oyelaran', '2025-10-09'],
      ].sort(),
    );
  });
});

/** Title, authors and day, as they were stored. */
function factsOf({ metadata }: Article): string[] {
  const { title, authors, published } = metadata;
  return [title?.value ?? '', authors?.value.join() ?? '', published?.value.slice(0, 10) ?? ''];
}

async function followLink(page: DrivenPage, path: string): Promise<void> {
  await page.clickOn(`nav.next a[href="${path}"]`);
  await page.waitFor((wanted) => location.pathname === wanted, path, `the address ${path}`);
}

function goThrough(page: DrivenPage, way: 'back' | 'forward'): Promise<void> {
  return page.evaluate((where) => history[where](), way);
}

/** Exactly these words are painted, in page order, on nodes that stand in the page. */
function waitForWords(page: DrivenPage, words: readonly string[]): Promise<void> {
  return page.waitFor(
    (wanted) => {
      const found: string[] = [];
      for (const [name, group] of CSS.highlights) {
        if (/-(?:overlap|flash)$/u.test(name)) continue;
        for (const range of group as Iterable<Range>) found.push(range.toString());
      }
      return found.sort().join('\n') === [...wanted].sort().join('\n');
    },
    words,
    `the paint of ${words.join(' and ')}`,
  );
}

function isPaintOnThePage(page: DrivenPage): Promise<boolean> {
  return page.evaluate(
    () =>
      [...CSS.highlights.values()].every((group) =>
        [...(group as Iterable<Range>)].every((range) => range.startContainer.isConnected),
      ),
    null,
  );
}
