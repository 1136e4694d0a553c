/** Runs the programs that read our files. */

import { spawnSync } from 'node:child_process';

const { CI } = process.env;

/** Where one is missing, the run fails on the build machine, and tests that need it are skipped by name elsewhere. */
export function hasProgram(name: string, ...versionFlags: string[]): boolean {
  return CI !== undefined || spawnSync(name, versionFlags).error === undefined;
}

/** @throws where the program refuses the input */
export function judge(program: string, flags: readonly string[], input: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, flags, {
    input,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} refused: ${stderr}`);
  return stdout;
}
