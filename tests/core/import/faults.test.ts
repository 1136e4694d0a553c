/** Every fault that readers find has a code: none is told in English only. */

import { expect, test } from 'vitest';
import { readArchiveFile, serializeArchive } from '../../../core/archive';
import { readCodebook } from '../../../core/codebook-file/read-codebook';
import { faultIn, placesIn } from '../../../core/import/faults';
import { ForeignFileError } from '../../../core/import/foreign-file-error';
import { readHypothesis } from '../../../core/import/hypothesis';
import type { ReadForeign } from '../../../core/import/imported';
import { readJsonLd } from '../../../core/import/json-ld';
import { readReadwise } from '../../../core/import/readwise';
import { readWebClipper } from '../../../core/import/web-clipper';
import { soundArchive } from '../spoiled-archives';
import { environment } from './environment';
import { wrongTypes } from './hostile-files';
import { hypothesis, readwise, webAnnotation, webClipper } from './sound-files';

interface Told {
  where: string;
  why: string;
}

function untold(bad: readonly Told[]): string[] {
  return bad
    .filter(({ where, why }) => faultIn(why) === null || placesIn(where).some(({ kind }) => kind === null))
    .map(({ where, why }) => `${where}: ${why}`);
}

/** Where nothing is sound, the first fault is told by the refusal. */
async function leftOut(read: ReadForeign, bytes: Uint8Array): Promise<readonly Told[]> {
  try {
    return (await read({ name: 'file', bytes }, environment)).bad;
  } catch (error) {
    if (!(error instanceof ForeignFileError)) throw error;
    const { fault, where, why } = error;
    return fault === 'nothing-sound' ? [{ where, why: why.replace(/ \(and \d+ more\)$/u, '') }] : [];
  }
}

test.each<[string, ReadForeign, object]>([
  ['Web Annotations', readJsonLd, webAnnotation],
  ['Hypothesis', readHypothesis, hypothesis],
  ['Web Clipper', readWebClipper, webClipper],
])('of %s', async (_, read, sound) => {
  const missing: string[] = [];
  let count = 0;
  for (const { make } of wrongTypes(sound)) {
    const bytes = new TextEncoder().encode(String(make()));
    const bad = await leftOut(read, bytes);
    count += bad.length;
    missing.push(...untold(bad));
  }
  expect([...new Set(missing)]).toEqual([]);
  expect(count).toBeGreaterThan(10);
});

test('of archives', () => {
  const missing: string[] = [];
  for (const { make } of wrongTypes(JSON.parse(serializeArchive(soundArchive())))) {
    try {
      missing.push(...untold(readArchiveFile(String(make())).bad));
    } catch {
      // Of the file as a whole.
    }
  }
  expect([...new Set(missing)]).toEqual([]);
});

test('of Readwise', async () => {
  const bytes = new TextEncoder().encode(`${readwise}\n,书,,,,,,,,,\n好,,,,,red,,,,,文`);
  const { bad } = await readReadwise({ name: 'file', bytes }, environment);
  expect(bad.length).toBeGreaterThan(2);
  expect(untold(bad)).toEqual([]);
});

test('of codebooks', () => {
  const bytes = new TextEncoder().encode(`tag,description\n,x\na,y\na,z\n${'b/'.repeat(200)}c,\n`);
  const { faults } = readCodebook(bytes);
  expect(faults).toHaveLength(3);
  expect(untold(faults)).toEqual([]);
});
