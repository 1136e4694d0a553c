/** The first lines of the very file that an export would write: of a few articles, and of a zip its most telling entry. */

import { readSheetRows } from '../core/export/sheet-rows';
import type { Exporter, ExportOptions, ExportSource } from '../core/export/source';
import { openZip } from '../core/zip/read-zip';
import { writeBlob } from './write-blob';

const extents = {
  beginning: { articles: 3, lines: 14 },
  article: { articles: 1, lines: 200 },
} as const;
/** A line of a table or of JSON can hold a whole article. */
const longestLine = 400;

export async function previewFile(
  exporter: Exporter,
  source: ExportSource,
  options: ExportOptions,
  extent: keyof typeof extents = 'beginning',
): Promise<string> {
  const most = extents[extent];
  const { signal } = new AbortController();
  const blob = await writeBlob(exporter, beginningOf(source, most.articles), options, {
    signal,
    progress: () => undefined,
  });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const text = isZip(bytes) ? tellingEntry(bytes) : decode(bytes);
  const lines = text.split('\n', most.lines);
  return lines
    .map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line))
    .join('\n');
}

function beginningOf(source: ExportSource, mostArticles: number): ExportSource {
  return {
    ...source,
    async *articles(extent) {
      let count = 0;
      for await (const article of source.articles(extent)) {
        yield article;
        count += 1;
        if (count === mostArticles) return;
      }
    },
  };
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

const telling: readonly RegExp[] = [/\.qde$/u, /annotations\.csv$/u, /articles\.csv$/u, /\.md$/u];

function tellingEntry(bytes: Uint8Array): string {
  const zip = openZip(bytes);
  const sheet = zip.names.find((each) => each.endsWith('sheet1.xml'));
  if (sheet !== undefined) {
    const shared = zip.names.find((each) => each.endsWith('sharedStrings.xml'));
    return tableOf(decode(zip.bytes(sheet)), shared === undefined ? '' : decode(zip.bytes(shared)));
  }
  const found = telling.flatMap((pattern) => zip.names.find((each) => pattern.test(each)) ?? []);
  // A packet has a table of annotations with nothing but its head.
  const name = found.find((each) => hasSecondLine(zip.bytes(each))) ?? zip.names[0];
  return name === undefined ? '' : decode(zip.bytes(name));
}

function tableOf(sheet: string, shared: string): string {
  const rows = readSheetRows(sheet, shared);
  return rows.map((cells) => cells.map((cell) => cell.replace(/\s+/gu, ' ')).join(' | ')).join('\n');
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function hasSecondLine(bytes: Uint8Array): boolean {
  const end = bytes.indexOf(0x0a);
  return end < 0 || end + 1 < bytes.length;
}
