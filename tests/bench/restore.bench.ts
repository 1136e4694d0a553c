/** What restoring 500 annotations costs the reader of a page that stands there already: how long until what the window shows is painted and until all is, and the longest time for which the page stood still; in Chromium and in Firefox. */

import type { Annotation, Selectors } from '../../core/annotation';
import type { describe } from '../../page/anchoring/anchoring';
import type { createPainter } from '../../page/paint/painter';
import type { Placing, placeAnnotations } from '../../page/placing/place-annotations';
import { bundleSource } from '../../scripts/bundle-source.ts';
import { launchChromium } from '../e2e/chromium';
import type { DrivenPage, Driver } from '../e2e/driver';
import { launchFirefox } from '../e2e/firefox';
import { startPracticeServer } from '../practice/server.ts';

const characters = 60_000;
const annotations = 500;
const runs = 5;
/** Milliseconds. */
const asked = { painted: 100, still: 50 };

/** Our source, as it stands in the page under test. */
interface Bench {
  pressmark: {
    describe: typeof describe;
    placeAnnotations: typeof placeAnnotations;
    createPainter: typeof createPainter;
  };
}

interface Restored {
  untilSeen: number;
  untilPainted: number;
  still: number;
  exact: number;
  doubled: number;
  onThePage: number;
}

const source = await bundleSource('pressmark', {
  'page/anchoring/anchoring.ts': ['describe'],
  'page/paint/painter.ts': ['createPainter'],
  'page/placing/place-annotations.ts': ['placeAnnotations'],
});
const server = await startPracticeServer();
try {
  for (const launch of [launchChromium, launchFirefox]) {
    const driver = await launch({ withoutExtension: true });
    try {
      await report(driver);
    } finally {
      await driver.close();
    }
  }
} finally {
  await server.close();
}

async function report(driver: Driver): Promise<void> {
  const records = await (await preparePage(driver)).evaluate(describeMany, annotations);
  const all: Restored[] = [];
  for (let run = 0; run < runs; run += 1) {
    const page = await preparePage(driver);
    all.push(await page.evaluate(restore, records));
  }
  const wrong = all.find(({ exact, doubled }) => exact !== annotations || doubled > 0);
  if (wrong !== undefined) {
    throw new Error(
      `${driver.name}: ${wrong.exact} of ${annotations} restored, ${wrong.doubled} painted twice.`,
    );
  }
  // The least of each: what else the computer does only ever adds.
  const least = (read: (one: Restored) => number) => Math.min(...all.map(read));
  const [seen, painted, still] = [
    least(({ untilSeen }) => untilSeen),
    least(({ untilPainted }) => untilPainted),
    least((one) => one.still),
  ];
  const isReached = painted <= asked.painted && still <= asked.still;
  process.stdout.write(
    `restoring ${annotations} on ${characters} characters in ${driver.name}, least of ${runs}: in view painted after ${seen.toFixed(0)} ms, ` +
      `all after ${painted.toFixed(0)} (asked: ${asked.painted}), longest standstill ${still.toFixed(0)} (asked: ${asked.still})${isReached ? '' : '  NOT REACHED'}\n`,
  );
}

/** A page of plain paragraphs, the same each time, in which no passage stands twice. */
async function preparePage(driver: Driver): Promise<DrivenPage> {
  const page = await driver.newPage(`${server.origin}/en/long-read.html`);
  await page.evaluate((wanted) => {
    const words = [...document.querySelectorAll('article p')].flatMap(({ textContent }) =>
      (textContent ?? '').split(/\s+/u),
    );
    let seed = 4242;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    const article = document.createElement('article');
    article.style.cssText = 'font: 16px/1.5 sans-serif; width: 720px; margin: auto';
    for (let length = 0; length < wanted; ) {
      const paragraph = document.createElement('p');
      paragraph.textContent = `${Array.from({ length: 40 + random(60) }, () => words[random(words.length)]).join(' ')}.`;
      length += paragraph.textContent.length;
      article.append(paragraph);
    }
    document.body.replaceChildren(article);
  }, characters);
  await page.evaluate((code) => {
    const script = document.createElement('script');
    script.textContent = code;
    document.head.append(script);
    script.remove();
  }, source);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)), null);
  return page;
}

/** Runs in the page: it may use nothing of this file. */
function describeMany(count: number): Annotation[] {
  const { pressmark } = globalThis as unknown as Bench;
  const nodes = [...document.querySelectorAll('p')].flatMap(({ firstChild }) =>
    firstChild instanceof Text ? [firstChild] : [],
  );
  const total = nodes.reduce((sum, { length }) => sum + length, 0);
  return Array.from({ length: count }, (_, index) => {
    let at = Math.floor(((index + 0.5) * total) / count);
    let node = 0;
    while (at >= (nodes[node]?.length ?? Number.POSITIVE_INFINITY)) {
      at -= nodes[node]?.length ?? 0;
      node += 1;
    }
    const text = nodes[node] as Text;
    const range = document.createRange();
    const length = 20 + ((index * 37) % 180);
    range.setStart(text, Math.max(0, Math.min(at, text.length - length)));
    range.setEnd(text, Math.min(text.length, range.startOffset + length));
    return {
      id: String(index),
      articleId: 'article',
      target: {
        ...(pressmark.describe(range, document.body) as Selectors),
        source: location.href,
        snapshot: null,
      },
      codeIds: [],
      note: '',
      created: '2026-01-01T00:00:00.000Z',
      modified: '2026-01-01T00:00:00.000Z',
      deleted: null,
    };
  });
}

/** Runs in the page: it may use nothing of this file. */
async function restore(records: Annotation[]): Promise<Restored> {
  const { pressmark } = globalThis as unknown as Bench;
  const { signal } = new AbortController();
  const painter = pressmark.createPainter(
    document,
    document.createElement('div'),
    () => false,
    'bench',
    signal,
  );
  const afterFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  let still = 0;
  let isOver = false;
  let lastTick = performance.now();
  const tick = () => {
    const time = performance.now();
    still = Math.max(still, time - lastTick);
    lastTick = time;
    if (!isOver) setTimeout(tick);
  };
  const start = performance.now();
  tick();
  let untilSeen = Promise.resolve(0);
  let isSeen = false;
  let anchors: ReturnType<Placing['anchors']> = [];
  await new Promise<void>((resolve) => {
    const placing = pressmark.placeAnnotations(
      { document, isOwn: () => false, match: () => Promise.reject(new Error('Nobody else is there.')) },
      () => {
        anchors = placing.anchors();
        painter.paint(
          anchors.flatMap(({ id, ranges, start, end }) =>
            start === null || end === null ? [] : [{ id, ranges, start, end, colour: 'yellow' as const }],
          ),
        );
        if (!isSeen) untilSeen = afterFrame().then(() => performance.now() - start);
        isSeen = true;
        if (anchors.every(({ grade }) => grade !== 'pending')) resolve();
      },
      signal,
    );
    placing.place(records);
  });
  await afterFrame();
  const untilPainted = performance.now() - start;
  isOver = true;
  // What two share is shaded once more.
  const layers = [...CSS.highlights].filter(([name]) => !name.endsWith('overlap'));
  const painted = layers.flatMap(([, group]) => [...group].map((range) => range as Range));
  const places = painted.map((range) => `${String(range)} ${range.startOffset}`);
  return {
    untilSeen: await untilSeen,
    untilPainted,
    still,
    exact: anchors.filter(({ grade, ranges }) => grade === 'exact' && ranges.length === 1).length,
    doubled: places.length - new Set(places).size,
    onThePage: painted.length,
  };
}
