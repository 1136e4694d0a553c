/** Asks xmllint whether a project is valid by the schema of REFI-QDA. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const { CI } = process.env;
const folder = join(import.meta.dirname, '../../../../shared/schemas/refi-qda');
const schema = join(folder, 'Project.xsd');

export const samples = join(folder, 'samples');

/** Without them the run fails on the build machine, and tests that need them are skipped by name elsewhere. */
export const hasSamples = existsSync(samples) || CI !== undefined;
export const canJudge =
  (existsSync(schema) && spawnSync('xmllint', ['--version']).error === undefined) || CI !== undefined;

/** "valid", or what is wrong. */
export function judge(project: string): string {
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, '-'], {
    input: project,
    encoding: 'utf8',
  });
  return status === 0 ? 'valid' : stderr;
}
