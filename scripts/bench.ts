/** Builds for Chrome, prints what each part weighs against its budget, then runs the scripts of tests/bench (all, or those named), which print their own figures; options go on to them. */

import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describeWeight, weigh } from './budget.ts';
import { buildFor } from './checks/build.ts';
import { root, runCommand } from './checks/run-command.ts';

const given = process.argv.slice(2);
const named = given.filter((word) => !word.startsWith('--'));
const options = given.filter((word) => word.startsWith('--'));
const benches = globSync('tests/bench/*.bench.ts', { cwd: root }).sort();
const unknown = named.filter((name) => !benches.some((bench) => nameOf(bench) === name));
if (unknown.length > 0) {
  process.stderr.write(
    `No such bench: ${unknown.join(', ')}. There are ${benches.map(nameOf).join(', ')}.\n`,
  );
  process.exit(1);
}

if (!(await buildFor('chrome'))) process.exit(1);

const weights = await weigh();
for (const weight of weights) process.stdout.write(`${describeWeight(weight)}\n`);

const isTimed: boolean[] = [];
for (const bench of benches) {
  if (named.length > 0 && !named.includes(nameOf(bench))) continue;
  const args = ['--import', './scripts/resolve-source.ts', bench, ...options];
  isTimed.push((await runCommand('node', args)).isGood);
}
process.exitCode = isTimed.every(Boolean) && weights.every(({ bytes, most }) => bytes <= most) ? 0 : 1;

function nameOf(bench: string): string {
  return basename(bench, '.bench.ts');
}
