/** What painting and pointing at 1,000 annotations costs: the main thread's CPU time for our painter, against wrapping the words in elements and against one bare highlight; and milliseconds for each hit test. */

import { type CDPSession, chromium, type Page } from 'playwright-core';
import type { colours } from '../../core/colour';
import type { hitTest } from '../../page/anchoring/hit-test';
import type { Highlight } from '../../page/paint/highlight';
import type { createPainter } from '../../page/paint/painter';
import type { readTextMap, TextMap } from '../../page/text/text-map';
import { bundleSource } from '../../scripts/bundle-source.ts';
import { findBrowsers } from '../../scripts/find-browsers.mjs';
import { stableFlags } from '../e2e/flags';
import { startPracticeServer } from '../practice/server.ts';

const characters = 60_000;
const annotations = 1_000;
const runs = 7;

/** Our source, and the page's text, as they stand in the page under test. */
interface Bench {
  pressmark: {
    createPainter: typeof createPainter;
    colours: typeof colours;
    readTextMap: typeof readTextMap;
    hitTest: typeof hitTest;
  };
  map: TextMap;
  highlights: Highlight[];
  /** For boxes; ours is not in the page's text. */
  container: HTMLElement;
}

const source = await bundleSource('pressmark', {
  'page/paint/painter.ts': ['createPainter'],
  'core/colour.ts': ['colours'],
  'page/text/text-map.ts': ['readTextMap'],
  'page/anchoring/hit-test.ts': ['hitTest'],
});

const { chromium: executablePath } = findBrowsers();
if (executablePath === null) throw new Error('No Chromium was found; run the set-up.');
const server = await startPracticeServer();
const browser = await chromium.launch({ executablePath, headless: true, args: stableFlags });
const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
try {
  const ways = {
    'an empty frame': () => undefined,
    'elements wrapped': wrap,
    'one bare highlight': paintBare,
    'ours, one colour': paintOurs,
    'ours, eight colours': paintOurs,
  };
  const costs = new Map<string, number[]>(Object.keys(ways).map((name) => [name, []]));
  let nodes = 0;
  for (let run = 0; run < runs; run += 1) {
    for (const [name, work] of Object.entries(ways)) {
      const { cost, nodesAdded } = await measure(work, name.includes('eight') ? 8 : 1);
      costs.get(name)?.push(cost);
      if (name.startsWith('ours')) nodes = Math.max(nodes, nodesAdded);
    }
  }
  // The least of each: what else the computer does only ever adds.
  const least = new Map([...costs].map(([name, all]) => [name, Math.min(...all)]));
  const frame = least.get('an empty frame') ?? 0;
  const wrapped = (least.get('elements wrapped') ?? 0) - frame;
  print(`painting ${annotations} annotations on ${characters} characters, main thread, least of ${runs}:`);
  for (const [name, cost] of least) {
    const over = cost - frame;
    const share =
      name.startsWith('ours') || name.startsWith('one')
        ? `  = 1/${Math.round(wrapped / over)} of wrapping`
        : '';
    print(`  ${name.padEnd(22)}${over.toFixed(1).padStart(8)} ms over an empty frame${share}`);
  }
  print(`  nodes put into the page by ours: ${nodes}`);
  const { each, found } = await measureHits();
  print(`hit test among ${annotations}: ${each.toFixed(3)} ms a call (${found} of 2,000 points met one)`);
} finally {
  await Promise.all([browser.close(), server.close()]);
}

/** A page of plain paragraphs, with the passages chosen and nothing painted. */
async function preparePage(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${server.origin}/en/long-read.html`);
  await page.evaluate((wanted) => {
    const words = [...document.querySelectorAll('article p')].map((paragraph) => paragraph.textContent);
    document.body.replaceChildren();
    const article = document.createElement('article');
    article.style.cssText = 'font: 16px/1.5 sans-serif; width: 720px; margin: auto';
    for (let length = 0, index = 0; length < wanted; index += 1) {
      const paragraph = document.createElement('p');
      paragraph.textContent = words[index % words.length] ?? '';
      length += paragraph.textContent.length;
      article.append(paragraph);
    }
    document.body.append(article);
  }, characters);
  await page.evaluate(source);
  await page.evaluate((count) => {
    const bench = globalThis as unknown as Bench;
    bench.map = bench.pressmark.readTextMap(document.body);
    bench.container = document.createElement('div');
    let seed = 4242;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    bench.highlights = [];
    while (bench.highlights.length < count) {
      const start = random(bench.map.text.length - 300);
      const end = start + 10 + random(290);
      const range = bench.map.toRange(start, end);
      if (range !== null) {
        bench.highlights.push({
          id: String(bench.highlights.length),
          start,
          end,
          ranges: [range],
          colour: 'yellow',
        });
      }
    }
    bench.highlights.sort((one, other) => other.end - other.start - (one.end - one.start));
  }, annotations);
  return page;
}

async function measure(
  work: (colourCount: number) => void,
  colourCount: number,
): Promise<{ cost: number; nodesAdded: number }> {
  const page = await preparePage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  const before = await metrics(session);
  await page.evaluate(work, colourCount);
  await page.evaluate(
    () =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  );
  const after = await metrics(session);
  await page.close();
  return { cost: (after.seconds - before.seconds) * 1_000, nodesAdded: after.nodes - before.nodes };
}

async function metrics(session: CDPSession): Promise<{ seconds: number; nodes: number }> {
  const { metrics: all } = await session.send('Performance.getMetrics');
  const read = (wanted: string) => {
    const metric = all.find(({ name }) => name === wanted);
    if (metric === undefined) throw new Error(`Chromium no longer tells ${wanted}.`);
    return metric.value;
  };
  return { seconds: read('TaskDuration'), nodes: read('Nodes') };
}

/** What highlighters do that have no other way: the last first, so that the places of the others stay good. */
function wrap(): void {
  const { highlights } = globalThis as unknown as Bench;
  for (const { ranges } of highlights.toReversed()) {
    const {
      startContainer,
      startOffset,
      endContainer,
      endOffset,
      commonAncestorContainer: top,
    } = ranges[0] as Range;
    const walker = document.createNodeIterator(
      top.nodeType === Node.TEXT_NODE ? (top.parentNode ?? top) : top,
      NodeFilter.SHOW_TEXT,
    );
    const nodes: Text[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (ranges[0]?.intersectsNode(node)) nodes.push(node as Text);
    }
    for (const text of nodes) {
      if (text === endContainer && endOffset < text.length) text.splitText(endOffset);
      const inside = text === startContainer && startOffset > 0 ? text.splitText(startOffset) : text;
      const element = document.createElement('x-highlight');
      element.style.backgroundColor = 'yellow';
      inside.replaceWith(element);
      element.append(inside);
    }
  }
}

function paintBare(): void {
  const { highlights } = globalThis as unknown as Bench;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('::highlight(bare) { background-color: yellow; }');
  document.adoptedStyleSheets.push(sheet);
  CSS.highlights.set('bare', new Highlight(...highlights.flatMap(({ ranges }) => ranges as Range[])));
}

/** Runs in the page: it may use nothing of this file. */
function paintOurs(colourCount: number): void {
  const { pressmark, highlights, container } = globalThis as unknown as Bench;
  const coloured = highlights.map((highlight, index) => ({
    ...highlight,
    colour: pressmark.colours[index % colourCount] ?? highlight.colour,
  }));
  const { signal } = new AbortController();
  pressmark.createPainter(document, container, () => false, 'bench', signal).paint(coloured);
}

async function measureHits(): Promise<{ each: number; found: number }> {
  const page = await preparePage();
  const result = await page.evaluate(() => {
    const { pressmark, highlights, map } = globalThis as unknown as Bench;
    const anchors = highlights.map(({ id, start, end, ranges }) => ({
      id,
      start,
      end,
      grade: 'exact' as const,
      score: 1,
      words: null,
      candidates: [],
      reason: null,
      ranges,
    }));
    const points = 2_000;
    let found = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 5; round += 1) {
      found = 0;
      const started = performance.now();
      for (let index = 0; index < points; index += 1) {
        const [x, y] = [280 + ((index * 37) % 720), (index * 53) % 800];
        if (pressmark.hitTest(document, x, y, map, anchors).length > 0) found += 1;
      }
      least = Math.min(least, (performance.now() - started) / points);
    }
    return { each: least, found };
  });
  await page.close();
  return result;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
