/** The columns that a researcher adds to articles. */

import { expect, test } from 'vitest';
import { redo, undo } from '../../store/undo';
import { allVariables, fillVariable, removeVariable, saveVariable } from '../../store/variables';
import { anId } from '../builders';
import { aLibrary, contents, keep, records } from './a-library';

const named = (name: string) => expect.objectContaining({ name });

async function withArticle() {
  const store = await aLibrary().open();
  const { articleId } = await keep(store);
  const add = (name: string, kind: 'text' | 'number' | 'choice' | 'date' = 'text', choices: string[] = []) =>
    saveVariable(store, { commandId: anId(), id: null, name, kind, choices });
  const fill = (variableId: string, value: string) =>
    fillVariable(store, { commandId: anId(), articleId, variableId, value });
  const values = async () => (await store.database.articles.get(articleId))?.variables;
  return { store, articleId, add, fill, values };
}

test('variables are added, changed and listed in the order in which they were added', async () => {
  const { store, add } = await withArticle();
  const level = await add(' 行政  级别 ', 'choice', ['市', ' 区 ', '', '市']);
  const year = await add('年份', 'number', ['1']);
  expect(level).toMatchObject({ name: '行政 级别', choices: ['市', '区'] });
  expect(year.choices).toEqual([]);
  const before = await records(store);
  const change = {
    commandId: anId(),
    id: level.id,
    name: '级别',
    kind: 'choice',
    choices: ['省', '市'],
  } as const;
  const changed = await saveVariable(store, change);
  expect(changed).toMatchObject({ id: level.id, name: '级别', choices: ['省', '市'] });
  expect(await allVariables(store)).toEqual([changed, year]);
  expect(await undo(store, anId())).toMatchObject({ kind: 'edit-variable' });
  expect(await records(store)).toStrictEqual(before);
});

test('asking twice adds one, and gives it again', async () => {
  const { store } = await withArticle();
  const request = { commandId: anId(), id: null, name: '年份', kind: 'number', choices: [] } as const;
  const made = await saveVariable(store, request);
  expect(await saveVariable(store, request)).toEqual(made);
  expect(await allVariables(store)).toHaveLength(1);
});

test('a variable without a name, with that of another, or that is not there is refused', async () => {
  const { store, add } = await withArticle();
  await add('Year');
  const before = await contents(store);
  await expect(add(' ')).rejects.toThrow(named('BadVariableNameError'));
  await expect(add('ｙｅａｒ')).rejects.toThrow(named('VariableNameTakenError'));
  const missing = { commandId: anId(), id: anId(), name: '新', kind: 'text', choices: [] } as const;
  await expect(saveVariable(store, missing)).rejects.toThrow(named('RecordNotFoundError'));
  await expect(removeVariable(store, missing)).rejects.toThrow(named('RecordNotFoundError'));
  expect(await contents(store)).toEqual(before);
});

test('a value is kept as its variable has it, and taken away when it is emptied', async () => {
  const { store, add, fill, values } = await withArticle();
  const year = await add('年份', 'number');
  const day = await add('日期', 'date');
  const start = await records(store);
  await fill(year.id, ' ２０２４ ');
  await fill(day.id, '2024-01-10');
  expect(await values()).toEqual({ [year.id]: '2024', [day.id]: '2024-01-10' });
  await fill(year.id, '');
  expect(await values()).toEqual({ [day.id]: '2024-01-10' });
  for (let count = 0; count < 3; count += 1) await undo(store, anId());
  expect(await records(store)).toStrictEqual(start);
  for (let count = 0; count < 3; count += 1) await redo(store, anId());
  expect(await values()).toEqual({ [day.id]: '2024-01-10' });
});

test('what is no value of a variable is refused, and the value that is there is no step', async () => {
  const { store, add, fill } = await withArticle();
  const level = await add('级别', 'choice', ['市', '区']);
  await fill(level.id, '市');
  const before = await contents(store);
  await expect(fill(level.id, '县')).rejects.toThrow(named('BadVariableValueError'));
  await expect(fill(anId(), '市')).rejects.toThrow(named('RecordNotFoundError'));
  const elsewhere = { commandId: anId(), articleId: anId(), variableId: level.id, value: '市' };
  await expect(fillVariable(store, elsewhere)).rejects.toThrow(named('RecordNotFoundError'));
  await fill(level.id, '市');
  expect(await contents(store)).toEqual(before);
});

test('a variable that is taken away takes its values along, and undo brings them back', async () => {
  const { store, add, fill, values } = await withArticle();
  const year = await add('年份', 'number');
  const place = await add('地点');
  await fill(year.id, '2024');
  await fill(place.id, '江津');
  const before = await records(store);
  await removeVariable(store, { commandId: anId(), id: year.id });
  expect(await allVariables(store)).toEqual([place]);
  expect(await values()).toEqual({ [place.id]: '江津' });
  await undo(store, anId());
  expect(await records(store)).toStrictEqual(before);
});
