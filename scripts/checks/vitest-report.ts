/** Runs one Vitest project and counts what its JSON report says. */

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Outcome, oneCheck } from './outcome.ts';
import { root, runCommand } from './run-command.ts';

const report = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      assertionResults: v.array(v.object({ fullName: v.string(), status: v.string() })),
    }),
  ),
});

/** Runs the tests of all projects whose name begins so; a project that ends badly without a failed test counts as one failed check. */
export async function runTests(project: 'unit' | 'e2e'): Promise<Outcome> {
  const path = join(root, 'out', 'test-results', `${project}.json`);
  rmSync(path, { force: true });
  const args = ['run', '--project', `${project}*`, '--reporter=default', '--reporter=json'];
  const { isGood } = await runCommand('vitest', [...args, `--outputFile.json=${path}`]);
  const outcome = existsSync(path) ? readReport(readFileSync(path, 'utf8')) : oneCheck(false);
  return isGood || outcome.failed > 0 ? outcome : { ...outcome, failed: 1 };
}

/**
 * A file that failed before its first test counts as one failed test.
 * @param json what Vitest's `json` reporter writes; throws valibot's ValiError when it is something else
 */
export function readReport(json: string): Outcome {
  const outcome: Outcome = { passed: 0, failed: 0, skipped: [] };
  for (const file of v.parse(report, JSON.parse(json)).testResults) {
    const failedBefore = outcome.failed;
    for (const { fullName, status } of file.assertionResults) {
      if (status === 'passed') outcome.passed += 1;
      else if (status === 'failed') outcome.failed += 1;
      else outcome.skipped.push(fullName);
    }
    if (file.status === 'failed' && outcome.failed === failedBefore) outcome.failed += 1;
  }
  return outcome;
}
