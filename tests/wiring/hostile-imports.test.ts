/** Hostile and damaged files on the way that a chosen file takes: read, looked at against a real library, and taken in. */

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { archiveSource } from '../../core/export/archive-source';
import { archiveZipExporter } from '../../core/export/archive-zip';
import { jsonLdExporter } from '../../core/export/json-ld';
import { openZip } from '../../core/zip/read-zip';
import type { Store } from '../../store/open-store';
import { undo } from '../../store/undo';
import { pendingFile } from '../../wiring/pending-import';
import { anId } from '../builders';
import { writeAll } from '../core/export/write-all';
import { hostileProjects, hostileRecords } from '../core/import/hostile-contents';
import { brokenCsv, brokenFiles, brokenJson, largeJson, wrongTypes } from '../core/import/hostile-files';
import { hostileZips, withHole } from '../core/import/hostile-zips';
import { hugeFiles } from '../core/import/huge-files';
import { hypothesis, readwise, webAnnotation, webClipper } from '../core/import/sound-files';
import { codedText, options, qdpxOf } from '../core/refi-qda/a-project';
import { soundArchive } from '../core/spoiled-archives';
import { bytesOf } from '../core/zip/written';
import { aLibrary, records } from '../store/a-library';

interface Hostile {
  name: string;
  make(): string | Uint8Array;
}

const archive = soundArchive();
const archiveBytes = await bytesOf(archiveZipExporter.write(archiveSource(archive), options));
const projectBytes = await qdpxOf(codedText('𠮷野家😀稳中向好。', ['稳中向好']));
const ownJsonLd = await writeAll(jsonLdExporter, archive);

/** A library that has something of what sound files bring. */
const store = await aLibrary().open();
for (const sound of [archiveBytes, JSON.stringify(hypothesis), readwise]) {
  const pending = await pendingFile(store, new File([sound.slice()], 'sound'));
  await pending.write(anId(), {});
}

const foreign = (sound: unknown): Hostile[] => {
  const text = JSON.stringify(sound);
  return [...brokenFiles(text), ...brokenJson(text), ...wrongTypes(sound)];
};
const zips = (bytes: Uint8Array, contents: typeof hostileProjects): Hostile[] => {
  const zip = openZip(bytes);
  const entries = zip.names.map((name) => ({ name, content: zip.bytes(name) }));
  const holes = Array.from({ length: 40 }, (_, step) => ({
    name: `a hole at ${step}/40`,
    make: () => withHole(bytes, Math.floor((bytes.length * step) / 40)),
  }));
  const made = [...hostileZips(entries), ...contents(entries)];
  return [...made.map(({ what, bytes: make }) => ({ name: what, make })), ...holes];
};

const batches: [name: string, files: Hostile[]][] = [
  ['Web Annotations', foreign(webAnnotation)],
  ['Hypothesis', foreign(hypothesis)],
  ['Web Clipper', foreign(webClipper)],
  ['Readwise', [...brokenFiles(readwise), ...brokenCsv(readwise)]],
  ['our own JSON-LD', [...brokenFiles(ownJsonLd), ...brokenJson(ownJsonLd)]],
  ['too much of everything', [...largeJson(), ...hugeFiles()]],
  ['REFI-QDA projects', zips(projectBytes, hostileProjects)],
  ['our own archive', zips(archiveBytes, hostileRecords)],
];

/** Everything that is on disk, in every table. */
async function digestOf({ database }: Store): Promise<string> {
  const hash = createHash('sha256');
  for (const table of database.tables)
    hash.update(JSON.stringify([table.name, await table.toArray()], bytesAsText));
  return hash.digest('hex');
}

function bytesAsText(_: string, value: unknown): unknown {
  return ArrayBuffer.isView(value)
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')
    : value;
}

const errors = /^(?:Zip|Archive|ForeignFile|Codebook)Error$/u;
const places =
  /^(?:file|(?:line|entry|annotation|page) \d+.*?|project\.qde|pressmark\.json.*?|records\/\w+\.jsonl.*?|[^:]+\.qde): \S/su;

let refused = 0;
let taken = 0;
/** Seconds of this process's own work. */
let slowest = 0;

/** What is wrong with how the file was met; null where nothing is. Those that are taken are put into `sound`. */
async function look({ name, make }: Hostile, sound: Hostile[]): Promise<string | null> {
  const content = make();
  const start = process.threadCpuUsage();
  try {
    await pendingFile(store, new File([typeof content === 'string' ? content : content.slice()], name));
    sound.push({ name, make });
    taken += 1;
    return null;
  } catch (error) {
    refused += 1;
    const { name: kind, message } = error instanceof Error ? error : { name: '', message: String(error) };
    return errors.test(kind) && places.test(message) ? null : `${name}: ${kind}: ${message}`;
  } finally {
    const { user, system } = process.threadCpuUsage(start);
    slowest = Math.max(slowest, (user + system) / 1e6);
  }
}

test.each(batches)(
  'files spoiled as %s are refused with the place, or read; by looking nothing is written',
  async (_, files) => {
    const before = await digestOf(store);
    const faults: string[] = [];
    const sound: Hostile[] = [];
    for (const file of files) {
      const fault = await look(file, sound);
      if (fault !== null) faults.push(fault);
    }
    if ((await digestOf(store)) !== before)
      faults.push(`the library has changed by ${await changedBy(files)}`);
    expect(faults).toEqual([]);
    expect(await partlyTaken(sound.filter((_, index) => index % 8 === 0))).toEqual([]);
  },
  240_000,
);

/** The first file by which the library changes. */
async function changedBy(files: readonly Hostile[]): Promise<string> {
  for (const file of files) {
    const before = await digestOf(store);
    await look(file, []);
    if ((await digestOf(store)) !== before) return file.name;
  }
  return 'none of them alone';
}

/** Writing what is larger takes long, and shows no more. */
const largest = 100_000;

/** Of those that are read, the ones of which not all is taken in that the dry run told, or not all is taken back by one undo. */
async function partlyTaken(sound: readonly Hostile[]): Promise<string[]> {
  const partly: string[] = [];
  for (const { name, make } of sound) {
    const before = await records(store);
    const content = make();
    if (content.length > largest) continue;
    const { report, write } = await pendingFile(store, new File([content.slice()], name));
    await write(anId(), {});
    const after = await records(store);
    if (after.annotations.length !== before.annotations.length + report.added) partly.push(name);
    if (JSON.stringify(after) === JSON.stringify(before)) continue;
    await undo(store, anId());
    if (JSON.stringify(await records(store)) !== JSON.stringify(before)) partly.push(`${name}, undone`);
  }
  return partly;
}

test('are more than 500, and none takes 10 seconds', () => {
  expect(refused).toBeGreaterThan(500);
  expect(slowest).toBeLessThan(10);
  process.stdout.write(`${refused} files refused, ${taken} read; the slowest took ${slowest.toFixed(1)} s\n`);
});
