/** Searches all annotations by a query, through their packed texts. */

import type { Annotation } from '../core/annotation';
import type { Article } from '../core/article';
import type { Code } from '../core/code';
import { createSameCodes } from '../core/query/code-clauses';
import type { Packed } from '../core/query/packed';
import type { Query } from '../core/query/query';
import { createRememberedScan } from '../core/query/remembered-scan';
import { createPauses } from './give-way';
import { gradesIn, readGrades } from './grades';
import type { Store } from './open-store';
import { packedRecords } from './packed-records';
import { createSegmentsInMemory } from './segments-in-memory';
import { createTextSearch, type TextSearch } from './text-search';

export interface Found {
  /** At most as many as were asked for. */
  shown: Annotation[];
  /** The articles of those shown. */
  articles: Map<string, Article>;
  /** How many match in all. */
  total: number;
}

export interface Asked {
  query: Query;
  /** The whole codebook. */
  codes: readonly Code[];
  /** Whether to look in the trash instead of what is kept. */
  isTrashed?: boolean;
  /** Ends the search by throwing its reason. */
  signal: AbortSignal;
}

/** What was found in one segment: indexes into its columns, in the order of article and id. */
export interface Finds {
  packed: Packed;
  indexes: readonly number[];
}

export interface LibrarySearch {
  /** Everything that is found, a segment at a time, also those in which nothing is found. Keeps the thread for some milliseconds at a time. */
  find(asked: Asked): AsyncGenerator<Finds, void>;
  /** The kept texts of articles for which the query's clauses of the field `text` hold, one after the other. */
  texts: TextSearch['find'];
  /** All packed annotations, in the order of article and id; what did not change is the same object as before. */
  segments(): Promise<readonly Packed[]>;
  /** After a search: keeps what it has read for the next page, which then reads it sooner. To be called when nobody waits. */
  file(): Promise<void>;
  /** The records of those that were changed last, last first; of those changed at once, the greater id first. */
  newest(asked: Asked, most: number): Promise<Found>;
}

/**
 * Holds the packed texts of the library in memory, some 30 MB for 100,000 annotations, from the first search on; each
 * search reads what has changed since the last one. Of a library that newer code has written, whose packed texts may be
 * others, each search reads the records. Fit for `watch`.
 */
export function createLibrarySearch(store: Store): LibrarySearch {
  const { held, latest, file } = createSegmentsInMemory(store);
  const createScan = createRememberedScan();
  const sameCodes = createSameCodes();
  async function* packedTexts(): AsyncGenerator<Packed, void> {
    yield* store.readOnly ? packedRecords(store) : await latest();
  }
  const texts = createTextSearch(store, packedTexts);

  /** As `find`, as many at a time as are gone through before the page has its turn. */
  async function* slices(asked: Asked): AsyncGenerator<readonly Finds[], void> {
    const { query, isTrashed = false, signal } = asked;
    const scan = createScan(query, sameCodes(asked.codes), {
      isTrashed,
      texts: await texts.articles({ query, signal }),
      graded: await readGrades(store, gradesIn(query)),
    });
    const pause = createPauses();
    // What is held is gone through while the store tells what has changed. The scan remembers what it has seen.
    const reading = store.readOnly ? null : latest(scan);
    reading?.catch(() => {});
    for (const packed of reading === null ? [] : held()) {
      scan(packed);
      const turn = pause();
      if (turn === null) continue;
      await turn;
      signal.throwIfAborted();
    }
    for await (const all of reading === null ? singly(packedRecords(store)) : [await reading]) {
      let slice: Finds[] = [];
      for (const packed of all) {
        slice.push({ packed, indexes: scan(packed) });
        const turn = pause();
        if (turn === null) continue;
        signal.throwIfAborted();
        yield slice;
        slice = [];
        await turn;
      }
      signal.throwIfAborted();
      yield slice;
    }
  }

  async function* find(asked: Asked): AsyncGenerator<Finds, void> {
    for await (const slice of slices(asked)) yield* slice;
  }

  return {
    find,
    texts: texts.find,
    file: async () => (store.readOnly ? undefined : file()),
    async segments() {
      const all: Packed[] = [];
      for await (const packed of packedTexts()) all.push(packed);
      return all;
    },
    async newest(asked, most) {
      const newest = createNewest(most);
      let total = 0;
      for await (const slice of slices(asked)) {
        for (const { packed, indexes } of slice) {
          total += indexes.length;
          for (const index of indexes) newest.add(packed, index);
        }
      }
      const found = newest.list();
      const articleIds = [...new Set(found.map(({ articleId }) => articleId))];
      const [records, articles] = await Promise.all([
        store.database.annotations.bulkGet(found.map(({ id }) => id)),
        articlesById(store, articleIds),
      ]);
      asked.signal.throwIfAborted();
      return { shown: records.flatMap((annotation) => annotation ?? []), articles, total };
    },
  };
}

async function* singly(all: AsyncIterable<Packed>): AsyncGenerator<readonly Packed[], void> {
  for await (const packed of all) yield [packed];
}

interface Newest {
  modified: number;
  id: string;
  articleId: string;
}

/** Keeps the newest of many without keeping all. */
function createNewest(most: number): { add(packed: Packed, index: number): void; list(): Newest[] } {
  let held: Newest[] = [];
  let least = Number.NEGATIVE_INFINITY;
  const cut = () => {
    held.sort((one, other) => other.modified - one.modified || (other.id > one.id ? 1 : -1));
    held = held.slice(0, most);
    if (held.length === most) least = held.at(-1)?.modified ?? least;
  };
  return {
    add({ modified: times, ids, articles, articleOf }, index) {
      const modified = times[index] ?? 0;
      if (modified < least) return;
      held.push({ modified, id: ids[index] ?? '', articleId: articles[articleOf[index] ?? 0]?.id ?? '' });
      if (held.length >= most * 2 + 1_000) cut();
    },
    list() {
      cut();
      return held;
    },
  };
}

async function articlesById({ database }: Store, ids: string[]): Promise<Map<string, Article>> {
  const articles = await database.articles.bulkGet(ids);
  return new Map(articles.flatMap((article) => (article === undefined ? [] : [[article.id, article]])));
}

/** The ids of all that was found. */
export async function foundIds(found: AsyncIterable<Finds>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { packed, indexes } of found) {
    for (const index of indexes) ids.push(packed.ids[index] ?? '');
  }
  return ids;
}
