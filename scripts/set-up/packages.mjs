/** Installs the project's packages, with the project's own Node among them, when the lock file has changed since the last time. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, SetUpError, twice } from './run.mjs';

/** The project's own Node; every script after the set-up runs on it. */
export function ownNode(root, platform = process.platform) {
  return join(root, 'node_modules', 'node', 'bin', platform === 'win32' ? 'node.exe' : 'node');
}

/** @returns {boolean} whether the packages that stand in node_modules are those of the lock file */
export function isInstalled(root) {
  return existsSync(ownNode(root)) && readStamp(packagesStamp(root)) === packagesDigest(root);
}

/** Throws a SetUpError when npm cannot do it. */
export function installPackages(root) {
  process.stdout.write('Installing the packages of package-lock.json …\n');
  // `npm ci` would refuse the lock file where it was made beside a registry without other systems' builds.
  // Install scripts are off for every package (.npmrc); only `node` may run its own, which fetches the binary.
  const done =
    twice(() => npm(root, ['install', '--no-save', '--ignore-scripts', '--loglevel=error'])) &&
    (isRightNode(root) ||
      twice(() => npm(root, ['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']))) &&
    isRightNode(root);
  if (!done)
    throw new SetUpError(
      'npm could not install the packages: check the network, then run this command again.',
    );
  writeFileSync(packagesStamp(root), packagesDigest(root));
}

/** Makes the types that WXT reads from the entry points and the messages, when those have changed. */
export function prepareTypes(root) {
  const stamp = join(root, '.wxt', 'pressmark-set-up');
  const digest = typesDigest(root);
  if (readStamp(stamp) === digest && existsSync(join(root, '.wxt', 'wxt.d.ts'))) return;
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  if (!run(ownNode(root), [wxt, 'prepare', '--level', 'error'], { cwd: root })) {
    throw new SetUpError('WXT could not read the entry points: see the message above.');
  }
  writeFileSync(stamp, digest);
}

/** A right one is left alone: Windows does not replace a program that runs, and this script may run on it. */
function isRightNode(root) {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { stdout } = spawnSync(ownNode(root), ['--version'], { encoding: 'utf8' });
  return stdout?.trim() === `v${devDependencies.node}`;
}

/** npm runs on the Node that started it, never on the one that it is about to replace. */
function npm(root, args) {
  const { npm_node_execpath: node, npm_execpath: script } = process.env;
  return node !== undefined && script?.endsWith('.js')
    ? run(node, [script, ...args], { cwd: root })
    : run('npm', args, { cwd: root });
}

function packagesStamp(root) {
  return join(root, 'node_modules', '.pressmark-set-up');
}

function packagesDigest(root) {
  return digestOf([process.platform, process.arch, readFileSync(join(root, 'package-lock.json'))]);
}

function typesDigest(root) {
  return digestOf([
    packagesDigest(root),
    readFileSync(join(root, 'wxt.config.ts')),
    readFileSync(join(root, 'public', '_locales', 'en', 'messages.json')),
    readdirSync(join(root, 'entrypoints')).join('\n'),
  ]);
}

function digestOf(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

function readStamp(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
