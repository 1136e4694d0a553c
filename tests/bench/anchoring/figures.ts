/** All that one run of the anchoring bench found out, as its scripts wrote it down. */

import type { Measured } from './measure';
import type { RecallRow } from './tally';

export const ours = 'pressmark';
export const hypothesis = 'hypothesis-e2e';

/** The customer's sixteen, in the order of the bench; `shadow` counts apart. */
export const theirMutations = [
  ...['identity', 'ads', 'rewrap', 'edit05', 'edit15', 'edit30', 'delmove', 'typo', 'dup', 'dupedit'],
  ...['hidden', 'insert', 'remove', 'lazy', 'update', 'shadow'],
];

/** A line of perf.mjs; times in ms for all annotations. */
export interface PerfRow {
  lang: string;
  size: number;
  state: 'same' | 'edit05' | 'gone';
  name: string;
  n: number;
  found: number;
  /** The main thread's CPU time; the bench counts one collection of garbage in. */
  cpuTotal: number;
  describe: number;
  keptMB: number;
}

/** A trial of hypothesis-e2e.mjs on a page of perf.mjs; ms. */
export interface ClientRow {
  page: string;
  /** `perf-` with painting, `bare-` on a page that is not rendered, then the state. */
  m: string;
  cpu: number;
  longest: number;
}

/** A line of paint.mjs; ms of the main thread. */
export interface PaintRow {
  size: number;
  n: number;
  v: string;
  task: number;
  nodes: number;
}

export interface WeightRow {
  name: string;
  gzip: number;
  evalMs?: number;
}

export interface Figures {
  /** Of `ours` and the peers, on the half that nobody tuned on, and on the other. */
  test: RecallRow[];
  tuning: RecallRow[];
  /** On a few pages of the test half: the slow peers too. */
  sample: RecallRow[];
  perf: PerfRow[];
  client: ClientRow[];
  paint: PaintRow[];
  weight: WeightRow[];
  measured: Measured[];
}

export function medianOf(values: readonly number[]): number | null {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? null;
}

export function perfCpu(
  { perf }: Figures,
  name: string,
  size: number,
  lang: string,
  state: string,
): number | null {
  const row = perf.find(
    (one) => one.name === name && one.size === size && one.lang === lang && one.state === state,
  );
  return row?.cpuTotal ?? null;
}

/** The published client on the same page; see ClientRow. */
export function clientRows(
  { client }: Figures,
  kind: 'perf' | 'bare',
  size: number,
  lang: string,
  state: string,
): ClientRow[] {
  return client.filter(({ page, m }) => page === `synth-${lang}-${size}.html` && m === `${kind}-${state}`);
}
