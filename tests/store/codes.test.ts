/** The codebook. */

import { expect, test } from 'vitest';
import { editAnnotation, keepAnnotations, removeAnnotation } from '../../store/annotations';
import {
  allCodes,
  archiveCode,
  colourCode,
  describeCode,
  moveCode,
  newCode,
  recentCodeIds,
  renameCode,
} from '../../store/codes';
import { editAnnotations } from '../../store/many';
import { changeSettings } from '../../store/settings';
import { undo } from '../../store/undo';
import { anId } from '../builders';
import { paths } from './a-codebook';
import { aDraft, address, aLibrary, contents, keep, records } from './a-library';

const named = (name: string) => expect.objectContaining({ name });

async function aCodebook() {
  const library = aLibrary();
  const store = await library.open();
  const { codeIds } = await keep(store, { newCodes: ['主体/区委', '主体/政府'] });
  const [party = '', government = ''] = codeIds;
  return { library, store, party, government };
}

test('a code is renamed and coloured without a change to any annotation', async () => {
  const { library, store, party } = await aCodebook();
  await renameCode(store, { commandId: anId(), id: party, name: ' 中共  区委 ' });
  await colourCode(store, { commandId: anId(), id: party, colour: 'teal' });
  expect(await store.database.codes.get(party)).toMatchObject({ name: '中共 区委', colour: 'teal' });
  expect(library.announcements.slice(1)).toEqual([
    { kind: 'rename-code', articleIds: [], codebook: true },
    { kind: 'colour-code', articleIds: [], codebook: true },
  ]);
});

test('a name that is empty, a path, or a neighbour’s is refused and changes nothing', async () => {
  const { store, party } = await aCodebook();
  const before = await contents(store);
  const rename = (name: string, id = party) => renameCode(store, { commandId: anId(), id, name });
  await expect(rename('  ')).rejects.toThrow(expect.objectContaining({ name: 'BadCodeNameError' }));
  await expect(rename('a/b')).rejects.toThrow(expect.objectContaining({ name: 'BadCodeNameError' }));
  await expect(rename('政府')).rejects.toThrow(expect.objectContaining({ name: 'CodeNameTakenError' }));
  await expect(rename('x', anId())).rejects.toThrow(expect.objectContaining({ name: 'RecordNotFoundError' }));
  expect(await contents(store)).toEqual(before);
});

test('a code may take its own name in another case, and a name from elsewhere in the codebook', async () => {
  const { store, party } = await aCodebook();
  await renameCode(store, { commandId: anId(), id: party, name: 'Party' });
  await renameCode(store, { commandId: anId(), id: party, name: 'PARTY' });
  await renameCode(store, { commandId: anId(), id: party, name: '主体' });
  expect((await allCodes(store)).filter(({ name }) => name === '主体')).toHaveLength(2);
});

test('recent codes are those of the annotations changed last, without the trash', async () => {
  const { store, party, government } = await aCodebook();
  await keep(store, { codeIds: [government] });
  const trashed = await keep(store, { newCodes: ['丢'] });
  await removeAnnotation(store, { commandId: anId(), id: trashed.id, address: null });
  expect(await recentCodeIds(store, 9)).toEqual([government, party]);
  expect(await recentCodeIds(store, 1)).toEqual([government]);
  expect(await recentCodeIds(await aLibrary().open(), 9)).toEqual([]);
});

test('a new code is made with the levels above it, once for one command', async () => {
  const { library, store } = await aCodebook();
  const request = { commandId: anId(), path: '制度／督察' };
  const made = await newCode(store, request);
  expect(made.name).toBe('督察');
  expect(await newCode(store, request)).toEqual(made);
  expect(await paths(store)).toContain('制度/督察');
  expect(library.announcements.at(-1)).toEqual({ kind: 'new-code', articleIds: [], codebook: true });
  const create = (path: string) => newCode(store, { commandId: anId(), path });
  await expect(create(' / ')).rejects.toThrow(named('BadCodeNameError'));
  await expect(create('主体/ 政府')).rejects.toThrow(named('CodeNameTakenError'));
});

test('a code is described, and what is the same or left out is no step', async () => {
  const { store, party } = await aCodebook();
  const before = await records(store);
  const describe = (words: object) => describeCode(store, { commandId: anId(), id: party, ...words });
  await describe({ definition: '党的', examples: ['区委决定', ' '], shortcut: '3' });
  expect(await store.database.codes.get(party)).toMatchObject({
    definition: '党的',
    examples: ['区委决定'],
    shortcut: '3',
  });
  const described = await contents(store);
  await describe({ definition: '党的' });
  await describe({ examples: ['区委决定'], shortcut: '3' });
  await describe({});
  expect(await contents(store)).toEqual(described);
  await undo(store, anId());
  expect(await records(store)).toStrictEqual(before);
  await describe({ definition: '', examples: [], shortcut: null });
  expect(await records(store)).toStrictEqual(before);
  await expect(describe({ shortcut: '0' })).rejects.toThrow(named('BadShortcutError'));
});

test('a shortcut moves away from the code that had it, in one step', async () => {
  const { store, party, government } = await aCodebook();
  await describeCode(store, { commandId: anId(), id: party, shortcut: '3' });
  const before = await records(store);
  await describeCode(store, { commandId: anId(), id: government, shortcut: '3' });
  const codes = await store.database.codes.bulkGet([party, government]);
  expect(codes.map((code) => code?.shortcut)).toEqual([null, '3']);
  await undo(store, anId());
  expect(await records(store)).toStrictEqual(before);
});

test('a code moves with all under it, not under itself and not beside one of its name', async () => {
  const { store, party, government } = await aCodebook();
  const below = await newCode(store, { commandId: anId(), path: '主体/区委/书记' });
  const before = await records(store);
  const move = (id: string, parentId: string | null) => moveCode(store, { commandId: anId(), id, parentId });
  await move(party, government);
  expect(await paths(store)).toEqual(['主体', '主体/政府', '主体/政府/区委', '主体/政府/区委/书记']);
  await undo(store, anId());
  expect(await records(store)).toStrictEqual(before);
  await move(party, null);
  expect((await paths(store)).toSorted()).toEqual(['主体', '主体/政府', '区委', '区委/书记'].toSorted());
  await expect(move(party, below.id)).rejects.toThrow(named('CodeUnderItselfError'));
  await expect(move(party, party)).rejects.toThrow(named('CodeUnderItselfError'));
  await expect(move(party, anId())).rejects.toThrow(named('RecordNotFoundError'));
  await expect(move(anId(), null)).rejects.toThrow(named('RecordNotFoundError'));
  await newCode(store, { commandId: anId(), path: '政府' });
  await expect(move(government, null)).rejects.toThrow(named('CodeNameTakenError'));
});

test('a code is archived and offered again, with its annotations as they were', async () => {
  const { store, party } = await aCodebook();
  const archive = (isArchived: boolean) => archiveCode(store, { commandId: anId(), id: party, isArchived });
  const before = await records(store);
  await archive(false);
  expect(await records(store)).toStrictEqual(before);
  await archive(true);
  const archived = (await store.database.codes.get(party))?.archived;
  expect(archived).toMatch(/^2026-03-01T/u);
  await archive(true);
  expect((await store.database.codes.get(party))?.archived).toBe(archived);
  await archive(false);
  expect((await store.database.codes.get(party))?.archived).toBeNull();
  await undo(store, anId());
  await undo(store, anId());
  expect(await records(store)).toStrictEqual(before);
});

test('a locked codebook takes no new codes while coding, and new ones from its editor', async () => {
  const { store, party } = await aCodebook();
  const { id } = await keep(store);
  await changeSettings(store, { isCodebookLocked: true });
  const before = await contents(store);
  const newCodes = ['主体/新'];
  const locked = named('CodebookLockedError');
  const { article, ...draft } = aDraft({ newCodes });
  const all = { commandId: anId(), address, source: address, drafts: [draft], article };
  await expect(keep(store, { newCodes })).rejects.toThrow(locked);
  await expect(keep(store, { newCodes }, 'https://news.example/new')).rejects.toThrow(locked);
  await expect(keepAnnotations(store, all)).rejects.toThrow(locked);
  const edit = { commandId: anId(), id, address, edit: { newCodes } };
  await expect(editAnnotation(store, edit)).rejects.toThrow(locked);
  const many = { commandId: anId(), ids: [id], edit: { newCodes } };
  await expect(editAnnotations(store, many)).rejects.toThrow(locked);
  expect(await contents(store)).toEqual(before);
  expect((await keep(store, { newCodes: ['主体/区委'] })).codeIds).toEqual([party]);
  const made = await newCode(store, { commandId: anId(), path: '主体/新' });
  expect((await keep(store, { newCodes })).codeIds).toEqual([made.id]);
});
