/** Our detection and metadata beside the peers': `npm run bench -- detect` takes about twenty minutes, with `--quick` about three. */

import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/checks/run-command.ts';
import { benchSource, prepareBench, savedPages } from './detect/bench-folder';
import { judgedBy } from './detect/figures';
import { ourDetector, ours, peers } from './detect/goals';
import { type Half, halfOf } from './detect/halves';
import { printReport } from './detect/report';
import { type BenchRows, loadPages, loadScoring, readRows } from './detect/rows';
import { runBrowser } from './detect/run-browser';
import { print, runBesidePeers } from './run-beside-peers';

/** Of a quick run: every so manieth page. */
const quickStep = 8;

await runBesidePeers({ name: 'detection', needs: [benchSource, savedPages], run });

async function run(isQuick: boolean): Promise<void> {
  const bench = await prepareBench();
  try {
    const pages = await loadPages(bench.path, savedPages);
    const chosen = pages.filter((_, index) => !isQuick || index % quickStep === 0);
    writeFileSync(join(bench.path, 'chosen.txt'), chosen.map(({ id }) => id).join(','));
    const adapter = (name: string) => join(root, 'tests', 'bench', 'adapters', name);
    const shards = Math.min(2, availableParallelism());
    const files = await runBrowser(
      bench.path,
      [adapter(ourDetector), adapter(ours), ...peers],
      shards,
      print,
    );
    const rows = readRows(files);
    const tools = (half: Half) => {
      const known = new Map(chosen.filter((page) => halfOf(page) === half).map((page) => [page.id, page]));
      return byTool(rows, (tool) => judgedBy(tool, rows, known));
    };
    const count = (half: Half) => chosen.filter((page) => halfOf(page) === half).length;
    print(`${count('tuning')} pages to tune on, ${count('test')} to test on, split by site`);
    printReport(tools('test'), tools('tuning'), await loadScoring(bench.path), rows.bundles, print);
    print(isQuick ? 'A quick run: an eighth of the pages.' : 'A full run.');
  } finally {
    bench.remove();
  }
}

function byTool<Value>({ bundles }: BenchRows, value: (tool: string) => Value): Record<string, Value> {
  return Object.fromEntries(Object.keys(bundles).map((tool) => [tool, value(tool)]));
}
