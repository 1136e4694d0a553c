/** A new page finds in the file of packed texts, and in what was written since, what the segments tell. */

import { expect, test } from 'vitest';
import { parseQuery } from '../../core/query/parse-query';
import { removeAnnotation } from '../../store/annotations';
import { importArchive } from '../../store/archive';
import { checkIntegrity } from '../../store/integrity';
import { editAnnotations } from '../../store/many';
import type { Store } from '../../store/open-store';
import { createLibrarySearch } from '../../store/search';
import { anAnnotation, anArchive, anArticle, anId } from '../builders';
import { address, aLibrary, keep } from './a-library';

const { signal } = new AbortController();
const ask = (text: string) => ({ query: parseQuery(text), codes: [], signal });
const fileKey = 'packed-file/1';

async function aLargeLibrary(): Promise<Store> {
  const store = await aLibrary().open();
  const articles = Array.from({ length: 90 }, (_, index) =>
    anArticle({ addresses: [`https://x.example/${index}`] }),
  );
  const annotations = articles.flatMap(({ id }) =>
    Array.from({ length: 20 }, () => anAnnotation({ articleId: id })),
  );
  await importArchive(store, anId(), anArchive({ articles, annotations }));
  const search = createLibrarySearch(store);
  await search.newest(ask('稳中'), 1);
  await search.file();
  return store;
}

async function found(store: Store, text: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { packed, indexes } of createLibrarySearch(store).find(ask(text))) {
    for (const index of indexes) ids.push(packed.ids[index] ?? '');
  }
  return ids;
}

async function withoutFile(store: Store, text: string): Promise<string[]> {
  const entry = await store.database.meta.get(fileKey);
  await store.database.meta.delete(fileKey);
  const ids = await found(store, text);
  if (entry !== undefined) await store.database.meta.put(entry);
  return ids;
}

test('all is found by the file alone, and what was written since by the segments that changed', async () => {
  const store = await aLargeLibrary();
  let reads = 0;
  store.database.segments.hook('reading', (segment) => {
    reads += 1;
    return segment;
  });
  expect(await found(store, '稳中')).toHaveLength(1_800);
  expect(reads).toBe(0);
  expect(await found(store, '稳中')).toEqual(await withoutFile(store, '稳中'));

  const { id } = await keep(store, { note: '新政' });
  const [one = ''] = await found(store, '稳中');
  await editAnnotations(store, { commandId: anId(), ids: [one], edit: { addNote: '新政' } });
  reads = 0;
  expect((await found(store, '新政')).sort()).toEqual([id, one].sort());
  expect(reads).toBeLessThanOrEqual(2);
  await removeAnnotation(store, { commandId: anId(), id, address });
  expect(await found(store, '稳中')).toEqual(await withoutFile(store, '稳中'));
  store.database.close();
}, 120_000);

test('it is written again only where much was written since', async () => {
  const store = await aLargeLibrary();
  const stamp = async () => (await store.database.meta.get(fileKey))?.value;
  const first = await stamp();
  await keep(store);
  const search = createLibrarySearch(store);
  await search.newest(ask('稳中'), 1);
  await search.file();
  expect(await stamp()).toBe(first);
  const all = await found(store, '稳中');
  await editAnnotations(store, { commandId: anId(), ids: all, edit: { addNote: '新政' } });
  const other = createLibrarySearch(store);
  expect((await other.newest(ask('新政'), 1)).total).toBe(all.length);
  await other.file();
  expect(Number(await stamp())).toBeGreaterThan(Number(first));
  expect(await found(store, '新政')).toEqual(all);
  store.database.close();
}, 120_000);

test('a file that is cut off, or older than segments made anew, is not believed', async () => {
  const store = await aLargeLibrary();
  const entry = await store.database.meta.get(fileKey);
  if (entry?.file === undefined) throw new Error('no file was written');
  await store.database.meta.put({ ...entry, file: entry.file.slice(0, entry.file.size - 9) });
  expect(await found(store, '稳中')).toHaveLength(1_800);

  await store.database.meta.put(entry);
  await store.database.segments.where('from').notEqual('').delete();
  await checkIntegrity(store, { signal });
  for (let turn = 0; turn < 12; turn += 1) await keep(store, { note: '新政' });
  expect(await found(store, '新政')).toHaveLength(12);
  expect(await found(store, '稳中')).toEqual(await withoutFile(store, '稳中'));
  store.database.close();
}, 120_000);
