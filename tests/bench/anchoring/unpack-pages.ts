/** Unpacks the pages that the rule takes into a temporary folder, one for each half; they belong to their publishers and stay outside the project. */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { root } from '../../../scripts/checks/run-command.ts';
import { cacheFolder } from './bench-folder';
import { servePages } from './bench-library';
import { type Candidate, candidatesOf, type Half, isFit, type ListedPage, wanted } from './choose-pages';

const savedPages = join(root, '..', 'shared', 'detect');

export interface UnpackedPages {
  /** The folder of each half, with one `.html` for each page. */
  folders: Record<Half, string>;
  chosen: Candidate[];
}

/**
 * Slow once (a browser looks through the candidates), then kept.
 * @param bench the working copy of the bench
 */
export async function unpackPages(bench: string): Promise<UnpackedPages> {
  const manifest = readFileSync(join(savedPages, 'manifest.jsonl'), 'utf8');
  const rule = readFileSync(join(import.meta.dirname, 'choose-pages.ts'), 'utf8');
  const key = createHash('sha256').update(manifest).update(rule).digest('hex').slice(0, 16);
  const base = join(cacheFolder, 'pages', key);
  const folders = { tuning: join(base, 'tuning'), test: join(base, 'test') };
  const list = join(base, 'chosen.json');
  if (existsSync(list)) return { folders, chosen: JSON.parse(readFileSync(list, 'utf8')) };
  rmSync(base, { recursive: true, force: true });
  const pages = manifest
    .trim()
    .split('\n')
    .map((line): ListedPage => JSON.parse(line));
  const chosen = await choose(bench, candidatesOf(pages));
  for (const { id, half, host } of chosen) {
    mkdirSync(folders[half], { recursive: true });
    writeFileSync(join(folders[half], `${host}.html`), htmlOf(id));
  }
  writeFileSync(list, JSON.stringify(chosen, null, 1));
  return { folders, chosen };
}

/** The first fit ones of each half and writing, up to what is wanted. */
async function choose(bench: string, candidates: readonly Candidate[]): Promise<Candidate[]> {
  const pages: Record<string, string> = {};
  const { context, base, close } = await servePages(bench, pages);
  const chosen: Candidate[] = [];
  try {
    const page = await context.newPage();
    for (const candidate of candidates) {
      const { id, half, writing } = candidate;
      const alike = chosen.filter((other) => other.half === half && other.writing === writing);
      if (alike.length >= wanted[writing]) continue;
      pages[id] = htmlOf(id);
      await page.goto(`${base}/page/${id}`, { waitUntil: 'domcontentloaded' });
      const blocks = await page.evaluate(
        async (address): Promise<string[]> => (await import(`${address}/lib.mjs`)).blockTexts(),
        base,
      );
      if (isFit(blocks, writing)) chosen.push(candidate);
    }
  } finally {
    await close();
  }
  return chosen;
}

function htmlOf(id: string): string {
  return brotliDecompressSync(readFileSync(join(savedPages, 'pages', `${id}.html.br`))).toString('utf8');
}
