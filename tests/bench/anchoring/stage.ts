/** A page of perf.mjs with the engine in it, and the CPU time that work on it takes. */

import type { CDPSession, Page } from 'playwright-core';
import type { ServedPages } from './bench-library';
import type { Engine, Following, PageLibrary } from './engine';

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
  /** What `openChanged` has left in the page. */
  var pressmarkRecords: unknown[];
}

export interface Place {
  served: ServedPages;
  name: string;
}

/** A fresh page with the engine in it and the records of `passages` annotations. */
export async function open({ served: { context, base }, name }: Place, passages: number): Promise<Page> {
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

/**
 * A page in a state of perf.mjs, without the engine, and the records of annotations, made in another load of it. They are
 * in the page too: reading them out of the driver's message costs more than a frame, and is not the engine's work.
 */
export async function openChanged(
  place: Place,
  state: string,
  passages = 200,
): Promise<{ page: Page; records: unknown[] }> {
  const before = await open(place, passages);
  const records: unknown[] = await before.evaluate(() => globalThis.pressmarkStage.records);
  await before.close();
  const { context, base } = place.served;
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`${base}/page/${place.name}`, { waitUntil: 'load' });
  await page.evaluate(
    async ({ address, mutation, kept }) => {
      globalThis.pressmarkRecords = kept;
      const library: PageLibrary = await import(`${address}/lib.mjs`);
      library.setup(1, 77);
      library.MUTATIONS[mutation]?.(library.rng(82), { foreign: library.blockTexts().slice(0, 50) });
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 200)));
    },
    { address: base, mutation: `perf-${state}`, kept: records },
  );
  return { page, records };
}

/** Milliseconds of the main thread's CPU time, which other programs do not add to. */
export async function cpuOf(page: Page, work: () => Promise<unknown>): Promise<number> {
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

/** Null where one run gave null. */
export async function medianOf(runs: number, once: () => Promise<number | null>): Promise<number | null> {
  const values: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const value = await once();
    if (value === null) return null;
    values.push(value);
  }
  return values.sort((one, other) => one - other)[Math.floor(runs / 2)] ?? null;
}
