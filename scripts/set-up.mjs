/** Makes a fresh clone ready on any Node from 20 on, without a package, then hands over to the script named on its command line. */

import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowsers } from './find-browsers.mjs';
import { installPackages, isInstalled, ownNode, prepareTypes } from './set-up/packages.mjs';
import { missingReaders } from './set-up/readers.mjs';
import { SetUpError } from './set-up/run.mjs';
import { areFontsMissing, installSystem } from './set-up/system.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const isTesting = /\b(?:test|soak)\.ts$/u.test(process.argv[2] ?? '');

try {
  if (!isInstalled(root)) installPackages(root);
  prepareTypes(root);
  installSystem(findMissing);
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
process.exit(handOver(process.argv.slice(2)));

function findMissing() {
  const { chromium, firefox } = findBrowsers();
  return [
    ...(chromium === null ? ['chromium'] : []),
    ...(firefox === null ? ['firefox'] : []),
    ...(areFontsMissing() ? ['fonts'] : []),
    ...(isTesting ? missingReaders() : []),
  ];
}

/**
 * A second `node` in the same npm script would still be the system's: shells remember where they found a command.
 * @returns {number} the script's exit code; 0 when none is named
 */
function handOver(args) {
  if (args.length === 0) return 0;
  const ownPrograms = join(root, 'node_modules', '.bin');
  // An interrupt goes to the script as well, which closes what it has opened; this process waits for it.
  process.on('SIGINT', () => {});
  const { status } = spawnSync(ownNode(root), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${ownPrograms}${delimiter}${process.env.PATH ?? ''}` },
  });
  return status ?? 1;
}
