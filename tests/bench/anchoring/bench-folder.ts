/** Makes a working copy of the bench that lies beside the project, with the packages it asks for and our own mutations in it. */

import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runCommand } from '../../../scripts/checks/run-command.ts';

const benchSource = join(root, '..', 'shared', 'bench', 'anchoring');

/** Outside the project and kept from run to run: packages and unpacked pages. */
export const cacheFolder = join(tmpdir(), 'pressmark-anchoring-bench');

export class BenchPackagesMissing extends Error {
  override name = 'BenchPackagesMissing';
}

/** The bench is not the one this runner was written for. */
export class BenchChanged extends Error {
  override name = 'BenchChanged';
}

export interface BenchFolder {
  /** The scripts of this run; packages are found in the folder around it. */
  path: string;
  remove(): void;
}

/**
 * Packages are installed when the bench's own package.json has changed.
 * Throws BenchPackagesMissing when they cannot be had.
 * @param isTelling whether the rows of recall.mjs hold the words of each passage, and those where ours landed
 */
export async function prepareBench(isTelling: boolean): Promise<BenchFolder> {
  const around = join(cacheFolder, 'bench');
  await installPackages(around);
  const path = mkdtempSync(join(around, 'run-'));
  cpSync(benchSource, path, { recursive: true });
  // The originals may be read-only.
  await addOwnMutations(path);
  addToRows(join(path, 'recall.mjs'), isTelling);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

async function installPackages(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const asked = readFileSync(join(benchSource, 'package.json'), 'utf8');
  const installed = join(folder, 'package.json');
  const isThere = existsSync(join(folder, 'node_modules')) && existsSync(installed);
  if (isThere && readFileSync(installed, 'utf8') === asked) return;
  writeFileSync(installed, asked);
  const args = ['install', '--no-audit', '--no-fund', '--loglevel', 'error', '--prefix', folder];
  const { isGood } = await runCommand('npm', args, { isCaught: true });
  if (isGood) return;
  rmSync(installed);
  throw new BenchPackagesMissing(
    "The anchoring bench's packages (Hypothesis, approx-string-match, Apache Annotator) could not be installed: the registry was not reached.",
  );
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
  rewrite(join(folder, 'page-lib.mjs'), (library) =>
    [
      library,
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
  rewrite(script, (text) => {
    const marked = replaceOnce(
      text,
      'bytes: JSON.stringify(sel[n]).length,',
      `bytes: JSON.stringify(sel[n]).length, placements: A[n].lastPlacements?.()${told},`,
    );
    if (!isTelling) return marked;
    const words = 'words: S.anns.map((a) => a.text.slice(0, 160)),';
    return replaceOnce(marked, 'anns: S.anns.map((a, i) =>', `${words} anns: S.anns.map((a, i) =>`);
  });
}

function replaceOnce(text: string, old: string, next: string): string {
  const parts = text.split(old);
  if (parts.length !== 2) throw new BenchChanged(`recall.mjs no longer holds once: ${old}`);
  return parts.join(next);
}

function rewrite(path: string, change: (text: string) => string): void {
  const text = change(readFileSync(path, 'utf8'));
  rmSync(path);
  writeFileSync(path, text);
}

/** What is used of esbuild, which is the bench's and not ours. */
interface Bundler {
  build(options: Record<string, unknown>): Promise<{ outputFiles: { text: string }[] }>;
}
