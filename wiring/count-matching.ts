/** Reads a file again that was just written, and counts the quotes that came back as they were. */

import type { ExportFormat } from '../core/export/export-format';
import type { ExportSource } from '../core/export/source';
import { sha256 } from '../store/digest';
import { kindOfFormat, loadReader } from './importers';

/** Larger files are not read again: it would take as long as the writing. Bytes. */
const largest = 30_000_000;

/** Null for a format that we do not read, or a file too large to read at once. */
export async function countMatching(
  format: ExportFormat,
  source: ExportSource,
  blob: Blob,
): Promise<number | null> {
  const kind = kindOfFormat(format);
  if (kind === null || blob.size > largest) return null;
  const read = await loadReader(kind);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const { archive } = await read({ name: 'written', bytes }, { now: source.exported, digest: sha256 });
  const written = new Map<string, number>();
  for (const { target } of archive.annotations) {
    const key = keyOf(target.quote.exact, target.position?.start);
    written.set(key, (written.get(key) ?? 0) + 1);
  }
  let matching = 0;
  for await (const { annotations } of source.articles()) {
    for (const { target } of annotations) {
      const key = keyOf(target.quote.exact, target.position?.start);
      const left = written.get(key) ?? 0;
      if (left > 0) matching += 1;
      written.set(key, left - 1);
    }
  }
  return matching;
}

function keyOf(quote: string, start: number | undefined): string {
  return `${start ?? ''} ${quote}`;
}
