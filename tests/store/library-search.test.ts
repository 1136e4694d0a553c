/** A search of the packed texts finds what the plain definition finds in the records, as they are at that moment. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../../core/query/parse-query';
import { removeAnnotation } from '../../store/annotations';
import { importArchive } from '../../store/archive';
import { allCodes } from '../../store/codes';
import { checkIntegrity } from '../../store/integrity';
import type { Store } from '../../store/open-store';
import { type Asked, createLibrarySearch } from '../../store/search';
import { anAnnotation, anArchive, anArticle, anId, aTarget } from '../builders';
import { anyAnnotation, anyArticle, anyQueryText, codebook } from '../core/query/any-query';
import { isFound } from '../core/query/naive-match';
import { address, aLibrary, keep } from './a-library';

const ask = (text: string, over: Partial<Asked> = {}): Asked => ({
  query: parseQuery(text),
  codes: codebook,
  signal: new AbortController().signal,
  ...over,
});

/** By reading everything. */
async function naively({ database }: Store, { query, codes, isTrashed = false }: Asked): Promise<string[]> {
  const articles = new Map((await database.articles.toArray()).map((article) => [article.id, article]));
  const all = await database.annotations.orderBy('[modified+id]').reverse().toArray();
  return all
    .filter((annotation) => (annotation.deleted !== null) === isTrashed)
    .filter((annotation) => isFound(query, codes, annotation, articles.get(annotation.articleId) ?? null))
    .map(({ id }) => id);
}

test('whatever is asked is found, all of it and nothing else, newest first', async () => {
  const libraries = fc.array(fc.tuple(anyArticle, fc.array(anyAnnotation, { maxLength: 8 })), {
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(
      libraries,
      fc.array(anyQueryText, { minLength: 5, maxLength: 5 }),
      async (given, texts) => {
        const store = await aLibrary().open();
        const annotations = given.flatMap(([{ id }, own]) => own.map((one) => ({ ...one, articleId: id })));
        const articles = given.map(([article]) => ({
          ...article,
          addresses: [`https://x.example/${article.id}`],
        }));
        await importArchive(store, anId(), anArchive({ codes: [...codebook], articles, annotations }));
        const search = createLibrarySearch(store);
        for (const [index, text] of texts.entries()) {
          const asked = ask(text, { isTrashed: index === 4 });
          const found = await search.newest(asked, 100);
          expect(found.shown.map(({ id }) => id)).toEqual(await naively(store, asked));
          expect(found.total).toBe(found.shown.length);
          const asByNewer = createLibrarySearch({ ...store, readOnly: true });
          expect(await asByNewer.newest(asked, 100)).toEqual(found);
        }
        store.database.close();
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);

test('a search sees what was written since the last one, and reads only the segments in which it stands', async () => {
  const store = await aLibrary().open();
  const articles = Array.from({ length: 1_100 }, (_, index) =>
    anArticle({ addresses: [`https://x.example/${index}`] }),
  );
  const annotations = articles.map(({ id }) => anAnnotation({ articleId: id }));
  await importArchive(store, anId(), anArchive({ articles, annotations }));
  const search = createLibrarySearch(store);
  expect((await search.newest(ask('稳中'), 10)).total).toBe(1_100);
  let reads = 0;
  store.database.segments.hook('reading', (segment) => {
    reads += 1;
    return segment;
  });
  const { id } = await keep(store, { note: '新政' });
  reads = 0;
  expect((await search.newest(ask('新政'), 10)).shown.map((one) => one.id)).toEqual([id]);
  expect(reads).toBe(1);
  await removeAnnotation(store, { commandId: anId(), id, address });
  reads = 0;
  expect((await search.newest(ask('新政'), 10)).total).toBe(0);
  expect((await search.newest(ask('新政', { isTrashed: true }), 10)).total).toBe(1);
  expect(reads).toBe(1);
}, 120_000);

test('a search drops what was parted, made anew or damaged since the last one', async () => {
  const store = await aLibrary().open();
  const searches = [createLibrarySearch(store), createLibrarySearch(store)];
  const article = anArticle();
  const add = (count: number) => {
    const annotations = Array.from({ length: count }, () => anAnnotation({ articleId: article.id }));
    return importArchive(store, anId(), anArchive({ articles: [article], annotations }));
  };
  let total = 0;
  for (const count of [5, 300, 290, 900]) {
    await add(count);
    total += count;
    expect((await searches[0]?.newest(ask('稳中'), 9))?.total).toBe(total);
  }
  await store.database.segments.where('from').notEqual('').delete();
  await checkIntegrity(store, { signal: new AbortController().signal });
  for (const search of searches) expect((await search.newest(ask('稳中'), 9)).total).toBe(total);
}, 120_000);

test('of many that match the newest are shown, and all are counted', async () => {
  const store = await aLibrary().open();
  const article = anArticle();
  const annotations = Array.from({ length: 1_500 }, (_, index) =>
    anAnnotation({
      articleId: article.id,
      target: aTarget({ quote: { exact: `第${index}条`, prefix: '', suffix: '' } }),
      modified: new Date(Date.UTC(2026, 2, 1) + ((index * 7_919) % 500) * 1_000).toISOString(),
    }),
  );
  await importArchive(store, anId(), anArchive({ articles: [article], annotations }));
  const asked = ask('条');
  const found = await createLibrarySearch(store).newest(asked, 7);
  expect(found.total).toBe(1_500);
  expect(found.shown.map(({ id }) => id)).toEqual((await naively(store, asked)).slice(0, 7));
  expect([...found.articles.keys()]).toEqual([article.id]);
}, 120_000);

test('a search that is no longer wanted ends with the reason', async () => {
  const store = await aLibrary().open();
  await keep(store);
  const search = createLibrarySearch(store);
  const reason = new Error('typed on');
  const signal = AbortSignal.abort(reason);
  await expect(search.newest(ask('稳', { signal }), 5)).rejects.toBe(reason);
  expect((await search.newest(ask('稳', { codes: await allCodes(store) }), 5)).total).toBe(1);
});
