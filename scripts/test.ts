/** Runs every check of the project in order and ends with `N passed, N failed`. */

import { describeWeight, weigh } from './budget.ts';
import { buildFor } from './checks/build.ts';
import { findForbidden } from './checks/built-scripts.ts';
import { lintFirefoxBuild } from './checks/firefox-lint.ts';
import { lastLine, type Outcome, oneCheck, total } from './checks/outcome.ts';
import { runCommand } from './checks/run-command.ts';
import { runTests } from './checks/vitest-report.ts';

const outcomes: Outcome[] = [];
const failedSteps: string[] = [];

/** A step that throws has failed; the next ones run all the same. */
async function step(title: string, run: () => Promise<Outcome> | Outcome): Promise<boolean> {
  print(`\n── ${title}`);
  const started = performance.now();
  const outcome = await Promise.resolve()
    .then(run)
    .catch((error: unknown) => {
      print(error instanceof Error ? error.message : String(error));
      return oneCheck(false);
    });
  outcomes.push(outcome);
  if (outcome.failed > 0) failedSteps.push(title);
  print(`   ${lastLine(outcome)}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return outcome.failed === 0;
}

const command = (name: string, ...args: string[]) =>
  step([name, ...args].join(' '), async () => oneCheck((await runCommand(name, args)).isGood));

const findings = (title: string, find: () => Promise<string[]> | string[]) =>
  step(title, async () => {
    const lines = await find();
    for (const line of lines) print(line);
    return oneCheck(lines.length === 0);
  });

await command('biome', 'check', '--error-on-warnings');
await command('tsc');
await command('knip');
await step('unit and property tests', () => runTests('unit'));

const build = (browser: Parameters<typeof buildFor>[0]) =>
  step(`wxt build -b ${browser}`, async () => oneCheck(await buildFor(browser)));

const builds = {
  chrome: await build('chrome'),
  edge: await build('edge'),
  firefox: await build('firefox'),
};
await findings('web-ext lint on the Firefox build', lintFirefoxBuild);
await findings('no text becomes markup or code in the built scripts', findForbidden);
await step('weight of the built scripts', async () => {
  const weights = await weigh();
  for (const weight of weights) print(describeWeight(weight));
  return oneCheck(weights.every(({ bytes, most }) => bytes <= most));
});
await step('end-to-end tests in Chromium and Firefox', () => {
  if (builds.chrome && builds.firefox) return runTests('e2e');
  throw new Error('not run: the builds that they drive have failed');
});

const sum = total(outcomes);
if (sum.skipped.length > 0) print(`\nSkipped:\n${sum.skipped.map((name) => `  ${name}`).join('\n')}`);
if (failedSteps.length > 0) print(`\nFailed:\n${failedSteps.map((name) => `  ${name}`).join('\n')}`);
print(`\n${lastLine(sum)}`);
process.exitCode = sum.failed > 0 ? 1 : 0;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
