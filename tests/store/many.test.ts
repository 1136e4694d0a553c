/** One change to several annotations: one step, whatever each of them had. */

import { expect, test } from 'vitest';
import { removeAnnotation } from '../../store/annotations';
import { editAnnotations, removeAnnotations, restoreAnnotations } from '../../store/many';
import { undo } from '../../store/undo';
import { anId } from '../builders';
import { aCodebook, namesOn } from './a-codebook';
import { contents, keep, records } from './a-library';

async function threeKept() {
  const { store, library, ids } = await aCodebook('甲', '乙');
  const [a = '', b = ''] = ids;
  const kept = [
    await keep(store, { codeIds: [a, b], note: '原' }),
    await keep(store, { codeIds: [b] }, 'https://news.example/2'),
    await keep(store),
  ].map(({ id }) => id);
  return { store, library, a, b, kept };
}

test('codes are given at the end, taken away and made, and one undo brings back what each had', async () => {
  const { store, library, a, b, kept } = await threeKept();
  const before = await records(store);
  await editAnnotations(store, {
    commandId: anId(),
    ids: [...kept, ...kept],
    edit: { giveIds: [a], takeIds: [b], newCodes: ['丙/丁'] },
  });
  for (const id of kept) expect(await namesOn(store, id)).toEqual(['甲', '丁']);
  expect(library.announcements.at(-1)).toMatchObject({ kind: 'code', codebook: true });
  expect(library.announcements.at(-1)?.articleIds).toHaveLength(2);
  expect((await undo(store, anId()))?.changes.filter(({ table }) => table === 'annotations')).toHaveLength(3);
  expect(await records(store)).toStrictEqual(before);
});

test('a note is written below the one that each has', async () => {
  const { store, library, kept } = await threeKept();
  await editAnnotations(store, { commandId: anId(), ids: kept, edit: { addNote: '再看' } });
  const notes = (await store.database.annotations.bulkGet(kept)).map((annotation) => annotation?.note);
  expect(notes).toEqual(['原\n\n再看', '再看', '再看']);
  expect(library.announcements.at(-1)?.kind).toBe('note');
});

test('an edit that says nothing is no step', async () => {
  const { store, a, kept } = await threeKept();
  const before = await contents(store);
  await editAnnotations(store, { commandId: anId(), ids: kept, edit: { addNote: ' ' } });
  await editAnnotations(store, { commandId: anId(), ids: kept.slice(0, 1), edit: { giveIds: [a] } });
  await editAnnotations(store, { commandId: anId(), ids: [], edit: { giveIds: [a] } });
  expect(await contents(store)).toEqual(before);
});

test('where one annotation or code is not there, none is changed', async () => {
  const { store, kept } = await threeKept();
  const before = await contents(store);
  const refused = expect.objectContaining({ name: 'RecordNotFoundError' });
  const commandId = anId();
  const ids = [...kept, anId()];
  const edit = { newCodes: ['新'] };
  await expect(editAnnotations(store, { commandId, ids, edit })).rejects.toThrow(refused);
  const unknown = { giveIds: [anId()] };
  await expect(editAnnotations(store, { commandId, ids: kept, edit: unknown })).rejects.toThrow(refused);
  await expect(removeAnnotations(store, { commandId, ids })).rejects.toThrow(refused);
  await expect(restoreAnnotations(store, { commandId, ids })).rejects.toThrow(refused);
  expect(await contents(store)).toEqual(before);
});

test('several go to the trash in one step, those that are there keep their time, and all come back', async () => {
  const { store, kept } = await threeKept();
  const [first = ''] = kept;
  const { deleted } = await removeAnnotation(store, { commandId: anId(), id: first, address: null });
  const before = await records(store);
  await removeAnnotations(store, { commandId: anId(), ids: kept });
  const gone = await store.database.annotations.bulkGet(kept);
  expect(gone.map((annotation) => annotation?.deleted === null)).toEqual([false, false, false]);
  expect(gone[0]?.deleted).toBe(deleted);
  await undo(store, anId());
  expect(await records(store)).toStrictEqual(before);
  await restoreAnnotations(store, { commandId: anId(), ids: kept });
  const back = await store.database.annotations.bulkGet(kept);
  expect(back.map((annotation) => annotation?.deleted)).toEqual([null, null, null]);
});
