/** Imports a file so that a browser that ends meanwhile loses nothing: the file waits in the library until all of it is written. */

import type { Archive } from '../core/archive';
import { type ImportOptions, type ImportPlan, importArchive } from './archive';
import { NewerLibraryError } from './errors';
import type { Store } from './open-store';

/** An import that was begun and has not ended. */
export interface WaitingImport {
  commandId: string;
  fileName: string;
  file: Blob;
  /** ISO 8601, UTC. */
  begun: string;
}

const key = 'import';

/**
 * As `importArchive`. Where the page or the browser ends before all is written, nothing of it is in the library, and
 * `waitingImport` gives the file; asked again with its command id, it is never imported twice.
 * @param archive what was read of the file
 */
export async function importFile(
  store: Store,
  { commandId, fileName, file }: Omit<WaitingImport, 'begun'>,
  archive: Archive,
  options: ImportOptions = {},
): Promise<ImportPlan> {
  const { database, environment, readOnly } = store;
  if (readOnly) throw new NewerLibraryError();
  const begun = new Date(environment.now()).toISOString();
  const value = JSON.stringify({ commandId, fileName, begun });
  await database.meta.put({ key, value, file });
  try {
    return await importArchive(store, commandId, archive, options);
  } finally {
    await database.meta.delete(key);
  }
}

/**
 * Null where none waits.
 * While a page is writing one, this answers when it has ended.
 */
export async function waitingImport({ database, readOnly }: Store): Promise<WaitingImport | null> {
  const { meta, operations } = database;
  return database.transaction(readOnly ? 'r' : 'rw', [meta, operations], async () => {
    const entry = await meta.get(key);
    if (entry?.file === undefined) return null;
    const { file } = entry;
    const { commandId, fileName, begun }: Omit<WaitingImport, 'file'> = JSON.parse(entry.value);
    if ((await operations.get(commandId)) === undefined) return { commandId, fileName, begun, file };
    if (!readOnly) await meta.delete(key);
    return null;
  });
}

/** What waits is not imported. */
export async function forgetImport({ database }: Store): Promise<void> {
  await database.meta.delete(key);
}
