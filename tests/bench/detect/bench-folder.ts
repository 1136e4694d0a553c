/** Makes a working copy of the detection bench that lies beside the project. */

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../scripts/checks/run-command.ts';
import { type BenchFolder, copyBench, replaceIn } from '../bench-copy';

export const benchSource = join(root, '..', 'shared', 'bench', 'detect');
export const savedPages = join(root, '..', 'shared', 'detect');

const around = join(tmpdir(), 'pressmark-detect-bench', 'bench');

export async function prepareBench(): Promise<BenchFolder> {
  const bench = await copyBench(benchSource, around);
  // Its rows leave out who proofread and reviewed.
  const editors = 'editors: m.editors,';
  replaceIn(join(bench.path, 'lib', 'inpage.js'), editors, `${editors} other: m.other,`);
  return bench;
}
