/** The tour in Firefox: both of its pictures show something. */

import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { started } from './started';
import { describePng } from './tour/check-tour';
import { firefoxPictures, walkInFirefox } from './tour/firefox-walk';

const server = started(startPracticeServer);

test('it leaves its pictures, and no blank one', async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'pressmark-tour-'));
  await walkInFirefox(server(), outDir);
  expect((await readdir(outDir)).sort()).toEqual([...firefoxPictures].sort());
  for (const name of firefoxPictures) {
    expect(describePng(await readFile(join(outDir, name))).shades, name).toBeGreaterThan(30);
  }
});
