/** Finds out whether segments and counts say what the records say, and makes right what does not. */

import type { Annotation } from '../core/annotation';
import { entryOf, pack, unpack } from '../core/query/packed';
import { fromStored, toStored } from '../core/query/stored-packed';
import { isSame } from '../core/same';
import { buildDerived } from './build-derived';
import { createTally, type StoredCount } from './counts';
import type { Store } from './open-store';
import { forgetPacked } from './packed-file';
import type { LibraryDatabase } from './schema';
import { articleIn, keyOf, readHeads, type SegmentTables, type StoredSegment } from './segments';

/** In `meta`, with the id of each page that has the library open for longer. */
const inUse = 'in-use/';

/** What was wrong: segments that differed from the records, and whether any count did. */
export interface Faults {
  segments: number;
  counts: boolean;
}

/**
 * Notes that a page works with the library, until it says that it has ended.
 * @returns `isAfterUncleanEnd`: a page before did not end, or has not yet; the library should be checked
 */
export async function markUse(store: Store): Promise<{ isAfterUncleanEnd: boolean; end(): void }> {
  const { database, environment, readOnly } = store;
  if (readOnly) return { isAfterUncleanEnd: false, end: () => {} };
  const key = inUse + environment.newId();
  const isAfterUncleanEnd = await database.transaction('rw', database.meta, async () => {
    const others = await database.meta.where('key').startsWith(inUse).count();
    await database.meta.put({ key, value: new Date(environment.now()).toISOString() });
    return others > 0;
  });
  return { isAfterUncleanEnd, end: () => deleteAtOnce(database, key) };
}

/** Past Dexie, which waits for turns that a page that ends does not have any more. */
function deleteAtOnce(database: LibraryDatabase, key: string): void {
  if (!database.isOpen()) return;
  const transaction = database.backendDB().transaction('meta', 'readwrite');
  transaction.objectStore('meta').delete(key);
  transaction.commit();
}

/**
 * Compares all segments and counts with the records, one segment at a time so that writers hardly wait, and makes all
 * of them anew where any differs. Then no page counts as one that has not ended.
 */
export async function checkIntegrity(store: Store, { signal }: { signal: AbortSignal }): Promise<Faults> {
  const { database, readOnly } = store;
  if (readOnly) return { segments: 0, counts: false };
  let segments = 0;
  for (let from: string | null = ''; from !== null; ) {
    signal.throwIfAborted();
    const looked: Looked = await lookAt(store, from);
    if (!looked.isRight) segments += 1;
    from = looked.next;
  }
  const { annotations, articles, counts } = database;
  const tables = [annotations, articles, database.segments, counts];
  if (segments > 0) {
    await forgetPacked(database);
    await database.transaction('rw', tables, () => buildDerived(database));
  }
  const hasRightCounts = await database.transaction('rw', tables, async () => {
    const wanted = await tallyOf(database.segments);
    const isRight = isSame(asFields(wanted), asFields(await counts.toArray()));
    if (!isRight) {
      await counts.clear();
      await counts.bulkPut(wanted);
    }
    return isRight;
  });
  await database.meta.where('key').startsWith(inUse).delete();
  return { segments, counts: !hasRightCounts };
}

interface Looked {
  isRight: boolean;
  /** Where the next segment starts; null after the last one. */
  next: string | null;
}

/**
 * Packs again what the records say of one segment's stretch, and compares.
 * @param asked where the segment before ended; by now, the stretch there may have fallen to that one
 */
function lookAt({ database }: Store, asked: string): Promise<Looked> {
  const { annotations, articles, segments } = database;
  return database.transaction('r', [annotations, articles, segments], async () => {
    const segment = await segments.where('from').belowOrEqual(asked).last();
    const from = segment?.from ?? asked;
    const [next = null] = await segments.where('from').above(from).limit(1).primaryKeys();
    const own = await annotationsBetween(annotations, from, next);
    const heads = await readHeads(articles, [...new Set(own.map(({ articleId }) => articleId))]);
    const wanted = toStored(pack(own.map(entryOf), heads));
    // A library in which nothing was ever kept has no segment.
    const isRight =
      segment === undefined
        ? own.length === 0 && next === null
        : isSameSegment(segment, { ...wanted, from, until: next, stamp: segment.stamp });
    return { isRight, next };
  });
}

/** Whatever is stored: it may be damaged. */
function isSameSegment(
  { columns, ...rest }: StoredSegment,
  { columns: wanted, ...wantedRest }: StoredSegment,
) {
  if (!(columns instanceof Uint8Array) || columns.length !== wanted.length) return false;
  return isSame(rest, wantedRest) && columns.every((byte, at) => byte === wanted[at]);
}

/** In the order of their keys. @param next null: to the end */
async function annotationsBetween(
  annotations: SegmentTables['annotations'],
  from: string,
  next: string | null,
): Promise<Annotation[]> {
  const byArticle = annotations.where('articleId');
  const found = await (next === null
    ? byArticle.aboveOrEqual(articleIn(from))
    : byArticle.between(articleIn(from), articleIn(next), true, true)
  ).toArray();
  return found.filter((annotation) => {
    const key = keyOf(annotation);
    return key >= from && (next === null || key < next);
  });
}

async function tallyOf(segments: SegmentTables['segments']): Promise<StoredCount[]> {
  const tally = createTally();
  await segments.each((segment) => {
    for (const entry of unpack(fromStored(segment))) tally.add(entry, 1);
  });
  return tally.counts();
}

function asFields(counts: readonly StoredCount[]): Record<string, number> {
  return Object.fromEntries(counts.map(({ key, count }) => [key, count]));
}
