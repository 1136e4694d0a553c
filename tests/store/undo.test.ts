/** Undo and redo bring back exactly what was, after any history and any number of restarts. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '../../core/article';
import { colours } from '../../core/colour';
import { editAnnotation, removeAnnotation, restoreAnnotation } from '../../store/annotations';
import { correctMetadata, joinAddress, splitAddress } from '../../store/articles';
import { colourCode, renameCode } from '../../store/codes';
import type { Store } from '../../store/open-store';
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

/** A command acts on whatever is at `pick` then; where there is nothing, it does nothing. */
type Act = (store: Store, pick: number) => Promise<unknown>;

const acts: Record<string, Act> = {
  keep: (store, pick) =>
    keep(
      store,
      { newCodes: [`码${pick % 3}/下${pick % 2}`].slice(pick % 2) },
      `https://news.example/${pick % 4}`,
    ),
  note: (store, pick) =>
    onAnnotation(store, pick, (id) =>
      editAnnotation(store, { commandId: anId(), id, address: null, edit: { note: `${pick % 2}` } }),
    ),
  code: (store, pick) =>
    onAnnotation(store, pick, (id) => {
      const edit = { codeIds: [], newCodes: [`码${pick % 5}`] };
      return editAnnotation(store, { commandId: anId(), id, address: null, edit });
    }),
  remove: (store, pick) =>
    onAnnotation(store, pick, (id) => removeAnnotation(store, { commandId: anId(), id, address: null })),
  restore: (store, pick) =>
    onAnnotation(store, pick, (id) => restoreAnnotation(store, { commandId: anId(), id, address: null })),
  rename: (store, pick) =>
    onCode(store, pick, (id) => renameCode(store, { commandId: anId(), id, name: `名${pick}` })),
  colour: (store, pick) =>
    onCode(store, pick, (id) =>
      colourCode(store, { commandId: anId(), id, colour: colours[pick % 8] ?? 'grey' }),
    ),
  join: (store, pick) =>
    onArticle(store, pick, ({ id }) =>
      joinAddress(store, { commandId: anId(), articleId: id, address: `https://news.example/${pick % 5}` }),
    ),
  split: (store, pick) =>
    onArticle(store, pick, ({ id, addresses }) => {
      const address = addresses[pick % addresses.length] ?? '';
      return splitAddress(store, { commandId: anId(), articleId: id, address });
    }),
  correct: (store, pick) =>
    onArticle(store, pick, ({ id }) => {
      const title = pick % 3 === 0 ? null : `题${pick}`;
      const correction = pick % 2 === 0 ? title : [`人${pick}`];
      const field = pick % 2 === 0 ? 'title' : 'authors';
      return correctMetadata(store, { commandId: anId(), articleId: id, field, value: correction });
    }),
  undo: (store) => undo(store, anId()),
  redo: (store) => redo(store, anId()),
};

async function onAnnotation({ database }: Store, pick: number, act: (id: string) => Promise<unknown>) {
  const ids = await database.annotations.toCollection().primaryKeys();
  const id = ids[pick % ids.length];
  if (id !== undefined) await act(id);
}

async function onArticle({ database }: Store, pick: number, act: (article: Article) => Promise<unknown>) {
  const articles = await database.articles.toArray();
  const article = articles[pick % articles.length];
  if (article !== undefined) await act(article);
}

async function onCode({ database }: Store, pick: number, act: (id: string) => Promise<unknown>) {
  const ids = await database.codes.toCollection().primaryKeys();
  const id = ids[pick % ids.length];
  if (id !== undefined) await act(id);
}

const step = fc.record({
  name: fc.constantFrom(...Object.keys(acts), 'reopen'),
  pick: fc.nat(100),
});

test('after any forty commands and restarts, undoing all gives the start and redoing all the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40, size: 'max' }), async (steps) => {
      const library = aLibrary();
      let store = await library.open();
      const reopen = async () => {
        store.database.close();
        store = await library.open();
      };
      const start = await records(store);
      for (const { name, pick } of steps) {
        if (name === 'reopen') await reopen();
        else await acts[name]?.(store, pick).catch(isRefused);
      }
      const end = await records(store);

      let undone = 0;
      await reopen();
      while ((await undo(store, anId())) !== null) undone += 1;
      expect(await records(store)).toEqual(start);
      await reopen();
      for (let count = 0; count < undone; count += 1) await redo(store, anId());
      expect(await records(store)).toEqual(end);
      store.database.close();
    }),
    { numRuns: 40 },
  );
}, 60_000);

function isRefused(error: unknown): void {
  const refusals = ['CodeNameTakenError', 'SplitRefusedError'];
  if (!(error instanceof Error && refusals.includes(error.name))) throw error;
}
