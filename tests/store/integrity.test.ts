/** Whatever became of segments and counts, a check after an unclean end makes them those of the records. */

import { describe, expect, it, test, vi } from 'vitest';
import { importArchive } from '../../store/archive';
import { buildDerived } from '../../store/build-derived';
import { checkIntegrity, markUse } from '../../store/integrity';
import { removeAnnotations } from '../../store/many';
import type { Store } from '../../store/open-store';
import { emptyTrash } from '../../store/trash';
import { undo } from '../../store/undo';
import { aCode, anAnnotation, anArchive, anArticle, anId } from '../builders';
import { aLibrary, contents, keep } from './a-library';
import { expectInStep } from './in-step';

const check = (store: Store) => checkIntegrity(store, { signal: new AbortController().signal });

/** Six segments, articles that stand in several, codes, some in the trash. */
async function aLargeLibrary(): Promise<Store> {
  const store = await aLibrary().open();
  const codes = [aCode({ name: '甲' }), aCode({ name: '乙' })];
  const articles = Array.from({ length: 3 }, (_, index) =>
    anArticle({ addresses: [`https://x.example/${index}`] }),
  );
  const annotations = Array.from({ length: 1_100 }, (_, index) =>
    anAnnotation({
      articleId: articles[index % articles.length]?.id ?? '',
      codeIds: codes.slice(index % 3).map(({ id }) => id),
      deleted: index % 7 === 0 ? '2026-03-01T08:00:00.000Z' : null,
    }),
  );
  await importArchive(store, anId(), anArchive({ codes, articles, annotations }));
  return store;
}

const damages: [string, (store: Store) => Promise<unknown>][] = [
  ['no segments', ({ database }) => database.segments.clear()],
  ['no first segment', ({ database }) => database.segments.delete('')],
  [
    'no last segment',
    async ({ database }) =>
      database.segments.delete((await database.segments.toCollection().primaryKeys()).at(-1) ?? ''),
  ],
  ['a segment without its columns', ({ database }) => database.segments.put({ from: '', stamp: 9 } as never)],
  [
    'a note that is not that of the record',
    ({ database }) => database.annotations.toCollection().limit(1).modify({ note: '新' }),
  ],
  ['a record that nobody wrote down', ({ database }) => database.annotations.add(anAnnotation())],
  [
    'a record that is gone',
    async ({ database }) =>
      database.annotations.delete((await database.annotations.toCollection().primaryKeys())[99] ?? ''),
  ],
  [
    'another title',
    ({ database }) => database.articles.toCollection().limit(1).modify({ 'metadata.title': null }),
  ],
];

describe('a check', { timeout: 120_000 }, () => {
  it('finds nothing wrong in a library that was only written to, and changes nothing', async () => {
    const store = await aLargeLibrary();
    await keep(store, { newCodes: ['丙'] });
    await undo(store, anId());
    const before = await store.database.segments.toArray();
    expect(await check(store)).toEqual({ segments: 0, counts: false });
    expect(await store.database.segments.toArray()).toEqual(before);
  });

  it.each(damages)('makes right what it finds: %s', async (_, damage) => {
    const store = await aLargeLibrary();
    await damage(store);
    const before = await contents(store);
    expect((await check(store)).segments).toBeGreaterThan(0);
    await expectInStep(store);
    expect(await contents(store)).toEqual(before);
    expect(await check(store)).toEqual({ segments: 0, counts: false });
  });

  it('makes counts right that are wrong alone', async () => {
    const store = await aLargeLibrary();
    await store.database.counts.put({ key: 'kept', count: 3 });
    await store.database.counts.put({ key: `code/${anId()}`, count: 1 });
    expect(await check(store)).toEqual({ segments: 0, counts: true });
    await expectInStep(store);
  });

  it('takes nothing for a fault where another page has all made anew meanwhile, parted otherwise', async () => {
    const store = await aLargeLibrary();
    const { annotations, articles, segments, counts } = store.database;
    const some = await annotations.orderBy('articleId').limit(333).primaryKeys();
    await removeAnnotations(store, { commandId: anId(), ids: some });
    await emptyTrash(store, { commandId: anId(), before: null });
    const { signal } = new AbortController();
    let looks = 0;
    vi.spyOn(signal, 'throwIfAborted').mockImplementation(() => {
      looks += 1;
      if (looks !== 3) return;
      const tables = [annotations, articles, segments, counts];
      void store.database.transaction('rw', tables, () => buildDerived(store.database));
    });
    expect(await checkIntegrity(store, { signal })).toEqual({ segments: 0, counts: false });
    await expectInStep(store);
  });

  it('of an empty library finds nothing wrong', async () => {
    expect(await check(await aLibrary().open())).toEqual({ segments: 0, counts: false });
  });
});

test('only a page that did not say that it ended asks for a check, until one was made', async () => {
  const store = await aLibrary().open();
  const first = await markUse(store);
  expect(first.isAfterUncleanEnd).toBe(false);
  await first.end();
  const second = await markUse(store);
  expect(second.isAfterUncleanEnd).toBe(false);
  expect((await markUse(store)).isAfterUncleanEnd).toBe(true);
  await check(store);
  expect((await markUse(store)).isAfterUncleanEnd).toBe(false);
});
