/** Opening: newer libraries, upgrades by other code, browsers that keep nothing. */

import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { removeAnnotation } from '../../store/annotations';
import { planImport, readArchive } from '../../store/archive';
import { allCodes } from '../../store/codes';
import { openStore } from '../../store/open-store';
import { countAnnotations, pageLibrary } from '../../store/read';
import { undo } from '../../store/undo';
import { anArchive, anId } from '../builders';
import { address, aLibrary, contents, keep, type TestLibrary } from './a-library';

/** As the next version of Pressmark might: another table, another index, a field more. */
async function upgrade({ indexedDB }: TestLibrary): Promise<void> {
  const newer = new Dexie('pressmark', { indexedDB, IDBKeyRange });
  newer
    .version(6)
    .stores({
      articles: 'id, *addresses, *keys, snapshot, created',
      snapshots: 'sha256',
      fingerprints: 'sha256, *marks',
      annotations: 'id, articleId, [modified+id], deleted, *codeIds',
      codes: 'id, parentId',
      operations: 'id, &clock, *touched',
      variables: 'id',
      meta: 'key',
      collections: 'id',
    })
    .upgrade((transaction) => transaction.table('annotations').toCollection().modify({ rating: 5 }));
  await newer.open();
  newer.close();
}

async function bytesOf({ indexedDB }: TestLibrary): Promise<string> {
  const database = new Dexie('pressmark', { indexedDB, IDBKeyRange });
  await database.open();
  const { version } = database.backendDB();
  const schema = database.tables.map(({ name, schema: { indexes } }) => [
    name,
    indexes.map((index) => index.src),
  ]);
  const tables = await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()]));
  database.close();
  return JSON.stringify({ version, schema, tables });
}

test('opening a library writes nothing into it', async () => {
  const { database, readOnly } = await aLibrary().open();
  expect(readOnly).toBe(false);
  for (const table of database.tables) expect(await table.count()).toBe(0);
});

test('what was written is there when the library is opened again, on the same device', async () => {
  const library = aLibrary();
  const store = await library.open();
  await keep(store, { newCodes: ['甲'] });
  const before = await contents(store);
  store.database.close();
  const again = await library.open();
  expect(await contents(again)).toEqual(before);
  await keep(again);
  const operations = await again.database.operations.toArray();
  expect(new Set(operations.map(({ device }) => device)).size).toBe(1);
});

test('a library from newer code opens read-only: it reads, exports, and does not change by a byte', async () => {
  const library = aLibrary();
  const first = await library.open();
  const { id } = await keep(first, { newCodes: ['主体/区委'] });
  first.database.close();
  await upgrade(library);
  const before = await bytesOf(library);

  const store = await library.open();
  expect(store.readOnly).toBe(true);
  expect(await countAnnotations(store)).toBe(1);
  expect(await allCodes(store)).toHaveLength(2);
  expect((await pageLibrary(store, address)).annotations).toMatchObject([{ id, rating: 5 }]);
  const archive = await readArchive(store, 'everything');
  expect(archive.annotations).toMatchObject([{ id, rating: 5 }]);
  expect(archive.snapshots).toHaveLength(1);
  await planImport(store, anArchive());
  const refused = expect.objectContaining({ name: 'NewerLibraryError' });
  await expect(keep(store)).rejects.toThrow(refused);
  await expect(removeAnnotation(store, { commandId: anId(), id, address })).rejects.toThrow(refused);
  await expect(undo(store, anId())).rejects.toThrow(refused);
  store.database.close();
  expect(await bytesOf(library)).toBe(before);
});

test('an open library gives way to an upgrade by newer code and writes nothing after it', async () => {
  const library = aLibrary();
  const store = await library.open();
  await keep(store);
  await upgrade(library);
  const before = await bytesOf(library);
  await expect(keep(store)).rejects.toThrow(expect.objectContaining({ name: 'DatabaseClosedError' }));
  expect(await bytesOf(library)).toBe(before);
});

test('a connection that opens again by itself refuses a library that became newer meanwhile', async () => {
  const library = aLibrary();
  const store = await library.open();
  store.database.close({ disableAutoOpen: false });
  await upgrade(library);
  await expect(keep(store)).rejects.toThrow(/newer version of Pressmark/u);
});

test('a browser that refuses to keep data is named as such', async () => {
  class RefusingFactory extends IDBFactory {
    override open(): never {
      throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
    }
  }
  const environment = { newId: anId, now: () => 0, announce: () => {} };
  const refused = expect.objectContaining({ name: 'StorageRefusedError' });
  const opening = openStore({ ...environment, indexedDB: new RefusingFactory(), IDBKeyRange });
  await expect(opening).rejects.toThrow(refused);
  await expect(openStore(environment)).rejects.toThrow(refused);
});
