/**
 * How long a search of the whole library takes in the built extension in Chromium, cold and at each keystroke, and what a keep
 * costs; beside MiniSearch, FlexSearch, plain Dexie and IndexedDB's own floor. `--annotations=100000` asks for as many, also
 * several times; `--without-peers` leaves the two indexes out.
 */

import { bundleSource } from '../../scripts/bundle-source.ts';
import { type ChromiumDriver, launchChromium } from '../e2e/chromium';
import { type ExtensionPage, openExtensionPage } from './library/extension-page.ts';
import { at, createFigures, fullSize, mb, ms } from './library/figures.ts';
import type { measureKeeps } from './library/keeps';
import type {
  checkRecall,
  measureCold,
  measureCounts,
  measureFile,
  measureFloor,
  measurePlain,
  measureQueries,
  seed,
} from './library/measure';
import type { askPeer, buildPeer, PeerName } from './library/peers';
import type { measureTexts } from './library/texts';

/** Milliseconds, and megabytes. */
const asked = { cold: 300, keystroke: 50, counts: 20, keep: 50, memory: 150 };
const runs = 20;
const coldRuns = 5;
const queries: readonly { what: string; texts: readonly string[] }[] = [
  { what: 'one Chinese character', texts: ['的', '区', '税'] },
  { what: 'two Chinese characters', texts: ['经济', '改革', '鬱金'] },
  { what: 'four Chinese characters', texts: ['稳中向好', '公共服务'] },
  { what: 'an English prefix', texts: ['e', 'eco', 'resid'] },
  { what: 'a phrase', texts: ['"local government"', '“the tax”'] },
  { what: 'a field with text', texts: ['outlet:报 经济', 'lang:en has:note budget', 'code:改革 -税收 区'] },
  {
    what: 'code with sub-codes, outlet and month',
    texts: [
      'code:"/改革 1" outlet:"静安报" after:2024-01 before:2024-02',
      'code:"/政府 2" outlet:"The Times" after:2024-05 before:2024-06',
    ],
  },
];
const peerQueries = ['经济', '稳中向好', 'eco', 'local government'];
const peerNames: readonly PeerName[] = ['MiniSearch', 'FlexSearch', 'FlexSearch, its Chinese encoder'];

const given = process.argv.flatMap((word) => /^--annotations=(\d+)$/u.exec(word)?.[1] ?? []);
const counts = given.length === 0 ? [10_000] : given.map(Number);
const withPeers = !process.argv.includes('--without-peers');
const figures = createFigures((text) => process.stdout.write(text));
const source = await bundleSource('pressmark', {
  'tests/bench/library/measure.ts': [
    'seed',
    'measureCold',
    'measureFile',
    'measureQueries',
    'measurePlain',
    'measureFloor',
    'checkRecall',
    'measureCounts',
  ],
  'tests/bench/library/keeps.ts': ['measureKeeps'],
  'tests/bench/library/texts.ts': ['measureTexts'],
  'tests/bench/library/peers.ts': ['buildPeer', 'askPeer'],
});

for (const count of counts) {
  const driver = await launchChromium();
  try {
    figures.start(count);
    await inPage(driver, async (page) => {
      const { records, derived } = await page.run<typeof seed>('seed', count);
      figures.say(`records written in ${ms(records)}, segments and counts made in ${ms(derived)}`);
    });
    await reportCold(driver, 'segment by segment, as before any page has filed them', null);
    await inPage(driver, async (page) => {
      figures.line(
        'filing the packed texts when idle',
        await page.run<typeof measureFile>('measureFile'),
        null,
      );
    });
    await reportCold(driver, 'opening the library with it', asked.cold);
    await inPage(driver, async (page) => {
      await reportQueries(page);
      await reportOthers(page);
      await reportRecall(page);
    });
    // Beyond that they need more memory than a page has.
    if (withPeers && count <= fullSize) for (const name of peerNames) await reportPeer(driver, name);
  } finally {
    await driver.close();
  }
}
figures.growth();

async function inPage(driver: ChromiumDriver, work: (page: ExtensionPage) => Promise<void>): Promise<void> {
  const page = await openExtensionPage(driver, source);
  await work(page);
  await page.close();
}

async function reportCold(driver: ChromiumDriver, how: string, wanted: number | null): Promise<void> {
  const all: number[] = [];
  const own: number[] = [];
  for (let run = 0; run < coldRuns; run += 1) {
    await inPage(driver, async (page) => {
      const before = await page.taskTime();
      all.push(await page.run<typeof measureCold>('measureCold', '经济'));
      own.push((await page.taskTime()) - before);
    });
  }
  const rest = `the main thread's own time ${ms(at(own, 0.5))}, least ${ms(Math.min(...all))}`;
  figures.line(`first query in a new page, ${how}`, at(all, 0.5), wanted, rest);
}

async function reportQueries(page: ExtensionPage): Promise<void> {
  const empty = await page.memory();
  for (const { what, texts } of queries) {
    const before = await page.taskTime();
    const { all, totals, still } = await page.run<typeof measureQueries>('measureQueries', { texts, runs });
    const spent = ((await page.taskTime()) - before) / all.length;
    const standstill = still === 0 ? 'under 50 ms' : ms(still);
    const rest = `median ${ms(at(all, 0.5))}, the main thread's own time ${ms(spent)}, longest standstill ${standstill}; found ${totals.join(', ')}`;
    figures.line(`keystroke, ${what}: p95`, at(all, 0.95), asked.keystroke, rest);
  }
  const memory = ((await page.memory()) - empty) / 1e6;
  figures.line('memory of the page above an empty one', memory, asked.memory);
  const texts = await page.run<typeof measureTexts>('measureTexts', '稳中向好');
  const again = `first find ${ms(texts.first)}, again ${ms(texts.again)}; ${texts.found} of ${texts.wanted} found`;
  figures.line('search of all kept texts', texts.all, null, again);
  const withTexts = ((await page.memory()) - empty) / 1e6;
  figures.line('memory of the page with kept texts searched, above an empty one', withTexts, asked.memory);
}

async function reportOthers(page: ExtensionPage): Promise<void> {
  const { read, filter, byCode } = await page.run<typeof measurePlain>('measurePlain', '经济');
  const floor = await page.run<typeof measureFloor>('measureFloor');
  const typed = { texts: ['经济', '改革'], runs };
  const own = at((await page.run<typeof measureQueries>('measureQueries', typed)).all, 0.5);
  figures.say(
    `plain Dexie: toArray ${ms(read)}, then filter ${ms(filter)}; a query of ours ${ms(own)}, 1/${Math.round((read + filter) / own)} of that; by the index of codes, with outlet and month, ${ms(byCode)}; the floor, one getAll of the packed texts, ${ms(floor)}`,
  );
  const counted = await page.run<typeof measureCounts>('measureCounts');
  const byIndex = `by the index ${ms(counted.byIndex)}`;
  figures.line('counts of all codes', counted.kept, asked.counts, byIndex);
  const keeps = await page.run<typeof measureKeeps>('measureKeeps', runs * 3);
  const [median, bare] = [at(keeps.own, 0.5), at(keeps.floor, 0.5)];
  const rest = `median ${ms(median)}; one bare record in turn with it: p95 ${ms(at(keeps.floor, 0.95))}, median ${ms(bare)}`;
  figures.line('one keep, acknowledged: p95', at(keeps.own, 0.95), asked.keep, rest);
}

async function reportRecall(page: ExtensionPage): Promise<void> {
  const texts = queries.flatMap((query) => query.texts);
  const { missed, wrong, found } = await page.run<typeof checkRecall>('checkRecall', texts);
  if (missed > 0 || wrong > 0) throw new Error(`${missed} missed, ${wrong} found wrongly`);
  figures.say(`against a naive scan: all of ${found} true matches found, no false one`);
}

/** Ours answers in the same page, in turn with it. */
async function reportPeer(driver: ChromiumDriver, name: PeerName): Promise<void> {
  await inPage(driver, async (page) => {
    const empty = await page.memory();
    const built = await page.run<typeof buildPeer>('buildPeer', name);
    const memory = (await page.memory()) - empty;
    figures.say(`${name}: index built in ${ms(built)} each time, ${mb(memory)}`);
    for (const text of peerQueries) {
      const answer = await page.run<typeof askPeer>('askPeer', { text, runs: 7 });
      const { times, own, right, wanted, others } = answer;
      const [theirs, ours] = [at(times, 0.5), at(own, 0.5)];
      figures.say(
        `  ${text}: ${ms(theirs)}, ours ${ms(ours)}, ${(ours / theirs).toFixed(2)} of it; it finds ${right} of ${wanted}, and ${others} others`,
      );
    }
  });
}
