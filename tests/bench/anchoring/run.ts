/** Runs the bench's scripts one after another and gathers what they wrote. */

import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bundleEngine } from '../../../scripts/budget.ts';
import { root } from '../../../scripts/checks/run-command.ts';
import { type ClientRow, type Figures, ours, type PaintRow, type PerfRow, type WeightRow } from './figures';
import { measure } from './measure';
import { readRows, runScript } from './run-script';
import type { RecallRow } from './tally';
import type { UnpackedPages } from './unpack-pages';

export interface Plan {
  /** Passages of a page. */
  passages: number;
  /** Pages of each half. */
  pages: number;
  samplePages: number;
  samplePassages: number;
  /** How often perf.mjs and the client are run at 60k; at 1M it is once. */
  runs: number;
  paintRuns: number;
  /** How often each of our own measurements is made. */
  measureRuns: number;
  /** Whether approx-string-match and the client’s Chinese page take part at 1M, where they need minutes. */
  isPatient: boolean;
}

const sizes = [60_000, 1_000_000];
const adapter = `${ours}=${join(root, 'tests', 'bench', 'adapters', 'anchoring.ts')}`;
const peers = (...names: string[]) => ['--adapter', adapter, ...names.flatMap((name) => ['--adapter', name])];

/**
 * @param folder the working copy of the bench
 * @param say gets a line for each step
 */
export async function runAll(
  folder: string,
  { folders }: UnpackedPages,
  plan: Plan,
  say: (line: string) => void,
): Promise<Figures> {
  const copy = (name: string, from: string, take: (file: string, index: number) => boolean) => {
    mkdirSync(join(folder, name), { recursive: true });
    for (const [index, file] of readdirSync(from).sort().entries()) {
      if (take(file, index)) cpSync(join(from, file), join(folder, name, file));
    }
  };
  const step = Math.max(1, Math.floor(readdirSync(folders.test).length / plan.samplePages));
  copy('sample', folders.test, (_, index) => index % step === 0 && index / step < plan.samplePages);
  copy('all', folders.tuning, () => true);
  copy('all', folders.test, () => true);

  const recall = async (name: string, pages: string, passages: number, limit: number, names: string[]) => {
    const out = `${name}.jsonl`;
    const args = ['--pages', pages, '--k', String(passages), '--limit', String(limit), '--out', out];
    await runScript(folder, 'recall.mjs', [...args, ...peers(...names)], (line) => say(`  ${name}: ${line}`));
    return readRows<RecallRow>(folder, out).filter(({ res }) => res !== undefined);
  };
  // An hour's figures are not thrown away for one script that failed; what it would have told is printed as not measured.
  const attempt = async <Value>(work: () => Promise<Value[]>): Promise<Value[]> => {
    try {
      return await work();
    } catch (error) {
      say(`FAILED: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
      return [];
    }
  };
  const { passages, pages, samplePassages, samplePages } = plan;
  say('recall on both halves …');
  const [test, tuning] = await Promise.all([
    attempt(() => recall('test', folders.test, passages, pages, ['sketch', 'approx-plain'])),
    attempt(() => recall('tuning', folders.tuning, passages, pages, ['sketch', 'approx-plain'])),
  ]);
  say('recall of the slow peers on the sample …');
  const [some, client] = await Promise.all([
    attempt(() =>
      recall('sample', 'sample', samplePassages, samplePages, ['sketch', 'approx-plain', 'apache']),
    ),
    attempt(() => clientRecall(folder, plan)),
  ]);
  say('time …');
  const perf = await attempt(() => runPerf(folder, plan));
  say('time of the Hypothesis client …');
  const clientTimes = await attempt(() => timeClient(folder, plan));
  say('paint …');
  const paint = await attempt(() => runPaint(folder, plan));
  say('weight …');
  const weight = await attempt(() => weigh(folder));
  say('single calls, a change, the longest task, heap …');
  const measured = await attempt(() => measure(folder, adapter, sizes, plan.measureRuns));
  return {
    test,
    tuning,
    sample: [...some, ...client],
    perf,
    client: clientTimes,
    paint,
    weight,
    measured,
  };
}

/** With all mutations, ours too: the client's script takes each one's seed from its place in the whole list. */
async function clientRecall(folder: string, plan: Plan): Promise<RecallRow[]> {
  const mutations = readRows<RecallRow>(folder, 'test.jsonl').map(({ m }) => m);
  await runScript(folder, 'hypothesis-e2e.mjs', [
    ...['--pages', 'sample', '--k', String(plan.samplePassages), '--out', 'client.jsonl'],
    ...['--mutations', [...new Set(mutations)].join(',')],
  ]);
  return readRows<RecallRow>(folder, 'client.jsonl').filter(({ res }) => res !== undefined);
}

async function runPerf(folder: string, { runs, isPatient }: Plan): Promise<PerfRow[]> {
  const rows: PerfRow[] = [];
  for (const size of sizes) {
    const isLong = size > 60_000;
    const out = `perf-${size}.json`;
    await runScript(folder, 'perf.mjs', [
      ...['--pages', 'all', '--dump', 'synth', '--sizes', String(size), '--out', out],
      ...['--runs', String(isLong ? 1 : runs), '--budget', '15000'],
      ...peers('sketch', ...(isLong && !isPatient ? [] : ['approx-plain'])),
    ]);
    rows.push(...readRows<PerfRow>(folder, out));
  }
  return rows;
}

/** On the pages that perf.mjs made. */
async function timeClient(folder: string, { runs, isPatient }: Plan): Promise<ClientRow[]> {
  const states = ['same', 'edit05', 'gone'];
  const bare = states.map((state) => `bare-${state}`);
  const mutations = [...bare, 'perf-same', 'perf-edit05'];
  const rows: ClientRow[] = [];
  const time = async (filter: string, some: readonly string[]) => {
    await runScript(folder, 'hypothesis-e2e.mjs', [
      ...['--pages', 'synth', '--k', '200', '--filter', filter, '--out', 'client-times.jsonl'],
      ...['--mutations', some.join(',')],
    ]);
    rows.push(...readRows<ClientRow>(folder, 'client-times.jsonl').filter(({ cpu }) => cpu !== undefined));
  };
  for (let run = 0; run < runs; run += 1) await time('-60000', mutations);
  await time(isPatient ? '-1000000' : 'lat-1000000', bare);
  return rows;
}

async function runPaint(folder: string, { paintRuns }: Plan): Promise<PaintRow[]> {
  await runScript(folder, 'paint.mjs', [
    ...[
      '--pages',
      'all',
      '--sizes',
      '60000',
      '--n',
      '200,1000',
      '--runs',
      String(paintRuns),
      '--stat',
      'min',
    ],
    ...['--adapter', adapter],
  ]);
  return readRows<PaintRow>(folder, 'paint.json');
}

async function weigh(folder: string): Promise<WeightRow[]> {
  const client = join(
    dirname(createRequire(join(folder, 'package.json')).resolve('hypothesis/package.json')),
    'build',
  );
  const built = join(root, '.output', 'chrome-mv3');
  const files = {
    'page stub': join(built, 'stub.js'),
    annotator: join(built, 'annotator.js'),
    'hypothesis annotator': join(client, 'scripts', 'annotator.bundle.js'),
    'hypothesis annotator.css': join(client, 'styles', 'annotator.css'),
    'hypothesis highlights.css': join(client, 'styles', 'highlights.css'),
    'hypothesis sidebar': join(client, 'scripts', 'sidebar.bundle.js'),
  };
  // Without a build, ours are not measured.
  const there = Object.entries(files).filter(([, path]) => existsSync(path));
  const engine = join(folder, 'engine.js');
  writeFileSync(engine, await bundleEngine());
  const raw = [...there.map((pair) => pair.join('=')), `engine with painter=${engine}`];
  const whole = await runScript(folder, 'weight.mjs', [...raw, '--raw']);
  const bundled = await runScript(folder, 'weight.mjs', [`sketch=${join(folder, 'adapters', 'sketch.mjs')}`]);
  return `${whole}\n${bundled}`
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): WeightRow => JSON.parse(line));
}
