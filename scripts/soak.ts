/** Runs the end-to-end tests with their long parts: thousands of kills instead of hundreds. */

import { buildFor } from './checks/build.ts';
import { runCommand } from './checks/run-command.ts';

for (const browser of ['chrome', 'firefox'] as const) {
  if (!(await buildFor(browser))) process.exit(1);
}
const { isGood } = await runCommand('vitest', ['run', '--project', 'e2e*'], {
  environment: { PRESSMARK_SOAK: '1' },
});
process.exitCode = isGood ? 0 : 1;
