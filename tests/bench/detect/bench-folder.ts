/** Makes a working copy of the detection bench that lies beside the project, with the packages it asks for. */

import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runCommand } from '../../../scripts/checks/run-command.ts';

const benchSource = join(root, '..', 'shared', 'bench', 'detect');
export const savedPages = join(root, '..', 'shared', 'detect');

/** Outside the project and kept from run to run, for the packages. */
const cacheFolder = join(tmpdir(), 'pressmark-detect-bench', 'bench');

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

export function isBenchThere(): boolean {
  return existsSync(benchSource) && existsSync(savedPages);
}

/** Packages are installed when the bench's own package.json has changed. Throws BenchPackagesMissing when they cannot be had. */
export async function prepareBench(): Promise<BenchFolder> {
  await installPackages();
  const path = mkdtempSync(join(cacheFolder, 'run-'));
  cpSync(benchSource, path, { recursive: true });
  keepOtherCredits(join(path, 'lib', 'inpage.js'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

async function installPackages(): Promise<void> {
  mkdirSync(cacheFolder, { recursive: true });
  const asked = readFileSync(join(benchSource, 'package.json'), 'utf8');
  const installed = join(cacheFolder, 'package.json');
  const isThere = existsSync(join(cacheFolder, 'node_modules')) && existsSync(installed);
  if (isThere && readFileSync(installed, 'utf8') === asked) return;
  writeFileSync(installed, asked);
  const args = ['install', '--no-audit', '--no-fund', '--loglevel', 'error', '--prefix', cacheFolder];
  const { isGood } = await runCommand('npm', args, { isCaught: true });
  if (isGood) return;
  rmSync(installed);
  throw new BenchPackagesMissing(
    "The detection bench's packages (Readability, Defuddle) could not be installed: the registry was not reached.",
  );
}

/** The bench's rows leave out who proofread and reviewed. The original may be read-only. */
function keepOtherCredits(script: string): void {
  const old = 'editors: m.editors,';
  const parts = readFileSync(script, 'utf8').split(old);
  if (parts.length !== 2) throw new BenchChanged(`inpage.js no longer holds once: ${old}`);
  rmSync(script);
  writeFileSync(script, parts.join(`${old} other: m.other,`));
}
