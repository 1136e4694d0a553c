/** The tour in Simplified Chinese: what it leaves, exports among it, and whether everybody can use what it shows. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'papaparse';
import { expect, test } from 'vitest';
import { readArchiveBytes } from '../../core/import/archive-zip';
import { checkTour } from './tour/check-tour';
import { chineseScript as script } from './tour/script';

const outDir = checkTour(script);

test('a surface looks different in the dark', async () => {
  const [light, dark] = await Promise.all(
    ['light', 'dark'].map((scheme) => readFile(join(outDir(), `sidebar-library-empty-zh-CN-${scheme}.png`))),
  );
  expect(light?.equals(dark ?? light)).toBe(false);
});

test('the exports of the Chinese article hold what was kept', async () => {
  const [csv, markdown] = await Promise.all(
    ['export.csv', 'export.md'].map((name) => readFile(join(outDir(), name), 'utf8')),
  );
  const zip = await readFile(join(outDir(), 'export.zip'));
  const { annotations, codes } = readArchiveBytes(zip).archive;
  expect(annotations.filter(({ deleted }) => deleted === null)).toHaveLength(6);
  expect(codes.map(({ name }) => name)).toContain('尾款');
  const { data, errors } = parse<Record<string, string>>((csv ?? '').replace(/^\uFEFF/u, ''), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(6);
  expect(data.map(({ quote }) => quote)).toContain(script.lost.from);
  expect(markdown).toContain(script.note);
});
