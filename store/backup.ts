/** Makes the file that holds everything, keeps in mind when that was done, and knows when it is due. */

import { serializeArchive } from '../core/archive';
import {
  BackupNotSavedError,
  type BackupRhythm,
  type BackupState,
  isBackupDue,
  readBackupState,
} from '../core/backup';
import { readArchive } from './archive';
import { allChoices } from './choices';
import { NewerLibraryError } from './errors';
import type { Store } from './open-store';

const key = 'backup';

export interface BackupFile {
  name: string;
  content: Blob;
  /** Of the latest operation in it. */
  clock: string | null;
}

/** With the trash, and with what the reader has chosen. Works on a library that is read-only. */
export async function makeBackup(store: Store): Promise<BackupFile> {
  // Before the records: what is written meanwhile makes the next backup due.
  const clock = await latestClock(store);
  const archive = await readArchive(store, 'everything');
  const text = serializeArchive({ ...archive, choices: await allChoices(store) });
  return {
    name: `Pressmark backup ${archive.exported.slice(0, 10)}.json`,
    content: new Blob([text], { type: 'application/json' }),
    clock,
  };
}

export async function backupState({ database }: Store): Promise<BackupState> {
  return readBackupState((await database.meta.get(key))?.value ?? '{}');
}

/** @throws NewerLibraryError */
export function chooseBackup(store: Store, every: BackupRhythm): Promise<void> {
  return change(store, { every, failure: null });
}

/**
 * Makes a backup, has it saved, and notes what came of it.
 * @param save resolves once the file is on disk @throws BackupNotSavedError
 */
export async function backUp(store: Store, save: (file: BackupFile) => Promise<void>): Promise<void> {
  const at = new Date(store.environment.now()).toISOString();
  try {
    const file = await makeBackup(store);
    await save(file);
    await change(store, { last: { at, fileName: file.name, clock: file.clock }, failure: null });
  } catch (error) {
    const why = error instanceof BackupNotSavedError ? error.why : 'not-saved';
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    await change(store, { failure: { at, why, detail } });
    throw error;
  }
}

/** Also what was missed while no browser ran. What fails is noted. @returns whether one was made */
export async function backUpIfDue(store: Store, save: (file: BackupFile) => Promise<void>): Promise<boolean> {
  if (store.readOnly || !(await isDue(store))) return false;
  return backUp(store, save).then(
    () => true,
    () => false,
  );
}

/** Costs two looks into the library. */
async function isDue(store: Store): Promise<boolean> {
  const state = await backupState(store);
  return (
    state.every !== 'off' &&
    isBackupDue(state, { now: store.environment.now(), clock: await latestClock(store) })
  );
}

async function change(store: Store, fields: Partial<BackupState>): Promise<void> {
  const { database, readOnly } = store;
  if (readOnly) throw new NewerLibraryError();
  await database.transaction('rw', database.meta, async () => {
    await database.meta.put({ key, value: JSON.stringify({ ...(await backupState(store)), ...fields }) });
  });
}

async function latestClock({ database }: Store): Promise<string | null> {
  const [latest] = await database.operations.orderBy('clock').reverse().limit(1).keys();
  return typeof latest === 'string' ? latest : null;
}
