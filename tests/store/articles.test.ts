/** Joining, splitting and correcting articles by hand: what moves, what stays, and that undo brings all of it back. */

import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { fingerprint } from '../../core/identity/fingerprint';
import { importArchive, readArchive } from '../../store/archive';
import { correctMetadata, joinAddress, splitAddress } from '../../store/articles';
import { lookalikes } from '../../store/identity';
import { articleAnnotations, findArticle, pageLibrary } from '../../store/read';
import { undo } from '../../store/undo';
import { fillVariable, saveVariable } from '../../store/variables';
import { anArchive, anArticle, anId, aSnapshot, someMetadata } from '../builders';
import { address, aLibrary, keep, records } from './a-library';

const mirror = 'https://mirror.example/7';

test('an article that is carried over to an address is there with all that was kept of it', async () => {
  const store = await aLibrary().open();
  const { id, articleId } = await keep(store);
  const before = await records(store);
  await joinAddress(store, { commandId: anId(), articleId, address: mirror });
  expect((await pageLibrary(store, mirror)).annotations.map((kept) => kept.id)).toEqual([id]);
  expect((await findArticle(store, address))?.addresses).toEqual([address, mirror]);
  expect(await undo(store, anId())).toMatchObject({ kind: 'add-address' });
  expect(await records(store)).toEqual(before);
});

test('two articles become one with all annotations, addresses, corrections and values, and undo makes them two again', async () => {
  const store = await aLibrary().open();
  const first = await keep(store);
  const second = await keep(store, { note: 'of the mirror' }, mirror);
  await correctMetadata(store, {
    commandId: anId(),
    articleId: second.articleId,
    field: 'section',
    value: '区县',
  });
  const variable = { commandId: anId(), id: null, name: '级别', kind: 'text', choices: [] } as const;
  const [level, place] = [
    await saveVariable(store, variable),
    await saveVariable(store, { ...variable, commandId: anId(), name: '地点' }),
  ];
  const fill = (articleId: string, variableId: string, value: string) =>
    fillVariable(store, { commandId: anId(), articleId, variableId, value });
  await fill(first.articleId, level.id, '市');
  await fill(second.articleId, level.id, '区');
  await fill(second.articleId, place.id, '江津');
  const before = await records(store);
  await joinAddress(store, { commandId: anId(), articleId: first.articleId, address: mirror });
  const [article, ...others] = await store.database.articles.toArray();
  expect(others).toEqual([]);
  expect(article).toMatchObject({
    id: first.articleId,
    addresses: [address, mirror],
    metadata: { section: { value: '区县', from: 'reader' } },
    variables: { [level.id]: '市', [place.id]: '江津' },
  });
  expect(await articleAnnotations(store, first.articleId)).toHaveLength(2);
  expect(await undo(store, anId())).toMatchObject({ kind: 'join' });
  expect(await records(store)).toEqual(before);
});

test('an address that is split off takes along what was kept there, is not offered again, and undo joins it', async () => {
  const store = await aLibrary().open();
  const text = '全区经济稳中向好，老河回来了，两岸居民都说这一年半没有白等，账也算得清清楚楚。';
  const article = { metadata: someMetadata(), text };
  const { articleId } = await keep(store, { article });
  await joinAddress(store, { commandId: anId(), articleId, address: mirror });
  const there = await keep(store, { article }, mirror);
  const before = await records(store);
  await splitAddress(store, { commandId: anId(), articleId, address: mirror });
  const split = await findArticle(store, mirror);
  expect(split?.id).not.toBe(articleId);
  expect(split?.addresses).toEqual([mirror]);
  expect((await pageLibrary(store, mirror)).annotations.map(({ id }) => id)).toEqual([there.id]);
  const marks = fingerprint(text);
  expect(await lookalikes(store, { marks, own: split?.id ?? '', address: mirror })).toEqual([]);
  expect(await lookalikes(store, { marks, own: articleId, address })).toEqual([]);
  expect(await undo(store, anId())).toMatchObject({ kind: 'split' });
  expect(await records(store)).toEqual(before);
});

test('the only address, and one of another article, cannot be split off', async () => {
  const store = await aLibrary().open();
  const { articleId } = await keep(store);
  const refused = expect.objectContaining({ name: 'SplitRefusedError' });
  const split = (given: string) => splitAddress(store, { commandId: anId(), articleId, address: given });
  await expect(split(address)).rejects.toThrow(refused);
  await expect(split(mirror)).rejects.toThrow(refused);
});

test('a form of an address that was split off by itself is not the other article', async () => {
  const store = await aLibrary().open();
  const { articleId } = await keep(store);
  const mobile = address.replace('https://', 'https://m.');
  await keep(store, {}, mobile);
  await splitAddress(store, { commandId: anId(), articleId, address: mobile });
  expect((await findArticle(store, mobile))?.id).not.toBe(articleId);
  expect((await findArticle(store, address))?.id).toBe(articleId);
});

test('a correction is kept as the reader’s, whatever is read or imported later, and undo takes it back', async () => {
  const store = await aLibrary().open();
  const { articleId } = await keep(store);
  const before = await records(store);
  const correct = (value: string[] | null) =>
    correctMetadata(store, { commandId: anId(), articleId, field: 'authors', value });
  await correct(['闻知夏', '苏展']);
  await keep(store, { article: { metadata: someMetadata({ authors: null }), text: '另一次读到的文字。' } });
  const later = anArticle({
    id: articleId,
    addresses: [address],
    metadata: someMetadata({
      authors: { value: ['编辑部'], from: 'meta' },
      section: { value: '要闻', from: 'meta' },
    }),
    modified: '2031-01-01T00:00:00.000Z',
  });
  await importArchive(store, anId(), anArchive({ articles: [later] }));
  expect((await findArticle(store, address))?.metadata).toMatchObject({
    authors: { value: ['闻知夏', '苏展'], from: 'reader' },
    section: { value: '要闻', from: 'meta' },
  });
  await undo(store, anId());
  await undo(store, anId());
  await correct(null);
  expect((await findArticle(store, address))?.metadata.authors).toBeNull();
  await undo(store, anId());
  await undo(store, anId());
  expect(await records(store)).toEqual(before);
});

test.each([
  ['published', '2024-01-10 09:31 +08:00', '2024-01-10T09:31+08:00'],
  ['published', '2024', '2024'],
  ['language', 'zh-cn', 'zh-CN'],
  ['title', '  老河回来了 ', '老河回来了'],
] as const)('%s can be given as “%s”', async (field, value, stored) => {
  const store = await aLibrary().open();
  const { articleId } = await keep(store);
  await correctMetadata(store, { commandId: anId(), articleId, field, value });
  expect((await findArticle(store, address))?.metadata[field]).toMatchObject({
    value: stored,
    from: 'reader',
  });
});

test.each([
  ['published', 'last week'],
  ['published', '2024-13-40'],
  ['language', 'not a language'],
] as const)('%s cannot be “%s”', async (field, value) => {
  const store = await aLibrary().open();
  const { articleId } = await keep(store);
  await expect(correctMetadata(store, { commandId: anId(), articleId, field, value })).rejects.toThrow(
    expect.objectContaining({ name: 'BadCorrectionError' }),
  );
});

test('an archive tells corrections and addresses, and nothing that follows from them', async () => {
  const store = await aLibrary().open();
  const { articleId } = await keep(store);
  await joinAddress(store, { commandId: anId(), articleId, address: mirror });
  await correctMetadata(store, { commandId: anId(), articleId, field: 'title', value: '改正' });
  const archive = await readArchive(store, 'everything');
  expect(Object.keys(archive.articles[0] ?? {}).sort()).toEqual(
    ['addresses', 'created', 'id', 'metadata', 'modified', 'snapshot'].sort(),
  );
  const other = await aLibrary().open();
  await importArchive(other, anId(), archive);
  expect((await readArchive(other, 'everything')).articles).toEqual(archive.articles);
  expect((await findArticle(other, 'https://m.mirror.example/7'))?.id).toBe(articleId);
});

test('a library of the first version opens with every article found by its forms and its text, and nothing else changed', async () => {
  const library = aLibrary();
  const { indexedDB } = library;
  const first = new Dexie('pressmark', { indexedDB, IDBKeyRange });
  first.version(1).stores({
    articles: 'id, *addresses',
    snapshots: 'sha256',
    annotations: 'id, articleId, [modified+id], deleted',
    codes: 'id',
    operations: 'id, &clock',
    meta: 'key',
  });
  const text = '全区经济稳中向好，老河回来了，两岸居民都说这一年半没有白等，账也算得清清楚楚。';
  const snapshot = aSnapshot({ text });
  const article = anArticle({ addresses: [`${address}?smid=old`], snapshot: snapshot.sha256 });
  await first.table('articles').add(article);
  await first.table('snapshots').add(snapshot);
  first.close();

  const store = await library.open();
  expect(store.readOnly).toBe(false);
  expect((await findArticle(store, address.replace('https://', 'http://m.')))?.id).toBe(article.id);
  expect(await lookalikes(store, { marks: fingerprint(text), own: null, address: mirror })).toHaveLength(1);
  const { articles, snapshots } = await readArchive(store, 'everything');
  expect({ articles, snapshots }).toEqual({ articles: [article], snapshots: [snapshot] });
});
