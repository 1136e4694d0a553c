/** A library of every earlier version opens with all that it has, and with what today's version finds it by. */

import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { editAnnotation, removeAnnotation } from '../../store/annotations';
import { importArchive } from '../../store/archive';
import { codeCounts } from '../../store/codes';
import { withKeys, withTouched } from '../../store/derived';
import { annotationHistory } from '../../store/history';
import { editAnnotations } from '../../store/many';
import type { Store } from '../../store/open-store';
import { undo } from '../../store/undo';
import { allVariables } from '../../store/variables';
import { anAnnotation, anArchive, anArticle, anId } from '../builders';
import { address, aLibrary, contents, keep } from './a-library';
import { expectInStep } from './in-step';

/** As versions 1 to 4 declared them: what a released version declared is never edited. */
const firstTables = {
  articles: 'id, *addresses',
  snapshots: 'sha256',
  annotations: 'id, articleId, [modified+id], deleted',
  codes: 'id',
  operations: 'id, &clock',
  meta: 'key',
};
const secondTables = {
  ...firstTables,
  articles: 'id, *addresses, *keys, snapshot',
  fingerprints: 'sha256, *marks',
};

/** With a step of over a thousand annotations, one in the trash, and one that was undone. */
async function aUsedLibrary() {
  const library = aLibrary();
  const store = await library.open();
  const { id } = await keep(store, { newCodes: ['主体/区委'], note: '甲' });
  const article = anArticle({ addresses: ['https://news.example/2'] });
  const annotations = Array.from({ length: 1_001 }, () => anAnnotation({ articleId: article.id }));
  await importArchive(store, anId(), anArchive({ articles: [article], annotations }));
  await editAnnotations(store, {
    commandId: anId(),
    ids: annotations.map((one) => one.id),
    edit: { addNote: '再看' },
  });
  await editAnnotation(store, { commandId: anId(), id, address, edit: { note: '乙' } });
  await removeAnnotation(store, { commandId: anId(), id, address });
  await undo(store, anId());
  return { library, store, id };
}

/** Every row as it is on disk, with what is stored only to find records by. */
async function rows(indexedDB: IDBFactory): Promise<Record<string, unknown[]>> {
  const database = await new Dexie('pressmark', { indexedDB, IDBKeyRange }).open();
  // Segments are parted as they grew, or all at once; what they hold is looked at apart.
  const tables = database.tables.filter(({ name }) => name !== 'segments');
  const all = await Promise.all(tables.map(async (table) => [table.name, await table.toArray()]));
  database.close();
  return Object.fromEntries(all);
}

const thirdTables = {
  ...secondTables,
  annotations: 'id, articleId, [modified+id], deleted, *codeIds',
  operations: 'id, &clock, *touched',
  variables: 'id',
};
const fourthTables = { ...thirdTables, segments: 'from, stamp', counts: 'key' };
const tablesOf = { 1: firstTables, 2: secondTables, 3: thirdTables, 4: fourthTables };

async function writeAsOf(version: 1 | 2 | 3 | 4, indexedDB: IDBFactory, source: Store): Promise<void> {
  const old = new Dexie('pressmark', { indexedDB, IDBKeyRange });
  old.version(version).stores(tablesOf[version]);
  const { articles, variables, operations, ...others } = await contents(source);
  const fingerprints = await source.database.fingerprints.toArray();
  const known = {
    operations: version >= 3 ? operations.map(withTouched) : operations,
    ...(version === 1 ? { articles } : { articles: articles.map(withKeys), fingerprints }),
    ...(version >= 3 && { variables }),
    // What it stored is made anew, whatever it is.
    ...(version === 4 && {
      segments: [
        { from: '', stamp: 7 },
        { from: 'b', stamp: 8 },
      ],
      counts: [{ key: 'kept', count: 9 }],
    }),
  };
  for (const [table, all] of Object.entries({ ...others, ...known })) {
    await old.table<unknown>(table).bulkAdd(all);
  }
  old.close();
}

test.each([1, 2, 3, 4] as const)(
  'a library of version %i opens with every record and step as it was, found by all that a new one is found by',
  async (version) => {
    const { library: used, store: source, id } = await aUsedLibrary();
    const wanted = await contents(source);
    const onDisk = await rows(used.indexedDB);

    const library = aLibrary();
    await writeAsOf(version, library.indexedDB, source);
    const store = await library.open();
    expect(store.readOnly).toBe(false);
    expect(await contents(store)).toStrictEqual(wanted);
    expect(await rows(library.indexedDB)).toEqual(onDisk);
    await expectInStep(store);

    expect(await store.database.operations.where('touched').equals('*').count()).toBe(1);
    expect(await store.database.operations.where('touched').equals(id).count()).toBe(4);
    expect((await annotationHistory(store, id)).map(({ kind }) => kind)).toEqual(['delete', 'note', 'keep']);
    expect([...(await codeCounts(store)).values()]).toEqual([1]);
    expect(await allVariables(store)).toEqual([]);
    await undo(store, anId());
    expect((await store.database.annotations.get(id))?.note).toBe('甲');
  },
);
