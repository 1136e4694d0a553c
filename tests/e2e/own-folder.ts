/**
 * Before the browsers' tests: one folder for all that they leave, which is taken away at the end, and in it the profile of a Firefox
 * that has run before, which a copy of starts in half the processor time of a new one.
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchFirefox, ranBefore } from './firefox';

/** The test processes that are started from here inherit the environment. */
export default async function makeOwnFolder(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[ranBefore] !== undefined) return;
  const folder = await mkdtemp(join(tmpdir(), 'pressmark-e2e-'));
  Object.assign(process.env, { TMPDIR: folder, TEMP: folder });
  const driver = await launchFirefox({ withoutExtension: true });
  await driver.newPage('about:blank');
  await driver.close();
  process.env[ranBefore] = driver.profile;
  return () => rm(folder, { recursive: true, force: true });
}
