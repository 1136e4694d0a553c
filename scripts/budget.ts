/** How heavy each part may be, and how heavy it is: gzip bytes of the Chrome build. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleSource } from './bundle-source.ts';
import { root } from './checks/run-command.ts';

const build = join(root, '.output', 'chrome-mv3');

interface Part {
  name: string;
  /** Paths in the build. */
  files: () => string[];
  /** Gzip bytes. */
  most: number;
}

/**
 * The stub's and the engine's budgets are promises, to every page and to every page with annotations; the others stand
 * at most 20 % above what was measured last.
 */
const parts: readonly Part[] = [
  { name: 'stub (every page)', files: () => ['stub.js'], most: 4_000 },
  { name: 'detector (in doubt)', files: () => ['detector.js'], most: 5_000 },
  { name: 'annotator (articles)', files: () => ['annotator.js'], most: 93_000 },
  { name: 'background', files: () => ['background.js'], most: 90_000 },
  { name: 'sidebar', files: () => filesOfPage('sidepanel.html'), most: 164_000 },
  { name: 'library', files: () => filesOfPage('library.html'), most: 183_000 },
];

/** What anchors and paints under a root that is given, by itself: a part of the annotator, and what others could take as a library. */
const engine: Readonly<Record<string, readonly string[]>> = {
  'core/anchoring/place-quotes.ts': ['placeQuotes'],
  'page/anchoring/anchor.ts': ['anchorAll'],
  'page/anchoring/describe.ts': ['describe'],
  'page/anchoring/search-elsewhere.ts': ['searchElsewhere'],
  'page/anchoring/hit-test.ts': ['hitTest'],
  'page/paint/painter.ts': ['createPainter'],
  'page/text/text-map.ts': ['readTextMap'],
};

export function bundleEngine(): Promise<string> {
  return bundleSource('pressmark', engine);
}

export interface Weight {
  name: string;
  /** Gzip bytes. */
  bytes: number;
  /** Gzip bytes. */
  most: number;
}

/** Throws when the Chrome build is missing or lacks a part. */
export async function weigh(): Promise<Weight[]> {
  const weights = parts.map(({ name, files, most }) => {
    const paths = files().map((path) => join(build, path));
    const missing = paths.find((path) => !existsSync(path));
    if (missing !== undefined) throw new Error(`${missing} is not built: run \`npm run build\` first`);
    const bytes = paths.reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0);
    return { name, bytes, most };
  });
  const bytes = gzipSync(await bundleEngine(), { level: 9 }).length;
  return [...weights, { name: 'engine with painter', bytes, most: 25_000 }];
}

export function describeWeight({ name, bytes, most }: Weight): string {
  const kilobytes = (value: number) => `${(value / 1000).toFixed(1)} kB`;
  const verdict = bytes <= most ? 'within' : 'OVER';
  return `${name.padEnd(24)}${kilobytes(bytes).padStart(10)} gzip, ${verdict} its ${kilobytes(most)}`;
}

/** The page itself with the scripts and styles that it names: those that it loads at once. What it asks for later is not among them. */
function filesOfPage(page: string): string[] {
  if (!existsSync(join(build, page))) return [page];
  const html = readFileSync(join(build, page), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/gu)].map(([, path]) => path ?? '');
  return [page, ...named];
}
