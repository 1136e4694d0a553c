/** Makes a working copy of the bench that lies beside the project, with the packages it asks for and our own mutations in it. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../scripts/checks/run-command.ts';
import { type BenchFolder, copyBench, overwrite, replaceIn } from '../bench-copy';

const benchSource = join(root, '..', 'shared', 'bench', 'anchoring');

/** Outside the project and kept from run to run: packages and unpacked pages. */
export const cacheFolder = join(tmpdir(), 'pressmark-anchoring-bench');

/** @param isTelling whether the rows of recall.mjs hold the words of each passage, and those where ours landed */
export async function prepareBench(isTelling: boolean): Promise<BenchFolder> {
  const bench = await copyBench(benchSource, join(cacheFolder, 'bench'));
  await addOwnMutations(bench.path);
  addToRows(join(bench.path, 'recall.mjs'), isTelling);
  return bench;
}

/** Behind the bench's own, so that its mutations keep their seeds; what is hidden is not in the list of all. */
async function addOwnMutations(folder: string): Promise<void> {
  const { build } = createRequire(join(folder, 'package.json'))('esbuild') as Bundler;
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'mutations', 'index.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'pressmarkMutations',
    write: false,
    target: 'es2022',
  });
  const library = join(folder, 'page-lib.mjs');
  overwrite(
    library,
    [
      readFileSync(library, 'utf8'),
      outputFiles[0]?.text ?? '',
      'pressmarkMutations.addOwnMutations(MUTATIONS, { splitAt, editNode, blocks });',
      'pressmarkMutations.addStatesOfPerf(MUTATIONS, { blockTexts, removeAll });',
    ].join('\n'),
  );
}

/** The rows of recall.mjs say nothing of grades and scores. */
function addToRows(script: string, isTelling: boolean): void {
  const landed = 'r.res.map((x) => L.asRanges(x).map(String).join(" … ").slice(0, 160))';
  const told = isTelling ? `, landed: A[n].lastPlacements && ${landed}` : '';
  const bytes = 'bytes: JSON.stringify(sel[n]).length,';
  replaceIn(script, bytes, `${bytes} placements: A[n].lastPlacements?.()${told},`);
  if (!isTelling) return;
  const passages = 'anns: S.anns.map((a, i) =>';
  replaceIn(script, passages, `words: S.anns.map((a) => a.text.slice(0, 160)), ${passages}`);
}

/** What is used of esbuild, which is the bench's and not ours. */
interface Bundler {
  build(options: Record<string, unknown>): Promise<{ outputFiles: { text: string }[] }>;
}
