/** Runs Mozilla's linter over the Firefox build; even a notice counts against it. */

import { join } from 'node:path';
import * as v from 'valibot';
import { root, runCommand } from './run-command.ts';

const finding = v.object({
  _type: v.string(),
  code: v.string(),
  message: v.string(),
  file: v.optional(v.string()),
  line: v.optional(v.number()),
});

const report = v.object({
  errors: v.array(finding),
  warnings: v.array(finding),
  notices: v.array(finding),
});

/** One line for each finding; the linter needs no network. Throws when it gave no report. */
export async function lintFirefoxBuild(): Promise<string[]> {
  const build = join(root, '.output', 'firefox-mv3');
  const args = ['lint', '--source-dir', build, '--output', 'json', '--no-config-discovery', '--no-input'];
  const { output } = await runCommand('web-ext', args, { isCaught: true });
  if (!output.startsWith('{')) throw new Error(`web-ext lint gave no report: ${output.slice(0, 500)}`);
  const { errors, warnings, notices } = v.parse(report, JSON.parse(output));
  return [...errors, ...warnings, ...notices].map(
    ({ _type, code, message, file, line }) => `${_type} ${code} in ${file ?? '?'}:${line ?? '?'}: ${message}`,
  );
}
