/** The history of one annotation, as its reader made it. */

import { expect, test } from 'vitest';
import { editAnnotation, removeAnnotation } from '../../store/annotations';
import { importArchive } from '../../store/archive';
import { annotationHistory } from '../../store/history';
import { redo, undo } from '../../store/undo';
import { anAnnotation, anArchive, anArticle, anId } from '../builders';
import { address, aLibrary, keep } from './a-library';

test('each step stands once, newest first, with what it changed and whether it was taken back', async () => {
  const store = await aLibrary().open();
  const { id, created } = await keep(store, { note: '一' });
  await keep(store);
  const note = (words: string) =>
    editAnnotation(store, { commandId: anId(), id, address, edit: { note: words } });
  await note('二');
  await undo(store, anId());
  await redo(store, anId());
  await note('三');
  await undo(store, anId());
  const history = await annotationHistory(store, id);
  expect(history.map(({ kind, isUndone }) => [kind, isUndone])).toEqual([
    ['note', true],
    ['note', false],
    ['keep', false],
  ]);
  expect(history[1]?.changes).toEqual([{ field: 'note', before: '一', after: '二' }]);
  expect(history[2]?.changes).toContainEqual({ field: 'note', before: undefined, after: '一' });
  expect(history[2]?.at).toBe(created);
});

test('a step that touched over a thousand annotations is in the history of each, and of no other', async () => {
  const store = await aLibrary().open();
  const { id: own } = await keep(store);
  const article = anArticle({ addresses: ['https://news.example/2'] });
  const annotations = Array.from({ length: 1_001 }, () => anAnnotation({ articleId: article.id }));
  await importArchive(store, anId(), anArchive({ articles: [article], annotations }));
  const id = annotations[7]?.id ?? '';
  await removeAnnotation(store, { commandId: anId(), id, address: null });
  expect((await annotationHistory(store, id)).map(({ kind }) => kind)).toEqual(['delete', 'import']);
  expect((await annotationHistory(store, own)).map(({ kind }) => kind)).toEqual(['keep']);
  expect(await annotationHistory(store, anId())).toEqual([]);
});
