/** Variables, values and what codes say of themselves, out of one library and into another. */

import { expect, test } from 'vitest';
import type { Archive } from '../../core/archive';
import { importArchive, planImport, readArchive } from '../../store/archive';
import { describeCode } from '../../store/codes';
import { redo, undo } from '../../store/undo';
import { allVariables, fillVariable, saveVariable } from '../../store/variables';
import { aCode, anArchive, anArticle, anId, aVariable } from '../builders';
import { address, aLibrary, contents, keep, records } from './a-library';

const later = '2040-01-01T00:00:00.000Z';

async function withLevel() {
  const store = await aLibrary().open();
  const { articleId } = await keep(store);
  const level = await saveVariable(store, {
    commandId: anId(),
    id: null,
    name: '级别',
    kind: 'choice',
    choices: ['市', '区'],
  });
  const fill = (variableId: string, value: string) =>
    fillVariable(store, { commandId: anId(), articleId, variableId, value });
  const values = async () => (await store.database.articles.get(articleId))?.variables;
  const take = async (over: Partial<Archive>) => {
    const archive = anArchive(over);
    const [known, before] = [await records(store), await contents(store)];
    await importArchive(store, anId(), archive);
    const after = await contents(store);
    await importArchive(store, anId(), archive);
    expect(await contents(store)).toEqual(after);
    if (after.operations.length === before.operations.length) return;
    await undo(store, anId());
    expect(await records(store)).toStrictEqual(known);
    await redo(store, anId());
  };
  return { store, articleId, level, fill, values, take };
}

test('a variable known under another id by name and kind takes the choices that it lacks, and its values', async () => {
  const { store, level, values } = await withLevel();
  const other = aVariable({ name: ' 级别', choices: ['区', '县'] });
  const article = anArticle({ addresses: [address], variables: { [other.id]: '县' } });
  const archive = anArchive({ articles: [article], variables: [other] });
  expect(await planImport(store, archive)).toMatchObject({
    variables: { changed: 1 },
    articles: { changed: 1 },
  });
  await importArchive(store, anId(), archive);
  expect(await allVariables(store)).toMatchObject([{ id: level.id, choices: ['市', '区', '县'] }]);
  expect(await values()).toEqual({ [level.id]: '县' });
  const operations = await store.database.operations.count();
  expect(await importArchive(store, anId(), archive)).toMatchObject({
    variables: { same: 1 },
    articles: { same: 1 },
  });
  expect(await store.database.operations.count()).toBe(operations);
});

test('a variable of the same name and another kind is another one', async () => {
  const { store, take } = await withLevel();
  await take({ variables: [aVariable({ name: '级别', kind: 'number', choices: [] })] });
  expect((await allVariables(store)).map(({ kind }) => kind).toSorted()).toEqual(['choice', 'number']);
});

test('a newer variable of the same id is taken over, but not with the name of its neighbour', async () => {
  const { store, level, take } = await withLevel();
  const year = { commandId: anId(), id: null, name: '年份', kind: 'choice', choices: [] } as const;
  await saveVariable(store, year);
  await take({ variables: [{ ...level, name: '年份', choices: ['省'], modified: later }] });
  expect(await store.database.variables.get(level.id)).toMatchObject({
    name: '级别',
    choices: ['省', '市', '区'],
  });
  await take({ variables: [{ ...level, name: '旧', modified: '2020-01-01T00:00:00.000Z' }] });
  expect((await store.database.variables.get(level.id))?.name).toBe('级别');
});

test('values unite; a newer record of the article replaces one, an older one or one of another id does not', async () => {
  const { store, articleId, level, fill, values } = await withLevel();
  const place = aVariable({ name: '地点', kind: 'text', choices: [] });
  await fill(level.id, '市');
  const own = (await store.database.articles.get(articleId)) ?? anArticle();
  const variables = { [level.id]: '区', [place.id]: '江津' };
  const both = [level, place];

  const older = { ...own, modified: '2020-01-01T00:00:00.000Z', variables };
  await importArchive(store, anId(), anArchive({ articles: [older], variables: both }));
  expect(await values()).toEqual({ [level.id]: '市' });

  const foreign = anArticle({ addresses: [address], modified: later, variables });
  await importArchive(store, anId(), anArchive({ articles: [foreign], variables: both }));
  expect(await values()).toEqual({ [level.id]: '市', [place.id]: '江津' });

  const newer = { ...own, modified: later, variables: { [level.id]: '区' } };
  await importArchive(store, anId(), anArchive({ articles: [newer], variables: both }));
  expect(await values()).toEqual({ [level.id]: '区', [place.id]: '江津' });

  const without = { ...own, modified: '2041-01-01T00:00:00.000Z', variables: {} };
  await importArchive(store, anId(), anArchive({ articles: [without] }));
  expect(await values()).toEqual({ [level.id]: '区', [place.id]: '江津' });
});

test('the archive of one article has the variables in which it has values, and no more', async () => {
  const { store, articleId, level, fill } = await withLevel();
  const year = { commandId: anId(), id: null, name: '年份', kind: 'number', choices: [] } as const;
  await saveVariable(store, year);
  await fill(level.id, '市');
  expect((await readArchive(store, { articleId })).variables).toEqual([level]);
  expect((await readArchive(store, 'everything')).variables).toHaveLength(2);
});

test('what codes say of themselves goes along, and a digit stays with the code of the library', async () => {
  const source = await aLibrary().open();
  const { codeIds } = await keep(source, { newCodes: ['甲'] });
  const [id = ''] = codeIds;
  const words = { definition: '义', examples: ['例'], shortcut: '3' };
  await describeCode(source, { commandId: anId(), id, ...words });
  const archive = await readArchive(source, 'everything');

  const empty = await aLibrary().open();
  await importArchive(empty, anId(), archive);
  expect(await empty.database.codes.toArray()).toEqual(archive.codes);

  const target = await aLibrary().open();
  const [ownId = ''] = (await keep(target, { newCodes: ['乙'] })).codeIds;
  await describeCode(target, { commandId: anId(), id: ownId, shortcut: '3' });
  const twin = aCode({ name: '丙', shortcut: '4' });
  const other = aCode({ name: '丁', shortcut: '4' });
  const more = { ...archive, codes: [...archive.codes, twin, other] };
  await importArchive(target, anId(), more);
  const digits = (await target.database.codes.bulkGet([ownId, id, twin.id, other.id])).map(
    (code) => code?.shortcut,
  );
  expect(digits).toEqual(['3', null, '4', null]);
  expect((await target.database.codes.get(id))?.definition).toBe('义');
  const operations = await target.database.operations.count();
  await importArchive(target, anId(), more);
  expect(await target.database.operations.count()).toBe(operations);
});
