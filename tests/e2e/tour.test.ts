/** The tour leaves what it promises: pictures with something on them, and exports that can be read. */

import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { parse } from 'papaparse';
import { beforeAll, expect, test } from 'vitest';
import { readArchiveBytes } from '../../core/import/archive-zip';
import { runTour, tourFiles } from './tour';
import { chineseScript as script } from './tour/script';

let outDir: string;

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'pressmark-tour-'));
  await runTour({ outDir });
}, 420_000);

const pictures = tourFiles.filter((name) => name.endsWith('.png'));

test('it leaves every file it promises, and no other', async () => {
  expect((await readdir(outDir)).sort()).toEqual([...tourFiles].sort());
});

test('every picture shows something', async () => {
  for (const name of pictures) {
    const { width, height, shades } = describePng(await readFile(join(outDir, name)));
    expect(width, name).toBeGreaterThanOrEqual(380);
    expect(height, name).toBeGreaterThanOrEqual(600);
    // Text has soft edges; an even ground, or two of them, has not.
    expect(shades, name).toBeGreaterThan(30);
  }
});

test('each surface looks different in Chinese and in the dark', async () => {
  const read = (name: string) => readFile(join(outDir, name), 'base64');
  const [english, chinese, dark] = await Promise.all(
    ['en-US-light', 'zh-CN-light', 'zh-CN-dark'].map((look) => read(`sidebar-library-empty-${look}.png`)),
  );
  expect(new Set([english, chinese, dark]).size).toBe(3);
});

test('the exports of the Chinese article hold what was kept', async () => {
  const [csv, markdown] = await Promise.all(
    ['export.csv', 'export.md'].map((name) => readFile(join(outDir, name), 'utf8')),
  );
  const zip = await readFile(join(outDir, 'export.zip'));
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

/** Reads as much of a PNG as tells whether it is blank: its size, and how many byte values its rows hold. */
function describePng(png: Buffer): { width: number; height: number; shades: number } {
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const start = at + 8;
    if (png.toString('latin1', at + 4, start) === 'IDAT') data.push(png.subarray(start, start + length));
    at = start + length + 4;
  }
  const isThere = new Uint8Array(256);
  for (const value of inflateSync(Buffer.concat(data))) isThere[value] = 1;
  const shades = isThere.reduce((sum, one) => sum + one, 0);
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), shades };
}
