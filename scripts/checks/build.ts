/** Builds the extension for one browser and says only what matters. */

import { stripVTControlCharacters } from 'node:util';
import { runCommand } from './run-command.ts';

/** WXT draws a turning wheel into whatever it is given, files too: what it says is shown only when it matters. */
export async function buildFor(browser: 'chrome' | 'edge' | 'firefox'): Promise<boolean> {
  const { isGood, output } = await runCommand('wxt', ['build', '-b', browser, '--level', 'warn'], {
    isCaught: true,
  });
  const lines = stripVTControlCharacters(output).split(/[\r\n]+/u);
  const said = lines.filter((line) => line.trim() !== '' && !/^[⠀-⣿]/u.test(line));
  // Warnings are for whoever works on the project.
  if (said.length > 0) process.stdout.write(`${said.join('\n')}\n`);
  return isGood;
}
