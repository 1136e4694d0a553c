/** Builds for Chrome, prints what each part weighs against its budget, then runs each script of tests/bench, which prints its own figures. */

import { globSync } from 'node:fs';
import { describeWeight, weigh } from './budget.ts';
import { buildFor } from './checks/build.ts';
import { root, runCommand } from './checks/run-command.ts';

if (!(await buildFor('chrome'))) process.exit(1);

const weights = await weigh();
for (const weight of weights) process.stdout.write(`${describeWeight(weight)}\n`);

const isTimed: boolean[] = [];
for (const bench of globSync('tests/bench/*.bench.ts', { cwd: root }).sort()) {
  isTimed.push((await runCommand('node', ['--import', './scripts/resolve-source.ts', bench])).isGood);
}
process.exitCode = isTimed.every(Boolean) && weights.every(({ bytes, most }) => bytes <= most) ? 0 : 1;
