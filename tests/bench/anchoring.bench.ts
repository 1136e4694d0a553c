/** Our anchoring beside the peers': `npm run bench -- anchoring` takes about an hour, with `--quick` about ten minutes. */

import { prepareBench } from './anchoring/bench-folder';
import { printReport } from './anchoring/report';
import { type Plan, runAll } from './anchoring/run';
import { unpackPages } from './anchoring/unpack-pages';
import { print, runBesidePeers } from './run-beside-peers';

const full: Plan = {
  passages: 100,
  pages: 100,
  samplePages: 8,
  samplePassages: 60,
  runs: 3,
  paintRuns: 5,
  measureRuns: 3,
  isPatient: true,
};

const quick: Plan = {
  passages: 30,
  pages: 6,
  samplePages: 2,
  samplePassages: 30,
  runs: 1,
  paintRuns: 3,
  measureRuns: 1,
  isPatient: false,
};

await runBesidePeers({
  name: 'anchoring',
  needs: ['../shared/bench/anchoring', '../shared/detect'],
  run,
});

async function run(isQuick: boolean): Promise<void> {
  const start = Date.now();
  const say = (line: string) => print(`[${minutes(start)}] ${line}`);
  const bench = await prepareBench(false);
  try {
    say('pages …');
    const pages = await unpackPages(bench.path);
    for (const half of ['tuning', 'test']) {
      const counts = ['zh', 'ja-ko', 'other'].map((writing) => {
        const alike = pages.chosen.filter((page) => page.half === half && page.writing === writing);
        return `${alike.length} ${writing}`;
      });
      print(`${half} half: ${counts.join(', ')}`);
    }
    const figures = await runAll(bench.path, pages, isQuick ? quick : full, say);
    printReport(figures, print);
    say(isQuick ? 'A quick run: few pages and passages.' : 'A full run.');
  } finally {
    bench.remove();
  }
}

function minutes(since: number): string {
  const seconds = Math.round((Date.now() - since) / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
