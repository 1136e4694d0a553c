/** Codes deleted, merged and split, with the annotations that have them. */

import { expect, test } from 'vitest';
import { removeAnnotation } from '../../store/annotations';
import { allCodes, codeCounts, describeCode, newCode } from '../../store/codes';
import type { Store } from '../../store/open-store';
import { deleteCodes, mergeCodes, planMerge, splitCode } from '../../store/recode';
import { redo, undo } from '../../store/undo';
import { anId } from '../builders';
import { aCodebook, namesOn, paths } from './a-codebook';
import { contents, keep, records } from './a-library';

const named = (name: string) => expect.objectContaining({ name });

/** Undo brings back what was before the last step, redo what is now. */
async function expectUndoable(store: Store, before: unknown): Promise<void> {
  const after = await records(store);
  await undo(store, anId());
  expect(await records(store)).toStrictEqual(before);
  await redo(store, anId());
  expect(await records(store)).toStrictEqual(after);
}

test('a deleted code goes with all codes under it, and off every annotation, in the trash too', async () => {
  const { store, ids } = await aCodebook('主体/区委/书记', '制度');
  const [secretary = '', system = ''] = ids;
  const one = await keep(store, { codeIds: [secretary, system] });
  const trashed = await keep(store, { codeIds: [secretary] });
  await removeAnnotation(store, { commandId: anId(), id: trashed.id, address: null });
  const before = await records(store);
  const top = (await allCodes(store)).find(({ name }) => name === '主体');
  await deleteCodes(store, { commandId: anId(), ids: [top?.id ?? '', secretary] });
  expect(await paths(store)).toEqual(['制度']);
  expect(await namesOn(store, one.id)).toEqual(['制度']);
  expect(await namesOn(store, trashed.id)).toEqual([]);
  await expectUndoable(store, before);
});

test('a code that is not there cannot be deleted, merged or split, and nothing changes', async () => {
  const { store, ids } = await aCodebook('甲');
  const [id = ''] = ids;
  const before = await contents(store);
  const commandId = anId();
  const none = anId();
  const refused = named('RecordNotFoundError');
  await expect(deleteCodes(store, { commandId, ids: [id, none] })).rejects.toThrow(refused);
  await expect(mergeCodes(store, { commandId, ids: [none], intoId: id })).rejects.toThrow(refused);
  await expect(mergeCodes(store, { commandId, ids: [id], intoId: none })).rejects.toThrow(refused);
  await expect(planMerge(store, { ids: [none], intoId: id })).rejects.toThrow(refused);
  const split = { commandId, annotationIds: [], path: '乙' };
  await expect(splitCode(store, { ...split, id: none })).rejects.toThrow(refused);
  await expect(splitCode(store, { ...split, id, annotationIds: [none] })).rejects.toThrow(refused);
  expect(await contents(store)).toEqual(before);
});

test('annotations of merged codes have the target once, at the place of the first, and the plan has said how many', async () => {
  const { store, ids } = await aCodebook('督导', '督察', '监督', '别的');
  const [guide = '', inspect = '', watch = '', other = ''] = ids;
  const both = await keep(store, { codeIds: [inspect, other, guide] });
  const first = await keep(store, { codeIds: [other, watch] });
  await keep(store, { codeIds: [guide] });
  const trashed = await keep(store, { codeIds: [watch] });
  await removeAnnotation(store, { commandId: anId(), id: trashed.id, address: null });
  const before = await records(store);
  const request = { ids: [inspect, watch, guide], intoId: guide };
  expect(await planMerge(store, request)).toEqual({
    intoId: guide,
    goneIds: [inspect, watch],
    movedIds: [],
    annotationCount: 2,
  });
  expect(await records(store)).toStrictEqual(before);
  await mergeCodes(store, { commandId: anId(), ...request });
  expect(await paths(store)).toEqual(['别的', '督导']);
  expect(await namesOn(store, both.id)).toEqual(['督导', '别的']);
  expect(await namesOn(store, first.id)).toEqual(['别的', '督导']);
  expect(await namesOn(store, trashed.id)).toEqual(['督导']);
  await expectUndoable(store, before);
});

test('a code merged into itself stays as it is, and is no step', async () => {
  const { store, ids } = await aCodebook('甲/乙');
  const [id = ''] = ids;
  const before = await contents(store);
  await mergeCodes(store, { commandId: anId(), ids: [id], intoId: id });
  expect(await contents(store)).toEqual(before);
});

test('what a merged code said of itself is added to what the target says', async () => {
  const { store, ids } = await aCodebook('甲', '乙', '丙');
  const [a = '', b = '', c = ''] = ids;
  await describeCode(store, { commandId: anId(), id: a, definition: 'One.', examples: ['x'] });
  await describeCode(store, {
    commandId: anId(),
    id: b,
    definition: 'Two.',
    examples: ['y', 'x'],
    shortcut: '3',
  });
  await describeCode(store, { commandId: anId(), id: c, definition: 'One.' });
  const before = await records(store);
  await mergeCodes(store, { commandId: anId(), ids: [b, c], intoId: a });
  expect(await store.database.codes.get(a)).toMatchObject({
    definition: 'One.\n\nTwo.',
    examples: ['x', 'y'],
    shortcut: '3',
  });
  await expectUndoable(store, before);
});

test('codes under a merged one come under the target, and meet those of their name, three levels deep', async () => {
  const { store, ids } = await aCodebook('甲/一/深/底', '甲/二', '乙/一/深/底', '乙/一/深/新', '乙/三');
  const [deep = '', , lower = '', fresh = ''] = ids;
  const kept = await keep(store, { codeIds: [lower, deep, fresh] });
  const before = await records(store);
  const codes = await allCodes(store);
  const idOf = (name: string) => codes.find((code) => code.name === name)?.id ?? '';
  const request = { ids: [idOf('乙')], intoId: idOf('甲') };
  const plan = await planMerge(store, request);
  expect([plan.goneIds.length, plan.movedIds.length, plan.annotationCount]).toEqual([4, 2, 1]);
  await mergeCodes(store, { commandId: anId(), ...request });
  expect((await paths(store)).sort()).toEqual(
    ['甲', '甲/一', '甲/一/深', '甲/一/深/底', '甲/一/深/新', '甲/三', '甲/二'].sort(),
  );
  expect((await store.database.annotations.get(kept.id))?.codeIds).toEqual([deep, fresh]);
  await expectUndoable(store, before);
});

test('a code merged into one under it: that takes its place, with all that stood between', async () => {
  const { store, ids } = await aCodebook('根/上/中/下', '根/上/旁');
  const [below = ''] = ids;
  const above = (await allCodes(store)).find(({ name }) => name === '上')?.id ?? '';
  const kept = await keep(store, { codeIds: [above] });
  const before = await records(store);
  await mergeCodes(store, { commandId: anId(), ids: [above], intoId: below });
  expect((await paths(store)).sort()).toEqual(['根', '根/下', '根/下/中', '根/下/旁'].sort());
  expect(await namesOn(store, kept.id)).toEqual(['下']);
  await expectUndoable(store, before);
});

test('a target does not take the place of a code above it where another one of its name stands', async () => {
  const { store, ids } = await aCodebook('上/下', '下');
  const [below = ''] = ids;
  const above = (await store.database.codes.get(below))?.parentId ?? '';
  const before = await contents(store);
  const refused = named('CodeNameTakenError');
  await expect(mergeCodes(store, { commandId: anId(), ids: [above], intoId: below })).rejects.toThrow(
    refused,
  );
  await expect(planMerge(store, { ids: [above], intoId: below })).rejects.toThrow(refused);
  expect(await contents(store)).toEqual(before);
});

test('a code is merged into the one above it, also where it bears its name', async () => {
  const { store, ids } = await aCodebook('甲/甲/甲', '甲/甲/乙');
  const [lowest = ''] = ids;
  const middle = (await store.database.codes.get(lowest))?.parentId ?? '';
  const top = (await store.database.codes.get(middle))?.parentId ?? '';
  await mergeCodes(store, { commandId: anId(), ids: [middle], intoId: top });
  expect((await paths(store)).sort()).toEqual(['甲', '甲/甲', '甲/乙'].sort());
});

test('chosen annotations are split off to a new code, which stands where the old one stood among their codes', async () => {
  const { store, ids } = await aCodebook('监督', '别的');
  const [watch = '', other = ''] = ids;
  const one = await keep(store, { codeIds: [watch, other] });
  const stays = await keep(store, { codeIds: [watch] });
  const without = await keep(store, { codeIds: [other] });
  const before = await records(store);
  const commandId = anId();
  const request = { commandId, id: watch, annotationIds: [one.id, without.id], path: '制度/督察' };
  const made = await splitCode(store, request);
  expect(made.name).toBe('督察');
  expect(await splitCode(store, request)).toEqual(made);
  expect(await namesOn(store, one.id)).toEqual(['督察', '别的']);
  expect(await namesOn(store, stays.id)).toEqual(['监督']);
  expect(await namesOn(store, without.id)).toEqual(['别的']);
  await expectUndoable(store, before);
});

test('annotations can be split off to a code that is there, but not to the same one or to no name', async () => {
  const { store, ids } = await aCodebook('监督', '督导');
  const [watch = '', guide = ''] = ids;
  const { id } = await keep(store, { codeIds: [watch, guide] });
  const split = (path: string) =>
    splitCode(store, { commandId: anId(), id: watch, annotationIds: [id], path });
  await expect(split('监督')).rejects.toThrow(named('CodeNameTakenError'));
  await expect(split(' / ')).rejects.toThrow(named('BadCodeNameError'));
  expect((await split('督导')).id).toBe(guide);
  expect(await namesOn(store, id)).toEqual(['督导']);
});

test('counts tell the annotations of each code, without the trash and codes that none has', async () => {
  const { store, ids } = await aCodebook('甲', '乙', '丙');
  const [a = '', b = ''] = ids;
  await keep(store, { codeIds: [a, b] });
  const trashed = await keep(store, { codeIds: [a] });
  expect(await codeCounts(store)).toEqual(
    new Map([
      [a, 2],
      [b, 1],
    ]),
  );
  await removeAnnotation(store, { commandId: anId(), id: trashed.id, address: null });
  expect(await codeCounts(store)).toEqual(
    new Map([
      [a, 1],
      [b, 1],
    ]),
  );
  await newCode(store, { commandId: anId(), path: '丁' });
  expect((await codeCounts(store)).size).toBe(2);
});
