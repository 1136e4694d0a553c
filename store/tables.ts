/** Counts the tables of a library from its packed texts, and reads records only for names and for words that overlap. */

import { isAsLong } from '../core/holds-quote';
import { articleTable, countByArticle } from '../core/tables/by-article';
import { countByOutlet, outletTable } from '../core/tables/by-outlet';
import { countByTime, timeTable } from '../core/tables/by-time';
import { type CodeAxis, createCodeAxis } from '../core/tables/code-axis';
import { createPairCounter, type PairsWithin, type PlacedAnnotation } from '../core/tables/code-pairs';
import type { CodeCounter } from '../core/tables/count-codes';
import type { CrossTable } from '../core/tables/cross-table';
import type { CountWish } from '../core/tables/table-wish';
import { createPauses } from './give-way';
import type { Store } from './open-store';
import type { Asked, LibrarySearch } from './search';

const batchSize = 200;

export interface TableSource {
  store: Store;
  search: Pick<LibrarySearch, 'find'>;
}

/** Of what is asked for. Gives the page its turns; ends with the signal of `asked` by throwing its reason. Fit for `watch`. */
export function countTable(source: TableSource, asked: Asked, wish: CountWish): Promise<CrossTable> {
  const axis = createCodeAxis(asked.codes, wish.isRolledUp);
  switch (wish.kind) {
    case 'article':
      return countArticles(source, asked, axis);
    case 'outlet':
      return countWith(source, asked, countByOutlet(axis), (counter) => outletTable(axis, counter));
    case 'time':
      return countWith(source, asked, countByTime(axis), (counter) => timeTable(axis, counter, wish.unit));
    case 'pairs':
      return countPairs(source, asked, axis, wish.within);
  }
}

async function countWith<C extends CodeCounter>(
  { search }: TableSource,
  asked: Asked,
  counter: C,
  tableOf: (counter: C) => CrossTable,
): Promise<CrossTable> {
  for await (const found of search.find(asked)) counter.add(found);
  return tableOf(counter);
}

async function countArticles(source: TableSource, asked: Asked, axis: CodeAxis): Promise<CrossTable> {
  const counter = countByArticle(axis);
  for await (const found of source.search.find(asked)) counter.add(found);
  const { articles } = source.store.database;
  const records = await inBatches([...counter.rows().keys()], asked.signal, (ids) => articles.bulkGet(ids));
  const known = records.flatMap((article) => article ?? []);
  return articleTable(axis, counter, new Map(known.map((article) => [article.id, article])));
}

async function countPairs(
  { store, search }: TableSource,
  asked: Asked,
  axis: CodeAxis,
  within: PairsWithin,
): Promise<CrossTable> {
  const counter = createPairCounter(axis, within);
  if (within !== 'words') {
    for await (const found of search.find(asked)) counter.add(found);
    return counter.table();
  }
  const placed = await readPlaced(store, await foundIds(search, asked), asked.signal);
  const pause = createPauses();
  for (const inArticle of Map.groupBy(placed, ({ articleId }) => articleId).values()) {
    counter.addPlaced(inArticle);
    await pause();
  }
  return counter.table();
}

async function foundIds(search: TableSource['search'], asked: Asked): Promise<string[]> {
  const ids: string[] = [];
  for await (const { packed, indexes } of search.find(asked)) {
    for (const index of indexes) ids.push(packed.ids[index] ?? '');
  }
  return ids;
}

/** Those with a place in a text; where their words end, only the records tell. */
function readPlaced(
  { database }: Store,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(PlacedAnnotation & { articleId: string })[]> {
  return inBatches(ids, signal, async (some) => {
    const records = await database.annotations.bulkGet(some);
    return records.flatMap((annotation) => {
      const { position = null, snapshot = null } = annotation?.target ?? {};
      if (annotation === undefined || position === null || snapshot === null) return [];
      if (!isAsLong(annotation.target)) return [];
      const { id, articleId, codeIds } = annotation;
      return [{ id, articleId, text: snapshot, start: position.start, end: position.end, codeIds }];
    });
  });
}

/** Reads some at a time, so that neither the page nor a writer waits for all of them. */
async function inBatches<T>(
  ids: readonly string[],
  signal: AbortSignal,
  read: (ids: string[]) => PromiseLike<T[]>,
): Promise<T[]> {
  const pause = createPauses();
  const all: T[] = [];
  for (let at = 0; at < ids.length; at += batchSize) {
    all.push(...(await read(ids.slice(at, at + batchSize))));
    await pause();
    signal.throwIfAborted();
  }
  return all;
}
