/** Measures what the bench has no way of measuring: single calls with everything cached, following a change, the longest task, kept heap. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { type ServedPages, servePages } from './bench-library';
import type { Engine, Following, PageLibrary } from './engine';
import { longestTask } from './longest-task';

/** Milliseconds of the main thread's CPU time unless it says otherwise; null where the adapter does not offer it. */
export interface Measured {
  size: number;
  lang: string;
  /** One call, everything cached. */
  describe: number | null;
  hover: number | null;
  /** For 200 annotations after one block's text has changed. */
  oneChange: number | null;
  /** Loading the code, anchoring 200 and painting, on a page with 5 % of its words edited. */
  longestTask: number | null;
  /** Wall time of the same until the frame after; `isSliced`: by the session's way, in slices. */
  untilPainted: number;
  isSliced: boolean;
  /** Megabytes of heap, by what the engine holds for 200 annotations. */
  keptHeap: number;
  /** Nodes in the document more than before. */
  addedNodes: number;
}

/** In the page. */
interface Stage {
  library: PageLibrary;
  engine: Engine;
  records: unknown[];
  ranges: Range[];
  following?: Following;
}

declare global {
  var pressmarkStage: Stage;
}

interface Place {
  served: ServedPages;
  name: string;
}

/**
 * @param folder the working copy of the bench, with the pages of perf.mjs in `synth`
 * @param adapter as the bench's `--adapter`
 */
export async function measure(
  folder: string,
  adapter: string,
  sizes: readonly number[],
): Promise<Measured[]> {
  const names = sizes.flatMap((size) =>
    ['lat', 'cjk'].map((lang) => ({ size, lang, name: `${lang}-${size}` })),
  );
  const pages = Object.fromEntries(
    names.map(({ name }) => [name, readFileSync(join(folder, 'synth', `synth-${name}.html`), 'utf8')]),
  );
  const served = await servePages(folder, pages, [adapter]);
  try {
    const all: Measured[] = [];
    for (const { size, lang, name } of names) {
      const place = { served, name };
      all.push({
        size,
        lang,
        describe: await medianOf(3, () => timeDescribe(place)),
        hover: await medianOf(3, () => timeHover(place)),
        oneChange: await medianOf(3, () => timeOneChange(place)),
        ...(await restoreOnce(place)),
        keptHeap: (await medianOf(3, () => weighHeap(place))) ?? 0,
      });
    }
    return all;
  } finally {
    await served.close();
  }
}

/** A fresh page with the engine in it and the records of `passages` annotations. */
async function open({ served: { context, base }, name }: Place, passages: number): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`${base}/page/${name}`, { waitUntil: 'load' });
  await page.evaluate(
    async ({ address, many }) => {
      const library: PageLibrary = await import(`${address}/lib.mjs`);
      const engine: Engine = await import(`${address}/adapter/pressmark`);
      const { anns, F } = library.setup(many, 77);
      const ranges = anns.map(({ a, b }) => library.rangeFor(F, a, b));
      const records = ranges.map((range) =>
        JSON.parse(JSON.stringify(engine.describe(range, document.body))),
      );
      globalThis.pressmarkStage = { library, engine, records, ranges };
    },
    { address: base, many: passages },
  );
  return page;
}

async function timeDescribe(place: Place): Promise<number> {
  const page = await open(place, 200);
  const spent = await cpuOf(page, () =>
    page.evaluate(() => {
      const { engine, ranges } = globalThis.pressmarkStage;
      for (const range of ranges) engine.describe(range, document.body);
    }),
  );
  await page.close();
  return spent / 200;
}

async function timeHover(place: Place): Promise<number | null> {
  const page = await open(place, 1_000);
  const isOffered = await page.evaluate(async () => {
    const { engine, library, records } = globalThis.pressmarkStage;
    const results = await engine.anchorAll(records, document.body);
    engine.paint(Array.isArray(results) ? results.flatMap((result) => library.asRanges(result)) : []);
    scrollTo(0, 400);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    engine.hit?.(300, 300);
    return engine.hit !== undefined;
  });
  const spent = await cpuOf(page, () =>
    page.evaluate(() => {
      const { engine } = globalThis.pressmarkStage;
      for (let index = 0; index < 500; index += 1) {
        engine.hit?.(300 + ((index * 37) % 600), 20 + ((index * 53) % 740));
      }
    }),
  );
  await page.close();
  return isOffered ? spent / 500 : null;
}

/** What a change of one block costs while it is followed, less what the change costs the browser anyway. */
async function timeOneChange(place: Place): Promise<number | null> {
  const changes = 20;
  const spend = async (isFollowed: boolean): Promise<number | null> => {
    const page = await open(place, 200);
    const isOffered = await page.evaluate(async (follow) => {
      const { engine, records } = globalThis.pressmarkStage;
      if (engine.restore === undefined) return false;
      if (follow) {
        globalThis.pressmarkStage.following = await engine.restore(records, document.body);
        await globalThis.pressmarkStage.following.settled();
      }
      return true;
    }, isFollowed);
    const spent = isOffered
      ? await cpuOf(page, () =>
          page.evaluate(async (times) => {
            const { library, following } = globalThis.pressmarkStage;
            const blocks = library.blocks();
            for (let index = 0; index < times; index += 1) {
              const node = blocks[Math.floor(((index + 0.5) * blocks.length) / times)]?.nodes[0];
              if (node !== undefined) node.data = `Changed ${index} ${node.data}`;
              await new Promise((resolve) => setTimeout(resolve, 20));
              await following?.settled();
            }
          }, changes),
        )
      : null;
    await page.close();
    return spent;
  };
  const followed = await spend(true);
  const alone = await spend(false);
  return followed === null || alone === null ? null : Math.max(0, followed - alone) / changes;
}

async function restoreOnce(
  place: Place,
): Promise<Pick<Measured, 'longestTask' | 'untilPainted' | 'isSliced' | 'addedNodes'>> {
  const before = await open(place, 200);
  const records: unknown[] = await before.evaluate(() => globalThis.pressmarkStage.records);
  await before.close();
  const { context, base } = place.served;
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`${base}/page/${place.name}`, { waitUntil: 'load' });
  await page.evaluate(
    async ({ address, kept }) => {
      const library: PageLibrary = await import(`${address}/lib.mjs`);
      library.setup(1, 77);
      const foreign = library.blockTexts().slice(0, 50);
      library.MUTATIONS['perf-edit05']?.(library.rng(82), { foreign });
      Object.assign(globalThis, { pressmarkKept: kept });
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 200)));
    },
    { address: base, kept: records },
  );
  const { longest, value } = await longestTask(page, () =>
    page.evaluate(
      async ({ address, kept }) => {
        const count = () => document.querySelectorAll('*').length;
        const nodes = count();
        const start = performance.now();
        const engine: Engine = await import(`${address}/adapter/pressmark`);
        if (engine.restore === undefined) {
          const results = await engine.anchorAll(kept, document.body);
          const lists = Array.isArray(results) ? results : [];
          engine.paint(lists.flatMap((ranges: Range[] | null) => ranges ?? []));
        } else {
          await (await engine.restore(kept, document.body)).settled();
        }
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        return {
          untilPainted: performance.now() - start,
          isSliced: engine.restore !== undefined,
          addedNodes: count() - nodes,
        };
      },
      { address: base, kept: records },
    ),
  );
  await page.close();
  return { longestTask: longest, ...value };
}

/** The records came from another load of the page, so that nothing is held yet. */
async function weighHeap(place: Place): Promise<number> {
  const before = await open(place, 200);
  const records: unknown[] = await before.evaluate(() => globalThis.pressmarkStage.records);
  await before.close();
  const { context, base } = place.served;
  const page = await context.newPage();
  await page.goto(`${base}/page/${place.name}`, { waitUntil: 'load' });
  const held = await page.evaluate(
    async ({ address, kept }) => {
      const engine: Engine = await import(`${address}/adapter/pressmark`);
      const memory = performance as unknown as { memory: { usedJSHeapSize: number } };
      const settle = async () => {
        for (let round = 0; round < 3; round += 1) {
          globalThis.gc?.();
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return memory.memory.usedJSHeapSize;
      };
      const empty = document.createElement('div');
      await engine.anchorAll(kept, empty);
      const start = await settle();
      const results =
        engine.restore === undefined
          ? await engine.anchorAll(kept, document.body)
          : await engine.restore(kept, document.body);
      const end = await settle();
      Object.assign(globalThis, { pressmarkHeld: results });
      return (end - start) / 1e6;
    },
    { address: base, kept: records },
  );
  await page.close();
  return held;
}

/** Milliseconds of the main thread's CPU time, which other programs do not add to. */
async function cpuOf(page: Page, work: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await taskTime(session);
  await work();
  const spent = (await taskTime(session)) - before;
  await session.detach();
  return spent;
}

async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
}

async function medianOf(runs: number, once: () => Promise<number | null>): Promise<number | null> {
  const values: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const value = await once();
    if (value === null) return null;
    values.push(value);
  }
  return values.sort((one, other) => one - other)[Math.floor(runs / 2)] ?? null;
}
