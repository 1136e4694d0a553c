/** Zips of ours open anywhere and are the same each time; those of others open, or are refused with the place named. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 as nodeCrc32 } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../core/zip/crc32';
import { openZip } from '../../../core/zip/read-zip';
import { createZipWriter, writeZip } from '../../../core/zip/write-zip';
import { rawZip } from './raw-zip';
import { bytesOf, textOf } from './written';

const { CI } = process.env;
const canUnpack = spawnSync('python3', ['--version']).error === undefined || CI !== undefined;

const contents = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 3_000 })), {
  maxLength: 5,
});

describe('writeZip', () => {
  it('gives back what was written, and the same bytes when asked again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(contents, { maxLength: 6 }), async (all) => {
        const entries = all.map((parts, index) => ({ name: `目录/${index} é𠮷.txt`, parts }));
        const bytes = await bytesOf(writeZip(entries));
        const zip = openZip(bytes);
        expect(zip.names).toEqual(entries.map(({ name }) => name));
        for (const { name, parts } of entries) {
          const wanted = await bytesOf(parts);
          expect(zip.bytes(name)).toEqual(wanted);
          expect(zip.sizeOf(name)).toBe(wanted.length);
        }
        expect(await bytesOf(writeZip(entries))).toEqual(bytes);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps a character whole whose halves come in two parts, at the border of what is gathered too', async () => {
    const long = `${'x'.repeat(65_535)}\uD842`;
    const zip = openZip(
      await bytesOf(writeZip([{ name: 'a', parts: [long, '\uDFB7', '\uD842', '\uDFB7'] }])),
    );
    expect(textOf(zip.bytes('a'))).toBe(`${'x'.repeat(65_535)}𠮷𠮷`);
  });

  it('writes entries one after the other that were filled side by side', () => {
    const zip = createZipWriter();
    const one = zip.open('1');
    const two = zip.open('2');
    two.push('b');
    one.push('a');
    two.push('b');
    two.end();
    one.push('a');
    one.end();
    zip.end();
    const read = openZip(new Uint8Array(Buffer.concat(zip.take())));
    expect(read.names.map((name) => textOf(read.bytes(name)))).toEqual(['aa', 'bb']);
  });

  it.runIf(canUnpack)(
    'is unpacked by another program: Chinese names, readable files, times that say nothing',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'pressmark-zip-'));
      const file = join(folder, 'a.zip');
      writeFileSync(file, await bytesOf(writeZip([{ name: 'texts/𠮷野家 é.txt', parts: ['稳中向好'] }])));
      const script = `import sys, zipfile
z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; i, = z.infolist()
print(i.filename, oct(i.external_attr >> 16), i.date_time, i.create_system, z.read(i).decode())`;
      const { stdout } = spawnSync('python3', ['-c', script, file], {
        encoding: 'utf8',
        env: { ...process.env, PYTHONIOENCODING: 'utf8' },
      });
      rmSync(folder, { recursive: true });
      expect(stdout.trim()).toBe('texts/𠮷野家 é.txt 0o100644 (1980, 1, 1, 0, 0, 0) 3 稳中向好');
    },
  );

  it('takes no more entries than the format has room for', () => {
    const zip = createZipWriter(2);
    zip.open('1').end();
    zip.open('2').end();
    expect(() => zip.open('3')).toThrow('file: a zip may have 2 entries');
  });
});

describe('openZip', () => {
  it('inflates nothing but what is asked for', () => {
    const zip = openZip(
      rawZip([
        { name: 'a', content: 'a' },
        { name: 'b', packed: Uint8Array.of(255), size: 1 },
      ]),
    );
    expect(textOf(zip.bytes('a'))).toBe('a');
    expect(() => zip.bytes('b')).toThrow('entry 2, “b”: cannot be inflated');
    expect(() => zip.bytes('c')).toThrow('file: has no “c”');
    expect([zip.has('a'), zip.has('c'), zip.sizeOf('c')]).toEqual([true, false, null]);
  });

  it('reads stored entries, folders, backslashes of Windows, names in old code pages and a comment at the end', () => {
    const zip = openZip(
      rawZip(
        [
          { name: 'Sources/', method: 0 },
          { name: 'Sources\\a.txt', content: 'a', method: 0 },
          { name: Uint8Array.of(0xd6, 0xd0), flags: 0 },
        ],
        { comment: 'made by hand' },
      ),
    );
    expect(zip.names).toEqual(['Sources/a.txt', 'ÖÐ']);
    expect(textOf(zip.bytes('Sources/a.txt'))).toBe('a');
  });

  it('knows a name in either form of Unicode, as unpacking and packing on a Mac changes it', () => {
    expect(openZip(rawZip([{ name: 'e\u0301.txt', content: 'a' }])).has('é.txt')).toBe(true);
  });
});

it('crc32 is the checksum that everybody means', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (one, other) => {
      expect(crc32(other, crc32(one))).toBe(nodeCrc32(Buffer.concat([one, other])));
    }),
  );
});
