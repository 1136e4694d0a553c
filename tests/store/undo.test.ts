/** Undo and redo, one step at a time; `any-commands.test.ts` has any history of them. */

import { expect, test } from 'vitest';
import { removeAnnotation } from '../../store/annotations';
import { nextUndoRedo, redo, undo } from '../../store/undo';
import { anId } from '../builders';
import { address, aLibrary, keep, records } from './a-library';

test('where nothing was done there is nothing to undo or redo', async () => {
  const store = await aLibrary().open();
  expect(await undo(store, anId())).toBeNull();
  expect(await redo(store, anId())).toBeNull();
  expect(await nextUndoRedo(store)).toEqual({ undo: null, redo: null });
  expect(await store.database.operations.count()).toBe(0);
});

test('a deletion is undone after a restart, by another connection, and done again', async () => {
  const library = aLibrary();
  const first = await library.open();
  const kept = await keep(first);
  const commandId = anId();
  await removeAnnotation(first, { commandId, id: kept.id, address });
  first.database.close();

  const second = await library.open();
  expect((await nextUndoRedo(second)).undo).toMatchObject({ id: commandId, kind: 'delete' });
  expect(await undo(second, anId())).toMatchObject({ id: commandId, kind: 'delete' });
  expect(await second.database.annotations.get(kept.id)).toEqual(kept);
  second.database.close();

  const third = await library.open();
  expect((await nextUndoRedo(third)).redo).toMatchObject({ id: commandId, kind: 'delete' });
  expect(await redo(third, anId())).toMatchObject({ id: commandId, kind: 'delete' });
  expect((await third.database.annotations.get(kept.id))?.deleted).not.toBeNull();
  expect(library.announcements.map(({ kind }) => kind)).toEqual(['keep', 'delete', 'undo', 'redo']);
  expect(library.announcements.at(-1)?.articleIds).toEqual([kept.articleId]);
});

test('undoing the first annotation takes its article and new codes along and leaves the text for redo', async () => {
  const store = await aLibrary().open();
  await keep(store, { newCodes: ['主体/区委'] });
  const end = await records(store);
  await undo(store, anId());
  expect(await records(store)).toEqual({ articles: [], annotations: [], codes: [], variables: [] });
  expect(await store.database.snapshots.count()).toBe(1);
  await redo(store, anId());
  expect(await records(store)).toEqual(end);
});

test('a field that an operation added is taken away again by undo', async () => {
  const store = await aLibrary().open();
  const { id } = await keep(store);
  const before = await records(store);
  await store.database.operations.add({
    id: anId(),
    device: 'newer',
    clock: '900000000000000.000000.newer',
    kind: 'note',
    changes: [{ table: 'annotations', id, before: { rating: undefined }, after: { rating: 5 } }],
    undoes: null,
  });
  await store.database.table('annotations').update(id, { rating: 5 });
  await undo(store, anId());
  expect(Object.keys((await store.database.annotations.get(id)) ?? {})).not.toContain('rating');
  expect(await records(store)).toEqual(before);
});
