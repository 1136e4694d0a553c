/** Keeping, changing, trashing and restoring, with their operations and announcements. */

import { expect, test } from 'vitest';
import { editAnnotation, keepAnnotation, removeAnnotation, restoreAnnotation } from '../../store/annotations';
import { sha256 } from '../../store/digest';
import { anId, aTarget } from '../builders';
import { aDraft, address, aLibrary, contents, keep } from './a-library';

test('an acknowledged annotation is there with its article, its text and its operation', async () => {
  const library = aLibrary();
  const store = await library.open();
  const commandId = anId();
  const source = `${address}?utm_source=x#top`;
  const kept = await keepAnnotation(store, { commandId, address, source, draft: aDraft({ note: '查' }) });

  const other = await library.open();
  expect(await other.database.annotations.get(kept.id)).toEqual(kept);
  expect(kept).toMatchObject({ note: '查', target: { ...aTarget(), source }, deleted: null });
  const article = await other.database.articles.get(kept.articleId);
  const digest = await sha256('全区经济稳中向好。');
  expect(article).toMatchObject({ addresses: [address], snapshot: digest, created: kept.created });
  expect(await other.database.snapshots.toArray()).toEqual([
    { sha256: digest, text: '全区经济稳中向好。', captured: kept.created },
  ]);
  const operation = await other.database.operations.get(commandId);
  expect(operation).toMatchObject({ kind: 'keep', undoes: null });
  expect(operation?.changes).toEqual([
    { table: 'articles', id: kept.articleId, before: null, after: article },
    { table: 'annotations', id: kept.id, before: null, after: kept },
  ]);
  expect(library.announcements).toEqual([{ kind: 'keep', articleIds: [kept.articleId], codebook: false }]);
});

test('the digest that names a text is SHA-256 in lower-case hex', async () => {
  expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('a second annotation joins the article of its address', async () => {
  const store = await aLibrary().open();
  const first = await keep(store);
  const second = await keep(store, { article: { ...aDraft().article, text: '改过的文字。' } });
  expect(second.articleId).toBe(first.articleId);
  expect(await store.database.articles.count()).toBe(1);
  expect(await store.database.snapshots.count()).toBe(1);
});

test('two articles with the same text share one snapshot; a text too large to send leaves none', async () => {
  const store = await aLibrary().open();
  await keep(store);
  await keep(store, {}, 'https://news.example/copy');
  const none = await keep(
    store,
    { article: { ...aDraft().article, text: null } },
    'https://news.example/long',
  );
  expect(await store.database.snapshots.count()).toBe(1);
  expect((await store.database.articles.get(none.articleId))?.snapshot).toBeNull();
});

test('typed paths make the missing levels and find the known ones whatever their case and width', async () => {
  const store = await aLibrary().open();
  const first = await keep(store, { newCodes: ['主体 / Party', '  '] });
  const second = await keep(store, { newCodes: ['主体/Ｐａｒｔｙ ', '主体', 'party'] });
  const codes = await store.database.codes.toArray();
  expect(codes.map(({ name }) => name).sort()).toEqual(['Party', 'party', '主体'].sort());
  expect(first.codeIds).toHaveLength(1);
  expect(second.codeIds).toHaveLength(3);
  expect(second.codeIds[0]).toBe(first.codeIds[0]);
  expect(codes.find(({ id }) => id === first.codeIds[0])?.parentId).toBe(second.codeIds[1]);
});

test('new codes go round all eight colours', async () => {
  const store = await aLibrary().open();
  await keep(store, { newCodes: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] });
  const codes = await store.database.codes.toArray();
  expect(new Set(codes.map(({ colour }) => colour)).size).toBe(8);
});

test('an unknown code is refused by name, and nothing is written', async () => {
  const store = await aLibrary().open();
  const before = await contents(store);
  await expect(keep(store, { codeIds: [anId()], newCodes: ['新'] })).rejects.toThrow(
    expect.objectContaining({ name: 'RecordNotFoundError' }),
  );
  expect(await contents(store)).toEqual(before);
});

test('an edit changes the named fields only, and its operation holds only what changed', async () => {
  const store = await aLibrary().open();
  const kept = await keep(store, { note: '旧', newCodes: ['主体'] });
  const commandId = anId();
  const edited = await editAnnotation(store, { commandId, id: kept.id, address, edit: { note: '新' } });
  expect(edited).toEqual({ ...kept, note: '新', modified: edited.modified });
  expect(edited.modified > kept.modified).toBe(true);
  expect(await store.database.operations.get(commandId)).toMatchObject({
    kind: 'note',
    changes: [
      {
        table: 'annotations',
        id: kept.id,
        before: { note: '旧', modified: kept.modified },
        after: { note: '新', modified: edited.modified },
      },
    ],
  });
});

test('an edit of codes replaces the list and adds typed paths after it', async () => {
  const library = aLibrary();
  const store = await library.open();
  const { id, codeIds } = await keep(store, { newCodes: ['甲', '乙'] });
  const edit = { codeIds: codeIds.slice(1), newCodes: ['丙', '乙'] };
  const edited = await editAnnotation(store, { commandId: anId(), id, address: null, edit });
  expect(edited.codeIds).toHaveLength(2);
  expect(edited.codeIds[0]).toBe(codeIds[1]);
  expect(library.announcements.at(-1)).toEqual({
    kind: 'code',
    articleIds: [edited.articleId],
    codebook: true,
  });
});

test('an edit that changes nothing writes nothing and announces nothing', async () => {
  const library = aLibrary();
  const store = await library.open();
  const { id } = await keep(store, { note: '同', newCodes: ['甲'] });
  const before = await contents(store);
  await editAnnotation(store, { commandId: anId(), id, address, edit: { note: '同', newCodes: ['甲'] } });
  await restoreAnnotation(store, { commandId: anId(), id, address });
  expect(await contents(store)).toEqual(before);
  expect(library.announcements).toHaveLength(1);
});

test('a page can neither change nor trash an annotation of another article', async () => {
  const store = await aLibrary().open();
  const { id } = await keep(store);
  const before = await contents(store);
  const foreign = { commandId: anId(), id, address: 'https://other.example/' };
  const refused = expect.objectContaining({ name: 'NotYourAnnotationError' });
  await expect(editAnnotation(store, { ...foreign, edit: { note: 'x' } })).rejects.toThrow(refused);
  await expect(removeAnnotation(store, foreign)).rejects.toThrow(refused);
  expect(await contents(store)).toEqual(before);
});

test('an annotation that does not exist is refused by name', async () => {
  const store = await aLibrary().open();
  const request = { commandId: anId(), id: anId(), address: null };
  await expect(removeAnnotation(store, request)).rejects.toThrow(
    expect.objectContaining({ name: 'RecordNotFoundError' }),
  );
});

test('removing puts it in the trash, where removing again leaves it, and restoring takes it out', async () => {
  const store = await aLibrary().open();
  const { id } = await keep(store);
  const first = await removeAnnotation(store, { commandId: anId(), id, address });
  const again = await removeAnnotation(store, { commandId: anId(), id, address });
  expect(again).toEqual(first);
  expect(again.deleted).not.toBeNull();
  expect(await restoreAnnotation(store, { commandId: anId(), id, address })).toMatchObject({ deleted: null });
});

test('asking twice with one command does the work once and gives the same annotation', async () => {
  const store = await aLibrary().open();
  const request = { commandId: anId(), address, source: address, draft: aDraft({ newCodes: ['甲'] }) };
  const first = await keepAnnotation(store, request);
  const before = await contents(store);
  expect(await keepAnnotation(store, request)).toEqual(first);
  expect(await contents(store)).toEqual(before);
});

test('one command id for two kinds of command is refused by name', async () => {
  const store = await aLibrary().open();
  const commandId = anId();
  const { id } = await keepAnnotation(store, { commandId, address, source: address, draft: aDraft() });
  await expect(removeAnnotation(store, { commandId, id, address })).rejects.toThrow(
    expect.objectContaining({ name: 'CommandReusedError' }),
  );
});

test('fields that this version does not know survive every change, undone or not', async () => {
  const store = await aLibrary().open();
  const { id, articleId, codeIds } = await keep(store, { newCodes: ['甲'] });
  const rating = { stars: [5], by: '张三' };
  await store.database.table('annotations').update(id, { rating });
  await store.database.table('articles').update(articleId, { rating });
  await store.database.table('codes').update(codeIds[0] ?? '', { rating });
  await editAnnotation(store, { commandId: anId(), id, address, edit: { note: '新', codeIds: [] } });
  await removeAnnotation(store, { commandId: anId(), id, address });
  await restoreAnnotation(store, { commandId: anId(), id, address });
  await keep(store, { codeIds });
  for (const table of ['annotations', 'articles', 'codes']) {
    expect(await store.database.table(table).toCollection().first()).toMatchObject({ rating });
  }
});
