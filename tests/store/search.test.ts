/** A search sees each annotation once, in order, and reads each record once, however many changed at once. */

import { IDBCursor } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import type { Annotation } from '../../core/annotation';
import type { Store } from '../../store/open-store';
import { recentAnnotations } from '../../store/read';
import { searchAnnotations } from '../../store/search';
import { anAnnotation, anArticle, anId } from '../builders';
import { aLibrary } from './a-library';

const count = 3_000;

/** Ten articles; a third changed at one moment, a third in tens, a third each for itself; every seventh in the trash. */
async function aLargeLibrary(): Promise<{ store: Store; kept: Annotation[] }> {
  const store = await aLibrary().open();
  const articles = Array.from({ length: 10 }, (_, index) =>
    anArticle({ addresses: [`https://news.example/${index}`] }),
  );
  const annotations = Array.from({ length: count }, (_, index) =>
    anAnnotation({
      articleId: articles[index % articles.length]?.id ?? anId(),
      note: `${index}`,
      modified: momentOf(index),
      deleted: index % 7 === 0 ? momentOf(0) : null,
    }),
  );
  await store.database.articles.bulkAdd(articles);
  await store.database.annotations.bulkAdd(annotations);
  const kept = annotations.filter(({ deleted }) => deleted === null).sort(byLastChange);
  return { store, kept };
}

function momentOf(index: number): string {
  const second = [1_500, Math.floor(index / 10), index][index % 3] ?? 0;
  return new Date(Date.UTC(2026, 2, 1, 8) + second * 1_000).toISOString();
}

function byLastChange(one: Annotation, other: Annotation): number {
  const [first, second] = [one, other].map(({ modified, id }) => `${modified} ${id}`);
  return (first ?? '') < (second ?? '') ? 1 : -1;
}

const ids = (annotations: readonly { id: string }[]) => annotations.map(({ id }) => id);

afterEach(() => vi.restoreAllMocks());

test('3,000 annotations, a thousand of one moment, are each seen once, changed last first', async () => {
  const { store, kept } = await aLargeLibrary();
  const seen: string[] = [];
  const found = await searchAnnotations(
    store,
    ({ id, articleId }, article) => {
      seen.push(id);
      expect(article?.id).toBe(articleId);
      return true;
    },
    count,
  );
  expect(seen).toEqual(ids(kept));
  expect(ids(found.shown)).toEqual(ids(kept));
  expect(found.total).toBe(kept.length);
  expect(found.articles.size).toBe(10);
});

test('a search shows no more than it was asked for, and counts all that match', async () => {
  const { store, kept } = await aLargeLibrary();
  const matching = kept.filter(({ note }) => note.endsWith('3'));
  const found = await searchAnnotations(store, ({ note }) => note.endsWith('3'), 5);
  expect(ids(found.shown)).toEqual(ids(matching).slice(0, 5));
  expect(found.total).toBe(matching.length);
  expect(new Set(found.articles.keys())).toEqual(new Set(found.shown.map(({ articleId }) => articleId)));
});

test('a search goes through the library in one pass', async () => {
  const { store } = await aLargeLibrary();
  const steps = vi.spyOn(IDBCursor.prototype, 'continue');
  const jumps = vi.spyOn(IDBCursor.prototype, 'advance');
  await searchAnnotations(store, () => true, 1);
  expect(steps.mock.calls.length).toBeGreaterThan(count / 2);
  expect(steps.mock.calls.length).toBeLessThanOrEqual(count);
  expect(jumps).not.toHaveBeenCalled();
});

test.each([1, 7, 100, 500, count])('batches of %i join without a gap or an overlap', async (limit) => {
  const { store, kept } = await aLargeLibrary();
  const wanted = kept.slice(0, Math.min(kept.length, limit * 40));
  const seen: string[] = [];
  let after: Annotation | null = null;
  while (seen.length < wanted.length) {
    const batch: Annotation[] = await recentAnnotations(store, { limit, after });
    seen.push(...ids(batch));
    after = batch.at(-1) ?? null;
  }
  expect(seen.slice(0, wanted.length)).toEqual(ids(wanted));
});

test('an annotation that changes during the search does not make another one missed or seen twice', async () => {
  const { store, kept } = await aLargeLibrary();
  const seen: string[] = [];
  const last = kept.at(-1);
  const searching = searchAnnotations(
    store,
    ({ id }) => {
      seen.push(id);
      return true;
    },
    1,
  );
  await vi.waitFor(() => expect(seen.length).toBeGreaterThan(0));
  await store.database.annotations.update(last?.id ?? '', { modified: '2040-01-01T00:00:00.000Z' });
  await searching;
  expect(new Set(seen).size).toBe(seen.length);
  expect(ids(kept).filter((id) => id !== last?.id)).toEqual(seen.filter((id) => id !== last?.id));
});

test('an empty library has nothing to find', async () => {
  const store = await aLibrary().open();
  expect(await searchAnnotations(store, () => true, 10)).toEqual({
    shown: [],
    articles: new Map(),
    total: 0,
  });
});
