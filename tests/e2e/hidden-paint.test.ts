/** Highlights that are hidden from a site: the reader sees them on their words, and the page sees nothing at all. */

import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../practice/server.ts';
import { bothBrowsers } from './both-browsers';
import type { DrivenPage } from './driver';
import { type Box, compare } from './picture-difference';
import { annotatorIsReady, select, waitForPainted } from './reader';
import { waitForCards } from './sidebar';
import { started } from './started';

const passages = [
  { from: 'The second list is the longer one' },
  { from: 'wrote that an absence is a kind of arrival', to: 'beside each name' },
  { from: 'She had forty of them by heart' },
  { from: 'where the damp does not reach' },
  { from: 'since the fourth of July' },
];

interface Watching {
  __watching: { begin(): void; report(): Promise<string> };
}

/** What can happen to a page after it was painted, one after the other. */
const happenings: Readonly<Record<string, (page: DrivenPage) => Promise<unknown>>> = {
  'at the top': (page) => page.evaluate(() => scrollTo(0, 0), null),
  'a picture above has come': (page) =>
    page.evaluate(async () => {
      const picture = document.querySelector<HTMLImageElement>('#picture');
      if (picture === null) return;
      picture.src = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="64" height="10"/>')}`;
      await picture.decode();
    }, null),
  'scrolled in a frame': (page) =>
    page.evaluate(() => document.querySelector('.frame')?.scrollTo(0, 55), null),
  'scrolled out of the frame': (page) =>
    page.evaluate(() => document.querySelector('.frame')?.scrollTo(0, 10_000), null),
  'back in the frame': (page) => page.evaluate(() => document.querySelector('.frame')?.scrollTo(0, 60), null),
  'another font has come': (page) =>
    page.evaluate(async () => {
      const font = new FontFace('Late', 'local("DejaVu Sans Mono"), local("Liberation Mono")');
      document.fonts.add(await font.load());
      await document.fonts.ready;
    }, null),
  'in a narrower window': (page) => page.resize(700, 800),
  scrolled: (page) => page.evaluate(() => scrollTo(0, 333), null),
  'zoomed by the page': (page) =>
    page.evaluate(() => document.documentElement.style.setProperty('zoom', '1.25'), null),
  'at the end': (page) => page.evaluate(() => scrollTo(0, 100_000), null),
};

let server: PracticeServer;
let folder: string;
beforeAll(async () => {
  server = await startPracticeServer();
  folder = await mkdtemp(join(tmpdir(), 'pressmark-hidden-'));
});
afterAll(() => server.close());

describe.each(bothBrowsers)('in $browser', ({ browser, launch }) => {
  const driver = started(launch);

  test('the page sees no difference whether anything is highlighted, and the reader sees it on its words', async () => {
    const page = await driver().newPage(`${server.origin}/watching.html`);
    await annotatorIsReady(page);
    const sidebar = await driver().openSidebar(page);
    await hideFromSite(sidebar);
    await page.bringToFront();
    // In Firefox the sidebar is asked for beside a selection.
    await page.press('Escape');
    await page.evaluate(() => getSelection()?.removeAllRanges(), null);
    await settled(page);

    const bare = await takePictures(page, 'bare');
    await page.goto(`${server.origin}/watching.html`);
    await page.resize(1280, 800);
    await annotatorIsReady(page);
    await select(page, { from: 'For eighty years' });
    await page.press('Escape');
    await page.evaluate(() => getSelection()?.removeAllRanges(), null);
    await settled(page);
    await page.evaluate(() => (window as unknown as Watching).__watching.begin(), null);
    const before = await report(page);

    for (const words of passages) {
      await select(page, words);
      await page.press('h');
    }
    await waitForCards(sidebar, passages.length);
    await page.bringToFront();
    await page.evaluate(() => {
      getSelection()?.removeAllRanges();
      scrollTo(0, 0);
      document.querySelector('.frame')?.scrollTo(0, 0);
    }, null);
    await settled(page);
    expect(await report(page)).toBe(before);

    const marked = await takePictures(page, 'marked');
    const reader = await driver().newPage('about:blank');
    for (const [name, picture] of marked) {
      const { inside, outside } = await compare(
        reader,
        bare.get(name)?.path ?? '',
        picture.path,
        picture.boxes,
      );
      process.stdout.write(
        `hidden paint in ${browser}, ${name}: ${picture.boxes.length} boxes, ${((inside ?? 0) * 100).toFixed(1)} % painted, ${outside} pixels elsewhere\n`,
      );
      if (inside !== null) expect(inside, name).toBeGreaterThan(0.95);
      expect(outside, name).toBeLessThan(30);
    }
    await reader.close();
    await sidebar.close();
    await page.close();
  });

  test('a site that may see it does: the watching above would have found it', async () => {
    const page = await driver().newPage(`${server.origin}/watching.html`);
    await annotatorIsReady(page);
    await settled(page);
    await page.evaluate(() => (window as unknown as Watching).__watching.begin(), null);
    const before = await report(page);
    const sidebar = await driver().openSidebar(page);
    await showToSite(sidebar);
    await page.bringToFront();
    await waitForPainted(page, passages.length);
    await page.evaluate(() => getSelection()?.removeAllRanges(), null);
    expect(await report(page)).not.toBe(before);
  });

  /** One picture of the window after each happening, with the boxes of the words as the page itself lays them out. */
  async function takePictures(
    page: DrivenPage,
    kind: string,
  ): Promise<Map<string, { path: string; boxes: Box[] }>> {
    const pictures = new Map<string, { path: string; boxes: Box[] }>();
    for (const [index, [name, happen]] of Object.entries(happenings).entries()) {
      await happen(page);
      await settled(page);
      const path = join(folder, `${browser}-${kind}-${index}.png`);
      await page.screenshot(path);
      pictures.set(name, { path, boxes: await wordBoxes(page) });
    }
    return pictures;
  }
});

function report(page: DrivenPage): Promise<string> {
  return page.evaluate(() => (window as unknown as Watching).__watching.report(), null);
}

/** The browser has drawn, and whoever follows the page has had their turn, twice over. */
async function settled(page: DrivenPage): Promise<void> {
  await page.evaluate(async () => {
    const frames = 30;
    for (let frame = 0; frame < frames; frame += 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  }, null);
}

async function hideFromSite(sidebar: DrivenPage): Promise<void> {
  await setHidden(sidebar, true);
}

async function showToSite(sidebar: DrivenPage): Promise<void> {
  await setHidden(sidebar, false);
}

async function setHidden(sidebar: DrivenPage, isHidden: boolean): Promise<void> {
  await sidebar.bringToFront();
  await sidebar.waitFor(() => document.querySelector('.site-menu') !== null, null, 'the menu of the article');
  await sidebar.clickOn('.site-menu summary');
  await sidebar.clickOn('.site-menu [type="checkbox"]');
  await sidebar.waitFor(
    (wanted) => document.querySelector<HTMLInputElement>('.site-menu [type="checkbox"]')?.checked === wanted,
    isHidden,
    'the choice to be stored',
  );
}

/** Of all passages, line by line, without what is cut off by the frame or lies under the page's own bar. */
function wordBoxes(page: DrivenPage): Promise<Box[]> {
  return page.evaluate((wanted) => {
    const body: Element = document.body;
    const nodes: Text[] = [];
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text);
    const text = nodes.map(({ data }) => data).join('');
    const boxes: Box[] = [];
    for (const { from, to } of wanted as { from: string; to?: string }[]) {
      const start = text.indexOf(from);
      const last = to ?? from;
      const end = text.indexOf(last, start) + last.length;
      let passed = 0;
      for (const node of nodes) {
        const [first, after] = [Math.max(0, start - passed), Math.min(node.length, end - passed)];
        passed += node.length;
        if (first >= after) continue;
        const range = new Range();
        range.setStart(node, first);
        range.setEnd(node, after);
        const frame = node.parentElement?.closest('.frame')?.getBoundingClientRect();
        const inner = frame === undefined ? null : { top: frame.top, bottom: frame.bottom };
        for (const { left, top, right, bottom } of range.getClientRects()) {
          const box = {
            left,
            right,
            top: Math.max(top, inner?.top ?? top),
            bottom: Math.min(bottom, inner?.bottom ?? bottom),
          };
          const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
          const isSeen = (document.elementFromPoint(x, y)?.closest('header') ?? null) === null;
          if (box.bottom > box.top && isSeen) boxes.push(box);
        }
      }
    }
    return boxes;
  }, passages);
}
