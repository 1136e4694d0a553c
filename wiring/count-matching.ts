/** Reads a file again that was just written, and counts the quotes that came back as they were. */

import type { Annotation } from '../core/annotation';
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
  const written = countBy(archive.annotations);
  let matching = 0;
  for await (const { annotations } of source.articles('without-texts')) {
    for (const annotation of annotations) {
      // A file without the texts cannot be trusted with places: its readers find them by the words.
      const key = [keyOf(annotation), wordsOf(annotation)].find((each) => (written.get(each) ?? 0) > 0);
      if (key === undefined) continue;
      written.set(key, (written.get(key) ?? 0) - 1);
      matching += 1;
    }
  }
  return matching;
}

function countBy(annotations: readonly Annotation[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const annotation of annotations) {
    const key = keyOf(annotation);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function keyOf({ target: { quote, position } }: Annotation): string {
  return position === null ? `? ${quote.exact}` : `${position.start} ${quote.exact}`;
}

function wordsOf({ target }: Annotation): string {
  return `? ${target.quote.exact}`;
}
