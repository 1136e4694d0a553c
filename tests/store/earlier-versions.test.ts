/** Libraries and backups that were written by the code of each earlier version open with everything that they hold. */

import { readdirSync, readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { type Archive, parseArchive, readArchiveFile } from '../../core/archive';
import { importArchive, readArchive } from '../../store/archive';
import { checkIntegrity } from '../../store/integrity';
import { redo, undo } from '../../store/undo';
import { anId } from '../builders';
import { aLibrary, contents } from './a-library';
import { expectInStep } from './in-step';

/** A database as it lay on disk: rows with what is stored only to find them by. */
interface Dump {
  version: number;
  /** As Dexie declares them. */
  stores: Record<string, string>;
  rows: Record<string, Record<string, unknown>[]>;
}

const folder = 'tests/fixtures';
const versions = readdirSync(`${folder}/libraries`).map((name) => Number(/\d+/u.exec(name)?.[0]));

function readDump(version: number): Dump {
  const text = readFileSync(`${folder}/libraries/version-${version}.json`, 'utf8');
  return JSON.parse(text, (_key, value) => (value?.$typed === undefined ? value : typed(value)));
}

/** JSON has no form for them. */
function typed({ $typed, values }: { $typed: string; values: number[] }): unknown {
  const make = { Float64Array, Uint32Array, Uint16Array, Uint8Array, Int32Array }[$typed];
  if (make === undefined) throw new Error(`${$typed} is not known`);
  return new make(values);
}

async function writeDump({ version, stores, rows }: Dump, indexedDB: IDBFactory): Promise<void> {
  const old = new Dexie('pressmark', { indexedDB, IDBKeyRange });
  old.version(version).stores(stores);
  for (const [table, all] of Object.entries(rows)) await old.table(table).bulkAdd(all);
  old.close();
}

function without(rows: Record<string, unknown>[] = [], field: string) {
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== field)));
}

const asRecords = ({ exported: _, ...records }: Archive) => records;

test('there is a library and a backup of every version that was released', () => {
  const schema = readFileSync('store/schema.ts', 'utf8');
  const released = [...schema.matchAll(/\.version\((\d+)\)/gu)].map(([, number]) => Number(number));
  expect(versions).toEqual(released);
  expect(readdirSync(`${folder}/backups`)).toEqual(released.map((version) => `version-${version}.json`));
});

test.each(versions)('a library of version %i keeps every record and every step', async (version) => {
  const dump = readDump(version);
  const library = aLibrary();
  await writeDump(dump, library.indexedDB);
  const store = await library.open();
  expect(store.readOnly).toBe(false);
  const { annotations, articles, codes, meta, operations, snapshots, variables = [] } = dump.rows;
  const known = {
    annotations,
    codes,
    meta,
    snapshots,
    variables,
    articles: without(articles, 'keys'),
    operations: without(operations, 'touched'),
  };
  const before = await contents(store);
  expect(before).toEqual(known);
  await expectInStep(store);
  expect(await checkIntegrity(store, { signal: new AbortController().signal })).toEqual({
    segments: 0,
    counts: false,
  });
  let undone = 0;
  while ((await undo(store, anId())) !== null) undone += 1;
  expect(await store.database.annotations.count()).toBe(0);
  for (; undone > 0; undone -= 1) await redo(store, anId());
  const { operations: _operations, ...after } = await contents(store);
  const { operations: _steps, ...wanted } = before;
  expect(after).toEqual(wanted);
});

test.each(versions)(
  'a backup of version %i gives an empty library all that its library had',
  async (version) => {
    const text = readFileSync(`${folder}/backups/version-${version}.json`, 'utf8');
    const { archive, bad } = readArchiveFile(text);
    expect(bad).toEqual([]);
    const store = await aLibrary().open();
    await importArchive(store, anId(), archive);
    expect(asRecords(sorted(await readArchive(store, 'everything')))).toEqual(asRecords(parseArchive(text)));

    const old = aLibrary();
    await writeDump(readDump(version), old.indexedDB);
    const itself = await readArchive(await old.open(), 'everything');
    expect(asRecords(sorted(itself))).toEqual(asRecords(parseArchive(text)));
  },
);

/** In the order of the file. */
function sorted(archive: Archive): Archive {
  const snapshots = archive.snapshots.toSorted((one, other) => (one.sha256 < other.sha256 ? -1 : 1));
  return { ...archive, snapshots };
}
