/** Opens the library of this browser profile, or says by name why it cannot be written. */

import { Dexie, type DexieOptions } from 'dexie';
import type { OperationKind } from '../core/operation';
import { withoutKeys, withoutTouched } from './derived';
import { isStorageFull, NewerLibraryError, StorageFullError, StorageRefusedError } from './errors';
import { declareSchema, isNewer, type LibraryDatabase, tableNames } from './schema';

/** What a complete write changed, for those who show it. */
export interface Announcement {
  kind: OperationKind | 'settings';
  /** The articles whose own record or whose annotations changed. */
  articleIds: string[];
  /** Codes changed, which any article may show. */
  codebook: boolean;
}

interface Environment {
  /** A new UUID. */
  newId(): string;
  /** Wall clock, milliseconds since 1970. */
  now(): number;
  /** Called after each complete write. Must not throw: the write is done whatever comes of it. */
  announce(announcement: Announcement): void;
}

export interface StoreOptions extends Environment {
  /** `pressmark` unless told. */
  name?: string;
  indexedDB?: IDBFactory;
  IDBKeyRange?: typeof globalThis.IDBKeyRange;
}

export interface Store {
  database: LibraryDatabase;
  environment: Environment;
  /** Newer code wrote this library: every write throws NewerLibraryError, reading and export work. */
  readOnly: boolean;
}

/**
 * The caller closes `database`. When other code asks to upgrade the library, it closes by itself and stays closed:
 * every later call rejects with Dexie's DatabaseClosedError. `createStoreOpener` opens it again.
 * @throws StorageRefusedError where the browser keeps no database for us, StorageFullError where it has no room for it
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { newId, now, announce, name = 'pressmark' } = options;
  const factory: IDBFactory | undefined = options.indexedDB ?? globalThis.indexedDB;
  if (factory === undefined) throw new StorageRefusedError('there is no IndexedDB here');
  try {
    // Dexie itself would open a newer database, drop what it does not know, and add indexes that it misses.
    const readOnly = isNewer(await versionOnDisk(factory, name));
    const database = new Dexie(name, dexieOptions(factory, options.IDBKeyRange)) as LibraryDatabase;
    if (!readOnly) prepareForWriting(database);
    giveWayToUpgrades(database);
    await database.open();
    if (readOnly) nameTables(database);
    database.articles.hook('reading', withoutKeys);
    database.operations.hook('reading', withoutTouched);
    return { database, environment: { newId, now, announce }, readOnly };
  } catch (error) {
    if (isStorageFull(error)) throw new StorageFullError(error);
    throw isRefusal(error) ? new StorageRefusedError(error) : error;
  }
}

function dexieOptions(factory: IDBFactory, keyRange = globalThis.IDBKeyRange): DexieOptions {
  return {
    indexedDB: factory,
    IDBKeyRange: keyRange,
    chromeTransactionDurability: 'strict',
    // The cache shows writes before they are complete; "saved" must mean saved.
    cache: 'disabled',
  };
}

async function versionOnDisk(factory: IDBFactory, name: string): Promise<number> {
  const databases = await factory.databases();
  return databases.find((database) => database.name === name)?.version ?? 0;
}

function prepareForWriting(database: LibraryDatabase): void {
  declareSchema(database);
  // Dexie opens again by itself when the browser closed the database; by then it may be newer.
  const isSticky = true;
  database.on(
    'ready',
    () => {
      if (isNewer(database.backendDB().version)) throw new NewerLibraryError();
    },
    isSticky,
  );
}

/** Dexie names tables on the database only where it was told of them before it opened. */
function nameTables(database: LibraryDatabase): void {
  for (const table of database.tables) {
    if (tableNames.includes(table.name)) Object.assign(database, { [table.name]: table });
  }
}

function giveWayToUpgrades(database: LibraryDatabase): void {
  database.on('versionchange', () => {
    database.close({ disableAutoOpen: true });
    // Dexie's own answer, which would open again with the old code, does not run.
    return false;
  });
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && /^(?:InvalidState|Security|NotAllowed|MissingAPI)Error$/u.test(error.name);
}
