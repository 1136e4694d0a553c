/** The codebook. */

import { expect, test } from 'vitest';
import { removeAnnotation } from '../../store/annotations';
import { allCodes, colourCode, recentCodeIds, renameCode } from '../../store/codes';
import { anId } from '../builders';
import { aLibrary, contents, keep } from './a-library';

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
