/** What pages and the sidebar read. */

import { expect, test, vi } from 'vitest';
import { removeAnnotation } from '../../store/annotations';
import {
  articleAnnotations,
  countAnnotations,
  findArticle,
  hasAnnotations,
  pageLibrary,
} from '../../store/read';
import { nextUndoRedo, undo } from '../../store/undo';
import { watch } from '../../store/watch';
import { anId } from '../builders';
import { address, aLibrary, keep } from './a-library';

const elsewhere = 'https://news.example/other';

test('a page of which nothing was kept has no article, no annotations, and still the codebook', async () => {
  const store = await aLibrary().open();
  const { codeIds } = await keep(store, { newCodes: ['甲'] }, elsewhere);
  expect(await findArticle(store, address)).toBeNull();
  expect(await hasAnnotations(store, address)).toBe(false);
  const library = await pageLibrary(store, address);
  expect(library).toMatchObject({ annotations: [], codes: [{ id: codeIds[0] }], recentCodeIds: codeIds });
});

test('a page without an address, as a new tab, has no article', async () => {
  const store = await aLibrary().open();
  await keep(store);
  expect(await findArticle(store, '')).toBeNull();
  expect((await pageLibrary(store, '')).annotations).toEqual([]);
});

test('a page gets the annotations of its article without those in the trash, under each of its addresses', async () => {
  const store = await aLibrary().open();
  const kept = await keep(store);
  const trashed = await keep(store);
  await keep(store, {}, elsewhere);
  await removeAnnotation(store, { commandId: anId(), id: trashed.id, address });
  const second = 'https://m.news.example/1';
  await store.database.articles.update(kept.articleId, { addresses: [address, second] });
  expect((await pageLibrary(store, address)).annotations).toEqual([kept]);
  expect((await pageLibrary(store, second)).annotations).toEqual([kept]);
  expect(await articleAnnotations(store, kept.articleId)).toEqual([kept]);
});

test('a page whose annotations are all in the trash has none', async () => {
  const store = await aLibrary().open();
  const { id } = await keep(store);
  expect(await hasAnnotations(store, address)).toBe(true);
  await removeAnnotation(store, { commandId: anId(), id, address });
  expect(await hasAnnotations(store, address)).toBe(false);
});

test('a watcher is shown each change, by this connection or another, until its signal ends it', async () => {
  const library = aLibrary();
  const [reading, writing] = [await library.open(), await library.open()];
  const end = new AbortController();
  const seen: unknown[] = [];
  watch(async () => [await countAnnotations(reading), (await nextUndoRedo(reading)).undo?.kind], {
    signal: end.signal,
    show: (value) => seen.push(value),
    fail: (error) => seen.push(error),
  });
  const shown = (value: unknown) => vi.waitFor(() => expect(seen.at(-1)).toEqual(value));
  await shown([0, undefined]);
  await keep(writing);
  await shown([1, 'keep']);
  await undo(writing, anId());
  await shown([0, undefined]);
  end.abort();
  await keep(writing);
  expect(await countAnnotations(reading)).toBe(1);
  expect(seen.at(-1)).toEqual([0, undefined]);
});
