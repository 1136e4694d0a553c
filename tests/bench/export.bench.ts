/**
 * How long each format takes to be written from a library, what memory it asks for and how soon it ends when it is cancelled,
 * in the built extension in Chromium. `--annotations=100000` asks for as many; `--only=xlsx,ris` for some of the formats.
 * The library is imported once and kept in `out/`; `--fresh` makes it anew.
 */

import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleSource } from '../../scripts/bundle-source.ts';
import { root } from '../../scripts/checks/run-command.ts';
import { launchChromium } from '../e2e/chromium';
import type { formats, measureCancel, measureFloor, measureWriting, seed } from './export/measure';
import { watchMemory } from './export/process-memory.ts';
import { type ExtensionPage, openExtensionPage } from './library/extension-page.ts';
import { createFigures, mb, ms } from './library/figures.ts';

/** Milliseconds, and megabytes. */
const asked = { time: 20_000, memory: 300, cancel: 1_000, still: 50 };
/** When it is cancelled, as shares of the time that the whole takes. */
const cancelledAt = [0.45, 0.85];

const [given] = process.argv.flatMap((word) => /^--annotations=(\d+)$/u.exec(word)?.[1] ?? []);
const [only] = process.argv.flatMap((word) => /^--only=(.+)$/u.exec(word)?.[1] ?? []);
const count = Number(given ?? 10_000);
const source = await bundleSource('pressmark', {
  'tests/bench/export/measure.ts': ['formats', 'seed', 'measureFloor', 'measureWriting', 'measureCancel'],
});
const figures = createFigures((text) => process.stdout.write(text));
const profile = join(root, 'out', 'bench-export', String(count));
/** Written once the import has ended: a library that is half there would measure well. */
const seeded = join(profile, 'seeded');
const isSeeded = existsSync(seeded) && !process.argv.includes('--fresh');
if (!isSeeded) rmSync(profile, { recursive: true, force: true });
mkdirSync(profile, { recursive: true });

const driver = await launchChromium({ profile });
try {
  figures.start(count);
  if (!isSeeded) {
    const taken = await inPage((page) => page.run<typeof seed>('seed', count));
    writeFileSync(seeded, '');
    figures.say(`imported in ${ms(taken)}`);
  }
  const floor = await inPage((page) => page.run<typeof measureFloor>('measureFloor'));
  figures.say(`the floor, one getAll of all records: ${ms(floor)}`);
  const all = await inPage((page) => page.run<() => typeof formats>('formats.slice'));
  for (const format of all) {
    if (only === undefined || only.split(',').includes(format)) await report(format, floor);
  }
} finally {
  await driver.close();
}

async function inPage<Result>(work: (page: ExtensionPage) => Promise<Result>): Promise<Result> {
  const page = await openExtensionPage(driver, source);
  const result = await work(page);
  await page.close();
  return result;
}

async function report(format: (typeof formats)[number], floor: number): Promise<void> {
  const { written, own, peak } = await inPage(async (page) => {
    await page.memory();
    const before = await page.taskTime();
    const peakSince = watchMemory(profile);
    const done = await page.run<typeof measureWriting>('measureWriting', format);
    return { written: done, own: (await page.taskTime()) - before, peak: peakSince() };
  });
  const { time, bytes, still } = written;
  const cancelled: number[] = [];
  for (const share of cancelledAt) {
    const wish = { format, after: time * share };
    const taken = await inPage((page) => page.run<typeof measureCancel>('measureCancel', wish));
    if (taken !== null) cancelled.push(taken);
  }
  const rest = `${mb(bytes)}, ${(time / floor).toFixed(1)} floors; the main thread's own time ${ms(own)}`;
  figures.line(`${format}: written, its losses counted, in`, time, asked.time, rest);
  const others = peak === null ? '' : `all processes, with the file itself ${mb(peak.all)}`;
  figures.line('memory above idle, pages', (peak?.pages ?? Number.NaN) / 1e6, asked.memory, others);
  figures.line('longest standstill', still, asked.still);
  figures.line(
    'cancelled after',
    Math.max(...cancelled),
    asked.cancel,
    `each ${cancelled.map(ms).join(', ')}`,
  );
}
