/** How long an import takes in Chromium beside Dexie's own `bulkAdd` of the same records, in turns and each in a browser of its own; `--annotations=100000` asks for as many, `--rounds=1` for fewer turns. */

import type { Page } from 'playwright-core';
import { bundleSource } from '../../scripts/bundle-source.ts';
import { launchChromium } from '../e2e/chromium';
import { startPracticeServer } from '../practice/server.ts';
import type * as measure from './import/measure';

/** How many times as long as `bulkAdd` it may take. */
const asked = 1;
const [asRounds] = process.argv.flatMap((word) => /^--rounds=(\d+)$/u.exec(word)?.[1] ?? []);
const rounds = Number(asRounds ?? 3);

type Measure = typeof measure;
interface Bench {
  pressmark: Measure;
}

const [given] = process.argv.flatMap((word) => /^--annotations=(\d+)$/u.exec(word)?.[1] ?? []);
const count = Number(given ?? 10_000);
let isSaid = false;
const source = await bundleSource('pressmark', {
  'tests/bench/import/measure.ts': ['make', 'measureOurs', 'measureDexie'],
});
const server = await startPracticeServer();
try {
  const ours: Awaited<ReturnType<Measure['measureOurs']>>[] = [];
  const dexie: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    dexie.push(
      await inNewBrowser((page) =>
        page.evaluate(() => (globalThis as unknown as Bench).pressmark.measureDexie()),
      ),
    );
    ours.push(
      await inNewBrowser((page) =>
        page.evaluate(
          (withUndo) => (globalThis as unknown as Bench).pressmark.measureOurs({ withUndo }),
          round === 0,
        ),
      ),
    );
    const last = ours.at(-1)?.import ?? 0;
    say(`  round ${round + 1}: bulkAdd ${seconds(dexie.at(-1) ?? 0)}, import ${seconds(last)}`);
  }
  const ratio = median(ours.map((one) => one.import)) / median(dexie);
  const isMissed = count === 100_000 && ratio > asked;
  say(
    `  import of ${count}: ${ratio.toFixed(2)} of Dexie's own bulkAdd (asked: ${asked}), with operations, segments and counts${isMissed ? '  NOT REACHED' : ''}`,
  );
  const still = Math.max(...ours.map((one) => one.still));
  say(
    `  reading the file ${seconds(median(ours.map(({ read }) => read)))}; longest standstill while writing ${still.toFixed(0)} ms; undo ${seconds(ours[0]?.undo ?? 0)}`,
  );
} finally {
  await server.close();
}

/** Where a library was deleted before, the browser clears up after it for as long as the next one is written. */
async function inNewBrowser<Result>(work: (page: Page) => Promise<Result>): Promise<Result> {
  const driver = await launchChromium({ withoutExtension: true });
  try {
    const page = driver.playwrightPage(await driver.newPage(`${server.origin}/en/long-read.html`));
    await page.evaluate((code) => {
      document.body.replaceChildren();
      const script = document.createElement('script');
      script.textContent = code;
      document.head.append(script);
      script.remove();
    }, source);
    const length = await page.evaluate(
      (wanted) => (globalThis as unknown as Bench).pressmark.make(wanted),
      count,
    );
    if (!isSaid) say(`${count} annotations, a file of ${(length / 1e6).toFixed(0)} million characters`);
    isSaid = true;
    return await work(page);
  } finally {
    await driver.close();
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
