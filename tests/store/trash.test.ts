/** The trash: what is in it, how it is emptied, and that this can be taken back. */

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { removeAnnotation } from '../../store/annotations';
import { openStore } from '../../store/open-store';
import { emptyOldTrash, emptyTrash, trashed } from '../../store/trash';
import { redo, undo } from '../../store/undo';
import { anId } from '../builders';
import { address, aLibrary, contents, keep, records } from './a-library';

const day = 24 * 60 * 60 * 1_000;

/** A library whose clock the test moves. */
async function aLibraryAt(start: string) {
  const clock = { now: Date.parse(start) };
  const store = await openStore({
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    newId: anId,
    now: () => clock.now,
    announce: () => {},
  });
  const deleteOne = async () => {
    const { id } = await keep(store);
    await removeAnnotation(store, { commandId: anId(), id, address });
    return id;
  };
  return { clock, store, deleteOne };
}

test('the trash shows what was deleted last first, with its article', async () => {
  const store = await aLibrary().open();
  const kept = [await keep(store), await keep(store, {}, 'https://news.example/2'), await keep(store)];
  for (const { id } of kept.slice(0, 2))
    await removeAnnotation(store, { commandId: anId(), id, address: null });
  const shown = await trashed(store);
  expect(shown.map(({ annotation }) => annotation.id)).toEqual([kept[1]?.id, kept[0]?.id]);
  expect(shown[0]?.article?.addresses).toEqual(['https://news.example/2']);
  await store.database.articles.clear();
  expect((await trashed(store)).map(({ article }) => article)).toEqual([null, null]);
});

test('emptying takes away the trash alone, and undo and redo bring it back and away again', async () => {
  const { store, deleteOne } = await aLibraryAt('2026-03-01T08:00:00Z');
  const kept = await keep(store);
  await deleteOne();
  const before = await records(store);
  await emptyTrash(store, { commandId: anId(), before: null });
  expect(await trashed(store)).toEqual([]);
  expect(await store.database.annotations.toArray()).toEqual([kept]);
  const after = await records(store);
  expect(await undo(store, anId())).toMatchObject({ kind: 'empty-trash' });
  expect(await records(store)).toStrictEqual(before);
  await redo(store, anId());
  expect(await records(store)).toStrictEqual(after);
});

test('emptying up to a moment leaves what was deleted at it and later, and an empty trash is no step', async () => {
  const { clock, store, deleteOne } = await aLibraryAt('2026-03-01T08:00:00Z');
  await deleteOne();
  clock.now += day;
  const later = await deleteOne();
  await emptyTrash(store, { commandId: anId(), before: '2026-03-02T08:00:00.000Z' });
  expect((await trashed(store)).map(({ annotation }) => annotation.id)).toEqual([later]);
  const before = await contents(store);
  await emptyTrash(store, { commandId: anId(), before: '2026-03-02T08:00:00.000Z' });
  expect(await contents(store)).toEqual(before);
});

test('what was deleted over thirty days ago goes by itself, and nothing younger', async () => {
  const { clock, store, deleteOne } = await aLibraryAt('2026-03-01T08:00:00Z');
  await deleteOne();
  clock.now += day;
  const younger = await deleteOne();
  clock.now += 29 * day;
  await emptyOldTrash(store);
  expect(await trashed(store)).toHaveLength(2);
  clock.now += 1;
  await emptyOldTrash(store);
  expect((await trashed(store)).map(({ annotation }) => annotation.id)).toEqual([younger]);
  await undo(store, anId());
  expect(await trashed(store)).toHaveLength(2);
});

test('an emptying that was taken back is not made again before the reader has done something else', async () => {
  const { clock, store, deleteOne } = await aLibraryAt('2026-03-01T08:00:00Z');
  await deleteOne();
  clock.now += 31 * day;
  await emptyOldTrash(store);
  await undo(store, anId());
  await emptyOldTrash(store);
  expect(await trashed(store)).toHaveLength(1);
  await keep(store);
  await emptyOldTrash(store);
  expect(await trashed(store)).toEqual([]);
});
