/** Keeps a copy of all packed texts in one file in the library, from which a new page reads them sooner than segment by segment. */

import type { Packed } from '../core/query/packed';
import { createPackedFileWriter, type Filed, readPackedFile } from '../core/query/packed-file';
import type { Store } from './open-store';
import type { LibraryDatabase } from './schema';
import { keyStretches } from './segments';

/** In `meta`, with the greatest stamp as its value. Other code that packs otherwise has another key. */
const key = 'packed-file/1';

export interface PackedFile {
  segments: Filed<Packed>[];
  /** What has a greater one is newer. */
  newest: number;
}

/** Null where there is none that can be used: then the segments tell all of it. */
export async function readPacked({ database }: Store): Promise<PackedFile | null> {
  const { meta, segments } = database;
  const [entry, greatest] = await database.transaction('r', [meta, segments], () =>
    Promise.all([meta.get(key), greatestStamp(database)]),
  );
  // Else it tells of segments that are no more.
  if (entry?.file === undefined || greatest < Number(entry.value)) return null;
  try {
    const read = readPackedFile(await entry.file.arrayBuffer());
    return read === null ? null : { segments: read, newest: Number(entry.value) };
  } catch {
    return null;
  }
}

/** Writes the file anew, from the segments as they are at one moment. */
export async function writePacked({ database }: Store): Promise<void> {
  const { meta, segments } = database;
  const writer = createPackedFileWriter();
  const newest = await database.transaction('r', segments, async () => {
    for (const [from, to] of keyStretches) {
      for (const segment of await segments.where('from').between(from, to, true, false).toArray()) {
        writer.add({ from: segment.from, until: segment.until, content: segment });
      }
    }
    return greatestStamp(database);
  });
  await meta.put({ key, value: String(newest), file: new Blob(writer.parts()) });
}

/** Where segments are made anew: their stamps may be those of the file. */
export function forgetPacked({ meta }: LibraryDatabase): Promise<void> {
  return meta.delete(key);
}

async function greatestStamp({ segments }: LibraryDatabase): Promise<number> {
  const [last] = await segments.orderBy('stamp').reverse().limit(1).keys();
  return typeof last === 'number' ? last : 0;
}
