/** How long a search of the whole library takes in Chromium, cold and at each keystroke, beside plain Dexie and IndexedDB's own floor; `--annotations=100000` asks for as many. */

import { bundleSource } from '../../scripts/bundle-source.ts';
import { launchChromium } from '../e2e/chromium';
import type { DrivenPage } from '../e2e/driver';
import { startPracticeServer } from '../practice/server.ts';
import type * as measure from './library/measure';

/** Milliseconds, at 100,000. */
const asked = { cold: 300, keystroke: 50, counts: 20, keep: 50 };
const runs = 40;
const coldRuns = 3;
const queries: readonly { what: string; texts: readonly string[] }[] = [
  { what: 'one Chinese character', texts: ['的', '区', '税'] },
  { what: 'two Chinese characters', texts: ['经济', '改革', '鬱金'] },
  { what: 'four Chinese characters', texts: ['稳中向好', '公共服务'] },
  { what: 'an English prefix', texts: ['e', 'eco', 'resid'] },
  { what: 'a phrase', texts: ['"local government"', '“the tax”'] },
  { what: 'a field with text', texts: ['outlet:报 经济', 'lang:en has:note budget', 'code:改革 -税收 区'] },
  {
    what: 'code with sub-codes, outlet and month',
    texts: ['code:"/改革 1" outlet:"静安报" after:2024-01 before:2024-02'],
  },
];

type Measure = typeof measure;
interface Bench {
  pressmark: Measure;
}

const [given] = process.argv.flatMap((word) => /^--annotations=(\d+)$/u.exec(word)?.[1] ?? []);
const count = Number(given ?? 10_000);
const source = await bundleSource('pressmark', {
  'tests/bench/library/measure.ts': [
    'seed',
    'measureCold',
    'measureQuery',
    'measurePlain',
    'measureFloor',
    'checkRecall',
    'measureCounts',
    'measureKeeps',
  ],
});
const server = await startPracticeServer();
const driver = await launchChromium({ withoutExtension: true });
try {
  const first = await freshPage();
  const seeded = await first.evaluate(
    (wanted) => (globalThis as unknown as Bench).pressmark.seed(wanted),
    count,
  );
  await first.close();
  say(
    `${count} annotations: records written in ${seconds(seeded.records)}, segments and counts made in ${seconds(seeded.derived)}`,
  );
  await reportCold();
  const page = await freshPage();
  await reportQueries(page);
  await reportOthers(page);
  await reportRecall(page);
} finally {
  await driver.close();
  await server.close();
}

async function freshPage(): Promise<DrivenPage> {
  const page = await driver.newPage(`${server.origin}/en/long-read.html`);
  await page.evaluate((code) => {
    document.body.replaceChildren();
    const script = document.createElement('script');
    script.textContent = code;
    document.head.append(script);
    script.remove();
  }, source);
  return page;
}

async function reportCold(): Promise<void> {
  const all: number[] = [];
  const own: number[] = [];
  for (let run = 0; run < coldRuns; run += 1) {
    const page = await freshPage();
    const taskTime = await taskTimeOf(page);
    const before = await taskTime();
    all.push(
      await page.evaluate((text) => (globalThis as unknown as Bench).pressmark.measureCold(text), '经济'),
    );
    own.push((await taskTime()) - before);
    await page.close();
  }
  const rest = `the main thread's own time ${ms(at(own, 0.5))}, least ${ms(Math.min(...all))}`;
  line('first query in a new page, opening the library with it', at(all, 0.5), asked.cold, rest);
}

/** Milliseconds of the page's main thread so far, whatever else the computer does. */
async function taskTimeOf(page: DrivenPage): Promise<() => Promise<number>> {
  const session = await driver.context.newCDPSession(driver.playwrightPage(page));
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
  };
}

async function heapOf(page: DrivenPage): Promise<number> {
  const session = await driver.context.newCDPSession(driver.playwrightPage(page));
  await session.send('HeapProfiler.collectGarbage');
  const {
    usedSize,
    embedderHeapUsedSize = 0,
    backingStorageSize = 0,
  } = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    embedderHeapUsedSize?: number;
    backingStorageSize?: number;
  };
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}

async function reportQueries(page: DrivenPage): Promise<void> {
  const taskTime = await taskTimeOf(page);
  const plain = await page.evaluate(
    (word) => (globalThis as unknown as Bench).pressmark.measurePlain(word),
    '经济',
  );
  const floor = await page.evaluate(() => (globalThis as unknown as Bench).pressmark.measureFloor(), null);
  say(
    `  plain Dexie: toArray ${ms(plain.read)}, then filter ${ms(plain.filter)}; one getAll of the packed texts ${ms(floor)}`,
  );
  for (const { what, texts } of queries) {
    const times: number[] = [];
    let still = 0;
    const totals: number[] = [];
    const before = await taskTime();
    for (const text of texts) {
      const one = await page.evaluate(
        (wish) => (globalThis as unknown as Bench).pressmark.measureQuery(wish),
        { text, runs },
      );
      times.push(...one.all);
      totals.push(one.total);
      still = Math.max(still, one.still);
    }
    const spent = ((await taskTime()) - before) / times.length;
    const median = at(times, 0.5);
    const against = `the main thread's own time ${ms(spent)}, median ${ms(median)}, 1/${Math.round((plain.read + plain.filter) / median)} of plain Dexie, ${(median / floor).toFixed(2)} of the floor; longest standstill ${still === 0 ? 'under 50 ms' : ms(still)}; found ${totals.join(', ')}`;
    line(`keystroke, ${what}: p95`, at(times, 0.95), asked.keystroke, against);
  }
  say(
    `  memory of the page with all that is held for searching: ${((await heapOf(page)) / 1e6).toFixed(0)} MB`,
  );
}

async function reportOthers(page: DrivenPage): Promise<void> {
  const counts = await page.evaluate(() => (globalThis as unknown as Bench).pressmark.measureCounts(), null);
  line('counts of all codes', counts.kept, asked.counts, `by the index ${ms(counts.byIndex)}`);
  const keeps = await page.evaluate(
    (times) => (globalThis as unknown as Bench).pressmark.measureKeeps(times),
    runs,
  );
  line('one keep, acknowledged: p95', at(keeps, 0.95), asked.keep, `median ${ms(at(keeps, 0.5))}`);
}

async function reportRecall(page: DrivenPage): Promise<void> {
  const texts = queries.flatMap((query) => query.texts);
  const { missed, wrong, found } = await page.evaluate(
    (wishes) => (globalThis as unknown as Bench).pressmark.checkRecall(wishes),
    texts,
  );
  if (missed > 0 || wrong > 0) throw new Error(`${missed} missed, ${wrong} found wrongly`);
  say(`  against a naive scan: all of ${found} true matches found, no false one`);
}

function line(what: string, value: number, most: number, rest: string): void {
  const isMissed = count === 100_000 && value > most;
  say(`  ${what} ${ms(value)} (asked at 100,000: ${most}); ${rest}${isMissed ? '  NOT REACHED' : ''}`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

function seconds(value: number): string {
  return `${(value / 1_000).toFixed(1)} s`;
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
