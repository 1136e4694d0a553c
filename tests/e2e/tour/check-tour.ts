/** The tests of a walk in one language: pictures with something on them, surfaces that people can use who see or hear them otherwise. */

import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../practice/server.ts';
import {
  type Control,
  controls,
  violationsInEachScheme,
  violationsInToolbar,
  violationsOnPage,
} from '../accessible';
import { tourFiles, walkInChromium } from '../tour';
import { englishWords, ownWords } from './own-words';
import type { TourScript } from './script';
import { type Surface, surfaces } from './walk';

interface Seen {
  violations: string[];
  controls: Control[];
  /** Everything that is read or read out, of our own pages only. */
  words: string;
}

/** Gives where the walk leaves its files, once it has ended. */
export function checkTour(script: TourScript): () => string {
  const seen = new Map<Surface, Seen>();
  let outDir = '';

  beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), 'pressmark-tour-'));
    const server: PracticeServer = await startPracticeServer();
    await walkInChromium({
      server,
      script,
      outDir,
      async alsoLook(surface, page, driver) {
        const isOurs = !surface.startsWith('page-');
        const find = isOurs ? violationsOnPage : violationsInToolbar;
        const violations = await violationsInEachScheme(driver, page, find);
        const words = isOurs ? await ownWords(page) : '';
        seen.set(surface, { violations, controls: await controls(driver, page), words });
      },
    }).finally(server.close);
  }, 420_000);

  test('it leaves every file it promises, and no other', async () => {
    expect((await readdir(outDir)).sort()).toEqual(tourFiles(script).sort());
  });

  test('every picture shows something', async () => {
    for (const name of tourFiles(script).filter((file) => file.endsWith('.png'))) {
      const { width, height, shades } = describePng(await readFile(join(outDir, name)));
      expect(width, name).toBeGreaterThanOrEqual(380);
      expect(height, name).toBeGreaterThanOrEqual(600);
      // Text has soft edges; an even ground, or two of them, has not.
      expect(shades, name).toBeGreaterThan(30);
    }
  });

  test.each(surfaces)('%s breaks no rule of axe, in light or dark', (surface) => {
    expect(seen.get(surface)?.violations).toEqual([]);
  });

  test.each(surfaces)('every control of %s has a name', (surface) => {
    const nameless = seen.get(surface)?.controls.filter(({ name }) => name.trim() === '');
    expect(nameless).toEqual([]);
  });

  if (script.language.startsWith('zh')) testOwnWords(seen);

  return () => outDir;
}

function testOwnWords(seen: ReadonlyMap<Surface, Seen>): void {
  test('our own pages have no English word of ours', () => {
    const foreign = [...seen].flatMap(([surface, { words }]) =>
      englishWords(words).map((word) => `${surface}: ${word}`),
    );
    expect(foreign).toEqual([]);
    expect([...seen.values()].map(({ words }) => words).join('')).toContain('本文');
  });
}

/** Reads as much of a PNG as tells whether it is blank: its size, and how many byte values its rows hold. */
export function describePng(png: Buffer): { width: number; height: number; shades: number } {
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const start = at + 8;
    if (png.toString('latin1', at + 4, start) === 'IDAT') data.push(png.subarray(start, start + length));
    at = start + length + 4;
  }
  const rows = inflateSync(Buffer.concat(data));
  const shades = Array.from({ length: 256 }, (_, value) => value).filter((value) => rows.includes(value));
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), shades: shades.length };
}
