/** Runs tests with their long parts: thousands of kills, hundreds of histories and half a minute of rewriting instead of a few. */

import { buildFor } from './checks/build.ts';
import { runCommand } from './checks/run-command.ts';

for (const browser of ['chrome', 'firefox'] as const) {
  if (!(await buildFor(browser))) process.exit(1);
}
const environment = { PRESSMARK_SOAK: '1' };
const histories = ['run', '--project', 'unit', 'tests/store/any-commands.test.ts'];
const unit = await runCommand('vitest', histories, { environment });
const e2e = await runCommand('vitest', ['run', '--project', 'e2e*'], { environment });
process.exitCode = unit.isGood && e2e.isGood ? 0 : 1;
