/** Runs one of the project's programs, with its output in view or caught. */

import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

export interface Ended {
  isGood: boolean;
  /** What it printed; empty unless it was caught. */
  output: string;
}

/**
 * Never throws: a program that cannot be started has not ended well.
 * @param name a program of node_modules/.bin, or `node`
 */
export function runCommand(
  name: string,
  args: readonly string[],
  { isCaught = false, environment = {} }: { isCaught?: boolean; environment?: Record<string, string> } = {},
): Promise<Ended> {
  const { PATH = '' } = process.env;
  const ownPrograms = join(root, 'node_modules', '.bin');
  return new Promise((resolve) => {
    const child = spawn(name === 'node' ? process.execPath : name, args, {
      cwd: root,
      env: {
        ...process.env,
        NO_UPDATE_NOTIFIER: '1',
        ...environment,
        PATH: `${ownPrograms}${delimiter}${PATH}`,
      },
      stdio: ['ignore', isCaught ? 'pipe' : 'inherit', 'inherit'],
      // Windows starts the .cmd files of node_modules/.bin only through its shell.
      shell: process.platform === 'win32' && name !== 'node',
    });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      output += part;
    });
    child.on('error', (error) => resolve({ isGood: false, output: error.message }));
    child.on('close', (code) => resolve({ isGood: code === 0, output }));
  });
}
