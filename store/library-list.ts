/** The first of what the library's page lists, while the packed texts are still being read. */

import type { Annotation } from '../core/annotation';
import type { FoundPart } from '../core/library-list';
import { entryOf, headOf, pack } from '../core/query/packed';
import { type RowRecords, rowRecords } from './library-rows';
import type { Store } from './open-store';

/** So many records are read at most, and so many at a time after the first. */
const mostRead = 600;
const batchSize = 200;

export interface FirstFound {
  parts: FoundPart[];
  /** The records of all of it. */
  rows: RowRecords;
}

/**
 * Those that stand first when all that is kept is listed, last kept first: read from a few records, without the packed texts,
 * whose first reading takes a large library most of a second. Null where a few records do not tell.
 * @param request.isGrouped whether they are listed by article: then with all others of their articles
 */
export async function firstFound(
  store: Store,
  { least, isGrouped }: { least: number; isGrouped: boolean },
): Promise<FirstFound | null> {
  const newest = await lastKept(store, least);
  if (newest === null) return null;
  const found = isGrouped ? await wholeArticles(store, newest, least) : newest;
  const articles = await store.database.articles.bulkGet([
    ...new Set(found.map(({ articleId }) => articleId)),
  ]);
  const rows = rowRecords(found, articles);
  const heads = new Map(Array.from(rows.articles, ([id, article]) => [id, headOf(article)]));
  const packed = pack(found.map(entryOf), heads);
  return { parts: [{ packed, indexes: packed.ids.map((_, index) => index) }], rows };
}

/** In the order of the last change; nothing was kept later than it was changed, so that reading can end early. */
async function lastKept({ database }: Store, least: number): Promise<Annotation[] | null> {
  const read: Annotation[] = [];
  while (read.length < mostRead) {
    const last = read.at(-1);
    const rest =
      last === undefined
        ? database.annotations.orderBy('[modified+id]')
        : database.annotations.where('[modified+id]').below([last.modified, last.id]);
    // Mostly one more than is wanted tells.
    const size = last === undefined ? least + 1 : batchSize;
    const batch = await rest.reverse().limit(size).toArray();
    read.push(...batch);
    const newest = read
      .filter(({ deleted }) => deleted === null)
      .sort((one, other) => (one.created > other.created ? -1 : 1));
    const bar = newest[least - 1];
    if (batch.length < size) return newest.slice(0, least);
    if (bar !== undefined && bar.created >= (read.at(-1)?.modified ?? '')) return newest.slice(0, least);
  }
  return null;
}

async function wholeArticles({ database }: Store, newest: readonly Annotation[], least: number) {
  const found: Annotation[] = [];
  for (const articleId of new Set(newest.map((annotation) => annotation.articleId))) {
    const own = await database.annotations.where('articleId').equals(articleId).toArray();
    found.push(...own.filter(({ deleted }) => deleted === null));
    if (found.length >= least) break;
  }
  return found;
}
