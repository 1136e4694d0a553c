/** The library opens again for the next one who asks, whoever closed it. */

import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import { problemOf } from '../../core/problem';
import { keepAnnotation } from '../../store/annotations';
import { countAnnotations } from '../../store/read';
import { createStoreOpener } from '../../store/store-opener';
import { anId } from '../builders';
import { aDraft, address, keep } from './a-library';

function anOpener(indexedDB = new IDBFactory()) {
  const open = vi.spyOn(indexedDB, 'open');
  const environment = { newId: anId, now: () => Date.parse('2026-03-01T08:00:00Z'), announce: () => {} };
  return { indexedDB, open, store: createStoreOpener({ ...environment, indexedDB, IDBKeyRange }) };
}

async function upgrade(indexedDB: IDBFactory): Promise<void> {
  const newer = new Dexie('pressmark', { indexedDB, IDBKeyRange });
  newer.version(6).stores({
    articles: 'id, *addresses, *keys, snapshot',
    snapshots: 'sha256',
    fingerprints: 'sha256, *marks',
    annotations: 'id, articleId, [modified+id], deleted',
    codes: 'id',
    operations: 'id, &clock',
    meta: 'key',
  });
  await newer.open();
  newer.close();
}

test('all who ask, at once or later, get one open library', async () => {
  const { open, store } = anOpener();
  const [first, second] = await Promise.all([store(), store()]);
  expect(second).toBe(first);
  expect(await store()).toBe(first);
  expect(open).toHaveBeenCalledTimes(1);
});

test('a library that was cleared away meanwhile opens anew, and the command that failed is done', async () => {
  const { indexedDB, open, store } = anOpener();
  const closed = await store();
  await keep(closed);
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('pressmark');
    request.addEventListener('success', resolve);
    request.addEventListener('error', reject);
  });
  const request = { commandId: anId(), address, source: address, draft: aDraft() };
  const error = await keepAnnotation(closed, request).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'DatabaseClosedError' });
  expect(problemOf(error).key).toBe('problem_library');

  const [again, other] = await Promise.all([store(), store()]);
  expect(other).toBe(again);
  expect(open).toHaveBeenCalledTimes(2);
  await keepAnnotation(again, request);
  expect(await countAnnotations(again)).toBe(1);
});

test('a library that newer code upgraded opens again to be read, and each write is refused by name', async () => {
  const { indexedDB, store } = anOpener();
  await keep(await store());
  await upgrade(indexedDB);
  const again = await store();
  expect(again.readOnly).toBe(true);
  expect(await countAnnotations(again)).toBe(1);
  const error = await keep(again).catch((thrown: unknown) => thrown);
  expect(problemOf(error).key).toBe('problem_newer');
});

test('after an opening that failed the next one is tried anew', async () => {
  const { open, store } = anOpener();
  open.mockImplementationOnce(() => {
    throw new DOMException('not now', 'NotAllowedError');
  });
  await expect(store()).rejects.toThrow(expect.objectContaining({ name: 'StorageRefusedError' }));
  expect(await countAnnotations(await store())).toBe(0);
});
