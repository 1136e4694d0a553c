/** What is measured of a library, in a page of the browser under test. */

import type { Code } from '../../../core/code';
import { parseQuery } from '../../../core/query/parse-query';
import { buildDerived } from '../../../store/build-derived';
import { allCodes, codeCounts } from '../../../store/codes';
import { openStore, type Store } from '../../../store/open-store';
import { type Asked, createLibrarySearch, type LibrarySearch } from '../../../store/search';
import { isFound } from '../../core/query/naive-match';
import { freshQuery } from './fresh-query';
import { madeLibrary } from './made-library';

const shown = 50;

/** Milliseconds. */
interface Seeded {
  records: number;
  derived: number;
}

/** The library of the page's origin: in a page of the extension, its own. */
export function open(): Promise<Store> {
  return openStore({ newId: () => crypto.randomUUID(), now: () => Date.now(), announce: () => {} });
}

export async function timed<T>(work: () => Promise<T>): Promise<[milliseconds: number, result: T]> {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
}

export async function seed(count: number): Promise<Seeded> {
  const { database } = await open();
  const made = madeLibrary(count);
  const [records] = await timed(async () => {
    await database.codes.bulkAdd(made.codes);
    await database.articles.bulkAdd(made.articles);
    for (let batch = made.next(5_000); batch.length > 0; batch = made.next(5_000)) {
      await database.annotations.bulkAdd(batch);
    }
    for (let start = 0; start < made.articles.length; start += 500) {
      await database.snapshots.bulkAdd(made.textsOf(made.articles.slice(start, start + 500)));
    }
  });
  const { annotations, articles, segments, counts } = database;
  const [derived] = await timed(() =>
    database.transaction('rw', [annotations, articles, segments, counts], () => buildDerived(database)),
  );
  database.close();
  return { records, derived };
}

export function ask(text: string, codes: readonly Code[]): Asked {
  return { query: parseQuery(text), codes, signal: new AbortController().signal };
}

/** From nothing open to the first results with their records. */
export async function measureCold(text: string): Promise<number> {
  const [milliseconds] = await timed(async () => {
    const store = await open();
    return createLibrarySearch(store).newest(ask(text, await allCodes(store)), shown);
  });
  return milliseconds;
}

/** What a page that has shown the library does when nobody waits: writes the file that the next one reads. */
export async function measureFile(): Promise<number> {
  const store = await open();
  const search = createLibrarySearch(store);
  await search.newest(ask('的', []), shown);
  const [milliseconds] = await timed(() => search.file());
  return milliseconds;
}

interface Warm {
  store: Store;
  search: LibrarySearch;
  /** A page that shows the library has the codebook. */
  codes: readonly Code[];
}

let warm: Warm | null = null;

export async function warmed(): Promise<Warm> {
  if (warm === null) {
    const store = await open();
    warm = { store, search: createLibrarySearch(store), codes: await allCodes(store) };
    await warm.search.newest(ask('的', warm.codes), shown);
  }
  return warm;
}

interface Keystrokes {
  /** For each text, how many are found. */
  totals: number[];
  /** Of each run, from the typed text to the records of the newest 50 and the number of all. */
  all: number[];
  /** The longest that the page stood still, over 50 ms; 0 where it never did. */
  still: number;
}

export async function measureQueries(asked: { texts: readonly string[]; runs: number }): Promise<Keystrokes> {
  const { search, codes } = await warmed();
  const keystrokes: Keystrokes = { totals: [], all: [], still: 0 };
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) keystrokes.still = Math.max(keystrokes.still, duration);
  });
  observer.observe({ type: 'longtask' });
  for (let run = 0; run < asked.runs; run += 1) {
    keystrokes.totals = [];
    for (const text of asked.texts) {
      const [milliseconds, { total }] = await timed(async () =>
        search.newest(ask(freshQuery(text), codes), shown),
      );
      keystrokes.all.push(milliseconds);
      keystrokes.totals.push(total);
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
  return keystrokes;
}

/** All records, once; a search over them as it would be written without anything of ours; and a filter by the index of codes. */
export async function measurePlain(
  word: string,
): Promise<{ read: number; filter: number; byCode: number; found: number }> {
  const { store, codes } = await warmed();
  const { annotations, articles } = store.database;
  const [read, all] = await timed(() => annotations.toArray());
  const [filter, found] = await timed(async () =>
    all.filter(
      ({ target, note, deleted }) =>
        deleted === null && (target.quote.exact.includes(word) || note.includes(word)),
    ),
  );
  const top = codes.find(({ name }) => name === '改革 1');
  const under = codes.filter(({ parentId }) => parentId === top?.id);
  const [byCode] = await timed(async () => {
    const ids = [top, ...under].flatMap((code) => code?.id ?? []);
    const coded = await annotations.where('codeIds').anyOf(ids).distinct().toArray();
    const known = await articles.bulkGet([...new Set(coded.map(({ articleId }) => articleId))]);
    const wanted = known.flatMap((article) => {
      const { outlet, published } = article?.metadata ?? {};
      return outlet?.value === '静安报' && published?.value.startsWith('2024-01') ? article?.id : [];
    });
    return coded.filter(({ articleId }) => wanted.includes(articleId));
  });
  return { read, filter, byCode, found: found.length };
}

/** IndexedDB's own floor: the packed texts, read at one go by the bare interface. */
export async function measureFloor(): Promise<number> {
  const { store } = await warmed();
  const [milliseconds] = await timed(
    () =>
      new Promise((resolve, reject) => {
        const request = store.database.backendDB().transaction('segments').objectStore('segments').getAll();
        request.onsuccess = () => resolve(request.result.length);
        request.onerror = () => reject(request.error ?? new Error('not read'));
      }),
  );
  return milliseconds;
}

/** How many were missed and how many found wrongly, by the plain definition over every record. */
export async function checkRecall(
  texts: readonly string[],
): Promise<{ missed: number; wrong: number; found: number }> {
  const { store, search, codes } = await warmed();
  const { database } = store;
  const articles = new Map((await database.articles.toArray()).map((article) => [article.id, article]));
  const wishes = texts.map((text) => ({ asked: ask(text, codes), wanted: new Set<string>() }));
  for (let after = ''; ; ) {
    const batch = await database.annotations.where('id').above(after).limit(5_000).toArray();
    for (const annotation of batch.filter(({ deleted }) => deleted === null)) {
      const article = articles.get(annotation.articleId) ?? null;
      for (const { asked, wanted } of wishes) {
        if (isFound(asked.query, codes, annotation, article)) wanted.add(annotation.id);
      }
    }
    const last = batch.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  const sum = { missed: 0, wrong: 0, found: 0 };
  for (const { asked, wanted } of wishes) {
    const found = new Set<string>();
    for await (const { packed, indexes } of search.find(asked)) {
      for (const index of indexes) found.add(packed.ids[index] ?? '');
    }
    sum.found += found.size;
    sum.missed += [...wanted].filter((id) => !found.has(id)).length;
    sum.wrong += [...found].filter((id) => !wanted.has(id)).length;
  }
  return sum;
}

/** The counts of all codes: those that are kept, and by the index. */
export async function measureCounts(): Promise<{ kept: number; byIndex: number }> {
  const { store, codes } = await warmed();
  const { annotations } = store.database;
  const [kept] = await timed(() => codeCounts(store));
  const [byIndex] = await timed(() =>
    store.database.transaction('r', annotations, () =>
      Promise.all(codes.map(({ id }) => annotations.where('codeIds').equals(id).count())),
    ),
  );
  return { kept, byIndex };
}
