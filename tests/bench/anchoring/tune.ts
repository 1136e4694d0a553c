/**
 * Runs recall on the tuning half alone and lists the passages that went wrong, for whoever works on the engine:
 * `node --import ./scripts/resolve-source.ts tests/bench/anchoring/tune.ts [--only dup,edit30] [--pages 6] [--filter sina] [--k 60] [--peer sketch] [--list 40]`.
 */

import { parseArgs } from 'node:util';
import { root } from '../../../scripts/checks/run-command.ts';
import { prepareBench } from './bench-folder';
import { readRows, runScript } from './run-script';
import { recallTable } from './tables';
import type { RecallRow } from './tally';
import { unpackPages } from './unpack-pages';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    pages: { type: 'string' },
    filter: { type: 'string' },
    k: { type: 'string', default: '100' },
    peer: { type: 'string', multiple: true, default: [] },
    list: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
  },
});

const ours = 'pressmark';
const bench = await prepareBench(true);
try {
  const { folders } = await unpackPages(bench.path);
  await runScript(
    bench.path,
    'recall.mjs',
    [
      ...['--pages', folders.tuning, '--k', values.k, '--seed', values.seed],
      ...['--adapter', `${ours}=${root}/tests/bench/adapters/anchoring.ts`],
      ...values.peer.flatMap((peer) => ['--adapter', peer]),
      ...(values.only === undefined ? [] : ['--mutations', values.only]),
      ...(values.pages === undefined ? [] : ['--limit', values.pages]),
      ...(values.filter === undefined ? [] : ['--filter', values.filter]),
    ],
    print,
  );
  const rows = readRows<RecallRow>(bench.path, 'recall.jsonl').filter(({ res }) => res !== undefined);
  listFailures(rows, Number(values.list));
  const mutations = [...new Set(rows.map(({ m }) => m))];
  for (const engine of [ours, ...values.peer]) print(recallTable(engine, rows, engine, mutations));
} finally {
  bench.remove();
}

/** Painted wrongly first, as that is the worst. */
function listFailures(rows: readonly RecallRow[], most: number): void {
  const failures = rows.flatMap(({ page, m, anns, words = [], res }) => {
    const { v = [], placements = [], landed = [] } = res[ours] ?? {};
    return anns.flatMap(([kind, , twin, state], index) => {
      const overlap = v[index] ?? null;
      const isFailed = state === 'here' ? overlap === null || overlap < 0.9 : overlap !== null && twin === 0;
      if (state === 'skip' || !isFailed) return [];
      const name =
        state === 'gone'
          ? 'painted though gone'
          : overlap === null
            ? 'lost'
            : overlap < 0.5
              ? 'WRONG'
              : 'part';
      const { grade = '?', score = 0 } = placements[index] ?? {};
      const order = ['WRONG', 'painted though gone', 'part', 'lost'].indexOf(name);
      const text = [
        `${name} ${m} ${page} ${kind} #${index} overlap ${overlap} ${grade} ${score.toFixed(3)}`,
        `    words:  ${oneLine(words[index])}`,
        `    landed: ${oneLine(landed[index])}`,
      ].join('\n');
      return [{ order, text }];
    });
  });
  failures.sort((one, other) => one.order - other.order);
  for (const { text } of failures.slice(0, most)) print(text);
  print(`${failures.length} failures, ${Math.min(most, failures.length)} shown`);
}

function oneLine(text: string | undefined): string {
  return (text ?? '–').replace(/\s+/gu, ' ');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
