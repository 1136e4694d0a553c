/** Runs one command of the set-up, with its output in view. */

import { spawnSync } from 'node:child_process';

/**
 * @returns {boolean} whether it ended well
 */
export function run(command, args, { cwd, environment = process.env } = {}) {
  const { status } = spawnSync(command, args, {
    cwd,
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit'],
    // Windows starts npm.cmd only through its shell.
    shell: process.platform === 'win32' && command === 'npm',
  });
  return status === 0;
}

/** Networks fail by chance: what failed once is tried once more. */
export function twice(attempt) {
  return attempt() || attempt();
}

/** What a person must do before the set-up can go on, in one sentence. */
export class SetUpError extends Error {
  name = 'SetUpError';
}
