/** A codebook out of one library and into another. */

import { expect, test } from 'vitest';
import type { FileCode } from '../../core/codebook-file';
import { importCodebook, libraryCodebook, planCodebookImport } from '../../store/codebook-file';
import { describeCode, renameCode } from '../../store/codes';
import { changeSettings } from '../../store/settings';
import { redo, undo } from '../../store/undo';
import { anId } from '../builders';
import { aCodebook, paths } from './a-codebook';
import { aLibrary, contents, records } from './a-library';

const fileCode = (path: string, over: Partial<FileCode> = {}): FileCode => ({
  id: null,
  path: path.split('/'),
  colour: null,
  definition: null,
  examples: null,
  ...over,
});

async function described() {
  const { store, ids } = await aCodebook('主体/区委', '主体/10', '主体/9', '制度');
  const [party = ''] = ids;
  await describeCode(store, { commandId: anId(), id: party, definition: '党的', examples: ['区委决定'] });
  return { store, party };
}

test('a codebook goes out in the order of its tree, and into an empty library as it was', async () => {
  const { store, party } = await described();
  const file = await libraryCodebook(store);
  expect(file.codes.map(({ path }) => path.join('/'))).toEqual(await paths(store));
  expect(file.codes.map(({ path }) => path.join('/')).slice(0, 3)).toEqual(['主体', '主体/9', '主体/10']);
  expect(file.codes.find(({ id }) => id === party)).toMatchObject({
    definition: '党的',
    examples: ['区委决定'],
  });
  const target = await aLibrary().open();
  await changeSettings(target, { isCodebookLocked: true });
  expect(await planCodebookImport(target, file)).toEqual({ added: 5, changed: 0, same: 0 });
  await importCodebook(target, { commandId: anId(), file });
  expect(await libraryCodebook(target)).toEqual(file);
  expect(await planCodebookImport(target, file)).toEqual({ added: 0, changed: 0, same: 5 });
});

test('a second import changes nothing, and a plan never does', async () => {
  const { store } = await described();
  const file = await libraryCodebook(store);
  const before = await contents(store);
  await planCodebookImport(store, { codes: [...file.codes, fileCode('新')] });
  await importCodebook(store, { commandId: anId(), file });
  expect(await contents(store)).toEqual(before);
});

test('codes meet by id and then by place, and only what the file carries is replaced', async () => {
  const { store, party } = await described();
  const before = await records(store);
  const codes = [
    fileCode('主体/党委', { id: party, colour: 'teal' }),
    fileCode('主体/党委/书记', { definition: '新' }),
    fileCode('ＡＢ', { examples: [] }),
    fileCode('制度', { definition: '规矩' }),
    fileCode('主体'),
  ];
  expect(await planCodebookImport(store, { codes })).toEqual({ added: 2, changed: 2, same: 1 });
  await importCodebook(store, { commandId: anId(), file: { codes } });
  expect(await store.database.codes.get(party)).toMatchObject({
    name: '党委',
    colour: 'teal',
    definition: '党的',
    examples: ['区委决定'],
  });
  expect(await paths(store)).toContain('主体/党委/书记');
  const after = await records(store);
  expect(await undo(store, anId())).toMatchObject({ kind: 'import-codebook' });
  expect(await records(store)).toStrictEqual(before);
  await redo(store, anId());
  expect(await records(store)).toStrictEqual(after);
});

test('a known code stays where it is in the tree, takes no neighbour’s name, and codes under it in the file come under it', async () => {
  const { store, party } = await described();
  const codes = [fileCode('别处/9', { id: party }), fileCode('别处/9/下')];
  await importCodebook(store, { commandId: anId(), file: { codes } });
  expect(await paths(store)).toContain('主体/区委/下');
  expect(await store.database.codes.get(party)).toMatchObject({ name: '区委' });
});

test('a code that was renamed after the export gets the name of the file back', async () => {
  const { store, party } = await described();
  const file = await libraryCodebook(store);
  await renameCode(store, { commandId: anId(), id: party, name: '改' });
  await importCodebook(store, { commandId: anId(), file });
  expect(await libraryCodebook(store)).toEqual(file);
});

test('a level without a name, or with the path mark in it, is refused before anything is written', async () => {
  const { store } = await described();
  const before = await contents(store);
  const refused = expect.objectContaining({ name: 'BadCodeNameError' });
  for (const path of [['好', ' '], ['a/b']]) {
    const file = { codes: [fileCode('新'), { ...fileCode('x'), path }] };
    await expect(planCodebookImport(store, file)).rejects.toThrow(refused);
    await expect(importCodebook(store, { commandId: anId(), file })).rejects.toThrow(refused);
  }
  expect(await contents(store)).toEqual(before);
});
