/** A write is whole or absent, whatever fails at whichever step, and two connections never lose each other's. */

import { IDBDatabase, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { editAnnotation, keepAnnotation, removeAnnotation, restoreAnnotation } from '../../store/annotations';
import { importArchive, readArchive } from '../../store/archive';
import { allCodes, colourCode, renameCode } from '../../store/codes';
import { editAnnotations, removeAnnotations } from '../../store/many';
import type { Store } from '../../store/open-store';
import { deleteCodes, mergeCodes } from '../../store/recode';
import { emptyTrash } from '../../store/trash';
import { redo, undo } from '../../store/undo';
import { fillVariable, removeVariable, saveVariable } from '../../store/variables';
import { anId } from '../builders';
import { aDraft, address, aLibrary, contents, keep } from './a-library';

// Hundreds of transactions in one test take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

type Act = (store: Store, commandId: string) => Promise<unknown>;

/** For each way to write: what must be there first, and then the write. */
const writes: Record<string, (store: Store) => Promise<Act>> = {
  'keep, the first of an article': async () => (store, commandId) =>
    keepAnnotation(store, {
      commandId,
      address,
      source: address,
      draft: aDraft({ newCodes: ['主体/区委'] }),
    }),
  'keep, a further one': async (prepared) => {
    await keep(prepared);
    return (store, commandId) =>
      keepAnnotation(store, { commandId, address, source: address, draft: aDraft({ note: '二' }) });
  },
  'edit note and codes': async (prepared) => {
    const { id } = await keep(prepared);
    const edit = { note: '新', newCodes: ['甲', '乙'] };
    return (store, commandId) => editAnnotation(store, { commandId, id, address, edit });
  },
  remove: async (prepared) => {
    const { id } = await keep(prepared);
    return (store, commandId) => removeAnnotation(store, { commandId, id, address });
  },
  restore: async (prepared) => {
    const { id } = await keep(prepared);
    await removeAnnotation(prepared, { commandId: anId(), id, address });
    return (store, commandId) => restoreAnnotation(store, { commandId, id, address });
  },
  'rename a code': async (prepared) => {
    const { codeIds } = await keep(prepared, { newCodes: ['甲'] });
    return (store, commandId) => renameCode(store, { commandId, id: codeIds[0] ?? '', name: '乙' });
  },
  'colour a code': async (prepared) => {
    const { codeIds } = await keep(prepared, { newCodes: ['甲'] });
    return (store, commandId) => colourCode(store, { commandId, id: codeIds[0] ?? '', colour: 'grey' });
  },
  'merge codes': async (prepared) => {
    await keep(prepared, { newCodes: ['甲/下', '乙/下', '丙'] });
    const codes = await allCodes(prepared);
    const [into = '', ...ids] = codes.filter(({ parentId }) => parentId === null).map(({ id }) => id);
    return (store, commandId) => mergeCodes(store, { commandId, ids, intoId: into });
  },
  'delete codes': async (prepared) => {
    const { codeIds } = await keep(prepared, { newCodes: ['甲', '乙'] });
    return (store, commandId) => deleteCodes(store, { commandId, ids: codeIds });
  },
  'edit several': async (prepared) => {
    const ids = [(await keep(prepared)).id, (await keep(prepared)).id];
    const edit = { newCodes: ['甲/乙'], addNote: '再看' };
    return (store, commandId) => editAnnotations(store, { commandId, ids, edit });
  },
  'empty the trash': async (prepared) => {
    const ids = [(await keep(prepared)).id, (await keep(prepared)).id];
    await removeAnnotations(prepared, { commandId: anId(), ids });
    return (store, commandId) => emptyTrash(store, { commandId, before: null });
  },
  'remove a variable': async (prepared) => {
    const { articleId } = await keep(prepared);
    const variable = { commandId: anId(), id: null, name: '级别', kind: 'text', choices: [] } as const;
    const { id } = await saveVariable(prepared, variable);
    await fillVariable(prepared, { commandId: anId(), articleId, variableId: id, value: '市' });
    return (store, commandId) => removeVariable(store, { commandId, id });
  },
  undo: async (prepared) => {
    await keep(prepared, { newCodes: ['主体/区委'] });
    return undo;
  },
  redo: async (prepared) => {
    await keep(prepared, { newCodes: ['主体/区委'] });
    await undo(prepared, anId());
    return redo;
  },
  import: async () => {
    const source = await aLibrary().open();
    const { id } = await keep(source, { newCodes: ['主体/区委'] });
    await editAnnotation(source, { commandId: anId(), id, address, edit: { note: '新' } });
    const archive = await readArchive(source, 'everything');
    return (store, commandId) => importArchive(store, commandId, archive);
  },
};

const mutations = ['add', 'put', 'delete'] as const;

/** What happens to the write of that number, counted from 1, instead of or after it. */
type Fault = 'is refused' | 'is followed by an abort';

type Mutation = (this: IDBObjectStore, value: unknown) => IDBRequest;

/** Returns how many writes reached IndexedDB. */
function breakWrite(number: number, fault: Fault): () => number {
  let count = 0;
  for (const name of mutations) {
    const original: Mutation = IDBObjectStore.prototype[name] as Mutation;
    const broken: Mutation = function (value) {
      count += 1;
      if (count !== number) return original.call(this, value);
      if (fault === 'is refused') throw new DOMException('the disk is full', 'QuotaExceededError');
      const request = original.call(this, value);
      request.addEventListener('success', () => this.transaction.abort());
      return request;
    };
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(broken);
  }
  return () => count;
}

afterEach(() => vi.restoreAllMocks());

describe.each(Object.entries(writes))('%s', (_name, prepare) => {
  test.each<Fault>(['is refused', 'is followed by an abort'])(
    'when any one write %s, nothing changes and asking again does it all',
    async (fault) => {
      let steps = 1;
      for (let step = 1; step <= steps; step += 1) {
        const library = aLibrary();
        const store = await library.open();
        const act = await prepare(store);
        const before = await contents(store);
        const announced = library.announcements.length;
        const commandId = anId();

        const writesSoFar = breakWrite(step, fault);
        await expect(act(store, commandId)).rejects.toThrow();
        vi.restoreAllMocks();
        expect(writesSoFar()).toBeGreaterThanOrEqual(step);
        expect(await contents(await library.open())).toEqual(before);
        expect(library.announcements).toHaveLength(announced);

        const writesInAll = breakWrite(0, fault);
        await act(store, commandId);
        vi.restoreAllMocks();
        steps = writesInAll();
        const after = await contents(await library.open());
        expect(after.operations).toHaveLength(before.operations.length + 1);
        await act(store, commandId);
        expect(await contents(store)).toEqual(after);
        expect(library.announcements).toHaveLength(announced + 1);
      }
      expect(steps).toBeGreaterThan(1);
    },
  );
});

test('two connections that write 200 annotations each at once lose none, in one strict order', async () => {
  const library = aLibrary();
  const stores = await Promise.all([library.open(), library.open()]);
  const work = stores.flatMap((store) =>
    Array.from({ length: 200 }, (_, index) => keep(store, { note: `${index}` })),
  );
  const kept = await Promise.all(work);

  const { annotations, articles, operations, meta } = await contents(await library.open());
  expect(new Set(kept.map(({ id }) => id)).size).toBe(400);
  expect(annotations).toHaveLength(400);
  expect(articles).toHaveLength(1);
  expect(operations).toHaveLength(400);
  expect(meta).toHaveLength(1);
  expect(library.announcements).toHaveLength(400);
  const clocks = await stores[0]?.database.operations.orderBy('clock').uniqueKeys();
  expect(clocks).toHaveLength(400);
});

test('operations sort in the order in which they were written, even when the wall clock jumps back', async () => {
  const library = aLibrary();
  const store = await library.open();
  let time = Date.parse('2026-03-01T08:00:00Z');
  store.environment.now = () => (time -= 3_600_000);
  for (const note of ['1', '2', '3']) await keep(store, { note });
  const ordered = await store.database.operations.orderBy('clock').toArray();
  const notes = ordered.flatMap(({ changes }) => changes.filter(({ table }) => table === 'annotations'));
  expect(notes).toMatchObject([{ after: { note: '1' } }, { after: { note: '2' } }, { after: { note: '3' } }]);
});

test('every write asks the browser to have it on disk before it calls it complete', async () => {
  const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const store = await aLibrary().open();
  await keep(store);
  const writing = begin.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writing).toHaveLength(1);
  expect(writing[0]?.[2]).toEqual({ durability: 'strict' });
});

test('a write is acknowledged only after its transaction is complete', async () => {
  const store = await aLibrary().open();
  const seen: string[] = [];
  store.environment.announce = () => seen.push('announced');
  const original = store.database.transaction.bind(store.database);
  vi.spyOn(store.database, 'transaction').mockImplementation((...given: Parameters<typeof original>) => {
    const running = original(...given);
    seen.push('started');
    return running.then((value) => {
      seen.push('complete');
      return value;
    });
  });
  await keep(store);
  seen.push('acknowledged');
  expect(seen).toEqual(['started', 'complete', 'announced', 'acknowledged']);
});
