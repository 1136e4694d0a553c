/** A working copy of a bench that lies beside the project, with the packages it asks for. */

import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runCommand } from '../../scripts/checks/run-command.ts';

export class BenchPackagesMissing extends Error {
  override name = 'BenchPackagesMissing';
}

/** The bench is not the one this runner was written for. */
class BenchChanged extends Error {
  override name = 'BenchChanged';
}

export interface BenchFolder {
  /** The scripts of this run; packages are found in the folder around it. */
  path: string;
  remove(): void;
}

/**
 * Packages are installed when the bench's own package.json has changed.
 * @param source the bench; it may be read-only
 * @param around outside the project and kept from run to run, for the packages
 * @throws BenchPackagesMissing when they cannot be had
 */
export async function copyBench(source: string, around: string): Promise<BenchFolder> {
  await installPackages(source, around);
  const path = mkdtempSync(join(around, 'run-'));
  cpSync(source, path, { recursive: true });
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** @throws BenchChanged where the file does not hold the old text once */
export function replaceIn(file: string, old: string, next: string): void {
  const parts = readFileSync(file, 'utf8').split(old);
  if (parts.length !== 2) throw new BenchChanged(`${basename(file)} no longer holds once: ${old}`);
  overwrite(file, parts.join(next));
}

/** A copy of a file that may be read-only. */
export function overwrite(file: string, text: string): void {
  rmSync(file);
  writeFileSync(file, text);
}

async function installPackages(source: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const asked = readFileSync(join(source, 'package.json'), 'utf8');
  const installed = join(folder, 'package.json');
  const isThere = existsSync(join(folder, 'node_modules')) && existsSync(installed);
  if (isThere && readFileSync(installed, 'utf8') === asked) return;
  writeFileSync(installed, asked);
  const args = ['install', '--no-audit', '--no-fund', '--loglevel', 'error', '--prefix', folder];
  const { isGood } = await runCommand('npm', args, { isCaught: true });
  if (isGood) return;
  rmSync(installed);
  throw new BenchPackagesMissing(
    "The bench's packages (the peers) could not be installed: the registry was not reached.",
  );
}
