/** Over 300 hostile or damaged files: each is refused with the place named, in little time, and nothing of it comes in. */

import { describe, expect, it } from 'vitest';
import { archiveSource } from '../../../core/export/archive-source';
import { archiveZipExporter } from '../../../core/export/archive-zip';
import { readArchiveBytes } from '../../../core/import/archive-zip';
import { readQdpx } from '../../../core/import/qdpx';
import { openZip } from '../../../core/zip/read-zip';
import { codedText, environment, options, qdpxOf } from '../refi-qda/a-project';
import { soundArchive } from '../spoiled-archives';
import { type RawEntry, rawZip } from '../zip/raw-zip';
import { bytesOf } from '../zip/written';
import { hostileProjects, hostileRecords } from './hostile-contents';
import { type HostileFile, hostileZips, withHole } from './hostile-zips';

const library = codedText('𠮷野家😀稳中向好。', ['稳中向好']);

async function entriesOf(bytes: Uint8Array): Promise<RawEntry[]> {
  const zip = openZip(bytes);
  return zip.names.map((name) => ({ name, content: zip.bytes(name) }));
}

async function refusal(read: () => unknown): Promise<{ message: string; name: string; seconds: number }> {
  // Of the processor, not of the clock: other tests run beside this one.
  const from = process.cpuUsage();
  try {
    await read();
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
    return { name, message, seconds: (process.cpuUsage(from).user + process.cpuUsage(from).system) / 1e6 };
  }
  return { name: 'taken', message: '', seconds: 0 };
}

const errors = /^(?:Zip|Archive|ForeignFile|Codebook)Error$/u;

const project = await entriesOf(await qdpxOf(library));
const archive = await entriesOf(
  await bytesOf(archiveZipExporter.write(archiveSource(soundArchive()), options)),
);
const readProject = (bytes: Uint8Array) => readQdpx({ name: 'a.qdpx', bytes }, environment);

describe('readQdpx refuses', () => {
  const files: HostileFile[] = [...hostileZips(project), ...hostileProjects(project)];
  it.each(files.map((file) => [file.what, file] as const))('%s', async (_, { bytes, says }) => {
    const file = bytes();
    const { name, message, seconds } = await refusal(() => readProject(file));
    expect(name).toMatch(errors);
    expect(message).toMatch(says);
    expect(seconds).toBeLessThan(10);
  });
});

describe('readArchiveBytes refuses', () => {
  const files: HostileFile[] = [...hostileZips(archive), ...hostileRecords(archive)];
  it.each(files.map((file) => [file.what, file] as const))('%s', async (_, { bytes, says }) => {
    const file = bytes();
    const { name, message, seconds } = await refusal(() => readArchiveBytes(file));
    expect(name).toMatch(errors);
    expect(message).toMatch(says);
    expect(seconds).toBeLessThan(10);
  });
});

describe('a file with a hole', () => {
  it.each(Array.from({ length: 40 }, (_, step) => step))(
    'at %i/40 is refused, or the hole is in what is not read',
    async (step) => {
      const place = (file: Uint8Array) => Math.floor((file.length * step) / 40);
      for (const [read, sound] of [
        [readProject, rawZip(project)],
        [async (bytes: Uint8Array) => readArchiveBytes(bytes), rawZip(archive)],
      ] as const) {
        const { name, message } = await refusal(async () => {
          const holed = await read(withHole(sound, place(sound)));
          expect(holed).toEqual(await read(sound));
        });
        expect(name).toMatch(/^(?:taken|(?:Zip|Archive|ForeignFile)Error)$/u);
        if (name !== 'taken') expect(message).toMatch(/^(?:file|entry \d+.*|records\/\w+\.jsonl): /u);
      }
    },
  );
});

it('over 300 files in all', () => {
  const all = [hostileZips(project), hostileProjects(project), hostileZips(archive), hostileRecords(archive)];
  expect(all.flat().length).toBeGreaterThan(300);
});
