/** Whatever a file holds, it is refused with the place named, or what comes of it is sound. */

import { describe, expect, it } from 'vitest';
import { checkRecords } from '../../../core/archive';
import { jsonLdExporter } from '../../../core/export/json-ld';
import { readHypothesis } from '../../../core/import/hypothesis';
import type { ReadForeign } from '../../../core/import/imported';
import { readJsonLd } from '../../../core/import/json-ld';
import { readReadwise } from '../../../core/import/readwise';
import { readWebClipper } from '../../../core/import/web-clipper';
import { writeAll } from '../export/write-all';
import { soundArchive } from '../spoiled-archives';
import { environment } from './environment';
import { brokenCsv, brokenFiles, brokenJson, type HostileFile, largeJson, wrongTypes } from './hostile-files';
import { hugeFiles } from './huge-files';
import { hypothesis, readwise, webAnnotation, webClipper } from './sound-files';

let files = 0;
/** Milliseconds of this thread's own work: other tests run beside it. */
let slowest = 0;

/** @returns what is wrong with how the file was met; null where nothing is */
async function faultWith(read: ReadForeign, { make, isRefused }: HostileFile): Promise<string | null> {
  const content = make();
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const start = process.threadCpuUsage();
  files += 1;
  try {
    const { archive } = await read({ name: 'file', bytes }, environment);
    if (isRefused) return 'is taken';
    const { bad } = checkRecords(archive);
    return bad.length === 0 ? null : `leaves ${bad[0]?.where} unsound: ${bad[0]?.why}`;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ForeignFileError') return `throws ${error}`;
    const isPlaced =
      /^(?:file|line \d+|annotation \d+(?:, target \d+)?|page \d+(?:, highlight \d+)?): \S/u.test(
        error.message,
      );
    return isPlaced ? null : `is refused without a place: ${error.message}`;
  } finally {
    const { user, system } = process.threadCpuUsage(start);
    slowest = Math.max(slowest, (user + system) / 1_000);
  }
}

async function faultsWith(read: ReadForeign, hostile: readonly HostileFile[]): Promise<string[]> {
  const faults: string[] = [];
  for (const file of hostile) {
    const fault = await faultWith(read, file);
    if (fault !== null) faults.push(`${file.name} ${fault}`);
  }
  return faults;
}

describe('files that are broken or built to harm', () => {
  it.each<[string, ReadForeign, unknown]>([
    ['Web Annotations', readJsonLd, webAnnotation],
    ['Hypothesis', readHypothesis, hypothesis],
    ['Web Clipper', readWebClipper, webClipper],
  ])(
    'are refused or read soundly as %s',
    async (_name, read, sound) => {
      const text = JSON.stringify(sound);
      expect(
        (await read({ name: 'file', bytes: new TextEncoder().encode(text) }, environment)).archive
          .annotations,
      ).toHaveLength(1);
      const hostile = [...brokenFiles(text), ...brokenJson(text), ...wrongTypes(sound)];
      expect(await faultsWith(read, hostile)).toEqual([]);
    },
    120_000,
  );

  it('are refused or read soundly as our own JSON-LD', async () => {
    const text = await writeAll(jsonLdExporter, soundArchive());
    expect(await faultsWith(readJsonLd, [...brokenFiles(text), ...brokenJson(text)])).toEqual([]);
    const { '@context': context, ...sound } = JSON.parse(text);
    const hostile = wrongTypes(sound).map((file) => ({
      ...file,
      make: () => JSON.stringify({ '@context': context, ...JSON.parse(String(file.make())) }),
    }));
    expect(await faultsWith(readJsonLd, hostile)).toEqual([]);
  }, 120_000);

  it('are refused or read soundly as Readwise', async () => {
    expect(await faultsWith(readReadwise, [...brokenFiles(readwise), ...brokenCsv(readwise)])).toEqual([]);
  }, 120_000);

  it('are refused or read soundly where there is too much of everything', async () => {
    const hostile = hugeFiles();
    const faults = await faultsWith(readJsonLd, largeJson());
    for (const { read, ...file } of hostile) faults.push(...(await faultsWith(read, [file])));
    expect(faults).toEqual([]);
  }, 120_000);

  it('are more than 150, and none takes 10 seconds', () => {
    expect(files).toBeGreaterThan(150);
    expect(slowest).toBeLessThan(10_000);
    process.stdout.write(`${files} hostile files, the slowest took ${Math.round(slowest)} ms\n`);
  });
});
