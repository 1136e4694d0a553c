/** Measures what the bench has no way of measuring: single calls with everything cached, following a change, the longest task, kept heap. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { servePages } from './bench-library';
import type { Engine } from './engine';
import { longestTask } from './longest-task';
import { cpuOf, medianOf, open, openChanged, type Place } from './stage';

/** Milliseconds of the main thread's CPU time unless it says otherwise; null where the adapter does not offer it. */
export interface Measured {
  size: number;
  lang: string;
  /** `anchorAll` of 200 alone, on the page as it was, with 5 % of its words edited, and with all of its text exchanged. */
  anchor: { same: number; edit05: number; gone: number };
  /** One call, everything cached. */
  describe: number | null;
  hover: number | null;
  /** For 200 annotations after one block's text has changed. */
  oneChange: number | null;
  /** Loading the code, anchoring 200 and painting, on a page with 5 % of its words edited. */
  longestTask: number | null;
  /**
   * Wall time of the same until the frame after, the least of all runs: of the first in which something is painted, and of
   * the one in which all is. `isSliced`: by the session's way, in slices.
   */
  untilSeen: number;
  untilPainted: number;
  isSliced: boolean;
  /** Megabytes of heap, by what the engine holds for 200 annotations. */
  keptHeap: number;
  /** Nodes in the document more than before. */
  addedNodes: number;
}

/**
 * @param folder the working copy of the bench, with the pages of perf.mjs in `synth`
 * @param adapter as the bench's `--adapter`
 * @param runs of each; their median counts
 */
export async function measure(
  folder: string,
  adapter: string,
  sizes: readonly number[],
  runs: number,
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
        anchor: {
          same: (await medianOf(runs, () => timeAnchoring(place, 'same'))) ?? 0,
          edit05: (await medianOf(runs, () => timeAnchoring(place, 'edit05'))) ?? 0,
          gone: (await medianOf(runs, () => timeAnchoring(place, 'gone'))) ?? 0,
        },
        describe: await medianOf(runs, () => timeDescribe(place)),
        hover: await medianOf(runs, () => timeHover(place)),
        oneChange: await medianOf(runs, () => timeOneChange(place)),
        ...(await restoreBest(place, runs)),
        keptHeap: (await medianOf(runs, () => weighHeap(place))) ?? 0,
      });
    }
    return all;
  } finally {
    await served.close();
  }
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
              // As long with and without: the page paints as many frames.
              await new Promise((resolve) => setTimeout(resolve, 400));
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

/** Without the collection of garbage that perf.mjs counts in. */
async function timeAnchoring(place: Place, state: string): Promise<number> {
  const { page, records } = await openChanged(place, state);
  await page.evaluate(
    async ({ address, kept }) => {
      const engine: Engine = await import(`${address}/adapter/pressmark`);
      Object.assign(globalThis, { pressmarkStage: { engine, records: kept } });
      await new Promise((resolve) => setTimeout(resolve, 50));
    },
    { address: place.served.base, kept: records },
  );
  const spent = await cpuOf(page, () =>
    page.evaluate(async () => {
      const { engine, records: kept } = globalThis.pressmarkStage;
      await engine.anchorAll(kept, document.body);
    }),
  );
  await page.close();
  return spent;
}

type Restored = Pick<Measured, 'longestTask' | 'untilSeen' | 'untilPainted' | 'isSliced' | 'addedNodes'>;

/** CPU time is the median's; wall time the least, as other programs only add to it. */
async function restoreBest(place: Place, runs: number): Promise<Restored> {
  const all = [await restoreOnce(place)];
  while (all.length < runs) all.push(await restoreOnce(place));
  const untilSeen = Math.min(...all.map((run) => run.untilSeen));
  const untilPainted = Math.min(...all.map((run) => run.untilPainted));
  all.sort((one, other) => (one.longestTask ?? 0) - (other.longestTask ?? 0));
  const median = all[Math.floor(all.length / 2)] ?? (await restoreOnce(place));
  return { ...median, untilSeen, untilPainted };
}

async function restoreOnce(place: Place): Promise<Restored> {
  const { page } = await openChanged(place, 'edit05');
  const { longest, value } = await longestTask(page, () =>
    page.evaluate(async (address) => {
      const count = () => document.querySelectorAll('*').length;
      const afterFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const nodes = count();
      const start = performance.now();
      const engine: Engine = await import(`${address}/adapter/pressmark`);
      const records = globalThis.pressmarkRecords;
      let untilSeen: number | null = null;
      if (engine.restore === undefined) {
        const results = await engine.anchorAll(records, document.body);
        const lists = Array.isArray(results) ? results : [];
        engine.paint(lists.flatMap((ranges: Range[] | null) => ranges ?? []));
      } else {
        const following = await engine.restore(records, document.body);
        await following.seen();
        await afterFrame();
        untilSeen = performance.now() - start;
        await following.settled();
      }
      await afterFrame();
      const untilPainted = performance.now() - start;
      return {
        untilSeen: untilSeen ?? untilPainted,
        untilPainted,
        isSliced: engine.restore !== undefined,
        addedNodes: count() - nodes,
      };
    }, place.served.base),
  );
  await page.close();
  return { longestTask: longest, ...value };
}

/** The records came from another load of the page, so that nothing is held yet. */
async function weighHeap(place: Place): Promise<number> {
  const { page, records } = await openChanged(place, 'same');
  const { base } = place.served;
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
