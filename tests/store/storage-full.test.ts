/** A full disk is named as such to whoever asked, at whichever step it shows, and loses nothing that was there. */

import { IDBFactory, IDBKeyRange, IDBObjectStore, IDBTransaction } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { problemOf } from '../../core/problem';
import { editAnnotation } from '../../store/annotations';
import { importArchive, readArchive } from '../../store/archive';
import { openStore, type Store } from '../../store/open-store';
import { undo } from '../../store/undo';
import { anId } from '../builders';
import { address, aLibrary, contents, keep } from './a-library';

const isFull = () => new DOMException('the disk is full', 'QuotaExceededError');

/** What fake-indexeddb does inside a transaction, where the standard has steps of the browser. */
interface Inside {
  _abort(reason: string): void;
  _execRequestAsync(asked: { operation(): unknown; source: unknown }): IDBRequest;
}

type WritableStore = IDBObjectStore & { transaction: Inside };
type Mutation = (this: WritableStore, ...given: unknown[]) => IDBRequest;

/** Puts something else in the place of every write. */
function replaceWrites(broken: (original: Mutation) => Mutation): void {
  for (const name of ['put', 'add'] as const) {
    const original = IDBObjectStore.prototype[name] as unknown as Mutation;
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(broken(original) as never);
  }
}

/** Ends the transaction, for want of room, once a write is done into a table of that name. */
const abortAfter = (table: RegExp) =>
  replaceWrites(
    (original) =>
      function (...given) {
        const request = original.apply(this, given);
        if (table.test(this.name)) {
          request.addEventListener('success', () => this.transaction._abort('QuotaExceededError'));
        }
        return request;
      },
  );

/** The moments at which a browser may find that it has no room. */
const moments: Record<string, () => void> = {
  'as soon as a record is put': () =>
    replaceWrites(() => () => {
      throw isFull();
    }),
  'when a request is carried out': () =>
    replaceWrites(
      () =>
        function () {
          const operation = () => {
            throw isFull();
          };
          return this.transaction._execRequestAsync({ operation, source: this });
        },
    ),
  'amid a transaction': () => abortAfter(/./u),
  // The operation is written last: after it nothing is left but the commit.
  'when a transaction is committed': () => abortAfter(/^operations$/u),
};

const acts: Record<string, (store: Store, id: string) => Promise<unknown>> = {
  keeping: (store) => keep(store, { note: '二', newCodes: ['乙'] }),
  editing: (store, id) => editAnnotation(store, { commandId: anId(), id, address, edit: { note: '新' } }),
  undoing: (store) => undo(store, anId()),
  async importing(store) {
    vi.restoreAllMocks();
    const source = await aLibrary().open();
    for (const note of ['1', '2', '3']) await keep(source, { note }, 'https://news.example/9');
    const archive = await readArchive(source, 'everything');
    restart();
    return importArchive(store, anId(), archive);
  },
};

let restart = () => {};
afterEach(() => vi.restoreAllMocks());

describe.each(Object.entries(moments))('%s', (_moment, start) => {
  test.each(Object.entries(acts))(
    '%s says that the storage is full, and changes nothing',
    async (_act, act) => {
      const library = aLibrary();
      const store = await library.open();
      const { id } = await keep(store, { newCodes: ['甲'] });
      const before = await contents(store);
      restart = start;
      start();
      const error = await act(store, id).catch((thrown: unknown) => thrown);
      vi.restoreAllMocks();
      expect(error).toBeInstanceOf(Error);
      expect(problemOf(error).key).toBe('problem_storage_full');
      // Errors reach a page by name and message only.
      const { name, message } = error as Error;
      expect(problemOf(Object.assign(new Error(message), { name })).key).toBe('problem_storage_full');
      expect(await contents(await library.open())).toEqual(before);
    },
  );
});

test('a library that finds no room to open says so', async () => {
  class FullFactory extends IDBFactory {
    override open(): never {
      throw isFull();
    }
  }
  const environment = { newId: anId, now: () => 0, announce: () => {} };
  const opening = openStore({ ...environment, indexedDB: new FullFactory(), IDBKeyRange });
  const error = await opening.catch((thrown: unknown) => thrown);
  expect(problemOf(error).key).toBe('problem_storage_full');
});

test('other refusals of the database are not taken for a full disk', async () => {
  const store = await aLibrary().open();
  const abort = IDBTransaction.prototype.abort;
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore) {
    abort.call(this.transaction);
    throw new DOMException('Quota is not the reason', 'UnknownError');
  });
  const error = await keep(store).catch((thrown: unknown) => thrown);
  expect(problemOf(error).key).not.toBe('problem_storage_full');
});
