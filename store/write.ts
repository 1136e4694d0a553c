/** The one way to write: records and the operation that tells of them in one transaction, then the announcement. */

import { tick } from '../core/clock';
import type { Operation, OperationKind } from '../core/operation';
import { keepCounts } from './counts';
import { withTouched } from './derived';
import { CommandReusedError, isStorageFull, NewerLibraryError, StorageFullError } from './errors';
import type { Store } from './open-store';
import { type Recorder, type Recording, startRecording } from './recorder';
import type { LibraryDatabase } from './schema';
import { keepSegments } from './segments';

export interface Command {
  /** A UUID from whoever asks; becomes the operation's id. */
  commandId: string;
  kind: OperationKind;
}

/**
 * Resolves once the transaction is complete: then all of it is on disk, and before then nothing is.
 * Asking again with the same command id does nothing and gives the operation of the first time.
 * @param change may await nothing but the database: anything else ends the transaction
 * @returns the operation, or null where nothing differed and so nothing was written
 * @throws NewerLibraryError, CommandReusedError, StorageFullError, and whatever `change` throws
 */
export async function write(
  store: Store,
  { commandId, kind }: Command,
  change: (recorder: Recorder) => Promise<void>,
): Promise<Operation | null> {
  const { database, environment, readOnly } = store;
  if (readOnly) throw new NewerLibraryError();
  const { articles, snapshots, fingerprints, annotations, codes, variables } = database;
  const { operations, meta, segments, counts } = database;
  const records = [articles, snapshots, fingerprints, annotations, codes, variables];
  const tables = [...records, operations, meta, segments, counts];
  const wallClock = environment.now();
  const recording = startRecording(database, new Date(wallClock).toISOString());

  let underWay: IDBTransaction | null = null;

  const { operation, isNew } = await database
    .transaction('rw', tables, async (transaction) => {
      underWay = transaction.idbtrans;
      const earlier = await operations.get(commandId);
      if (earlier !== undefined) {
        if (earlier.kind !== kind) throw new CommandReusedError(commandId, earlier.kind, kind);
        return { operation: earlier, isNew: false };
      }
      await change(recording.recorder);
      if (recording.changes.length === 0) return { operation: null, isNew: false };
      await keepInStep(database, recording);
      const device = await deviceId(database, environment.newId);
      const clock = tick(await latestClock(database), wallClock, device);
      const undoes = recording.undoes();
      const made: Operation = { id: commandId, device, clock, kind, changes: recording.changes, undoes };
      await operations.add(withTouched(made));
      return { operation: made, isNew: true };
    })
    .catch((error: unknown) => {
      // What fails in a transaction that has ended tells only that it has; the transaction itself knows why.
      throw isStorageFull(error) || isStorageFull(underWay?.error) ? new StorageFullError(error) : error;
    });

  if (operation !== null && isNew) {
    const codebook = operation.changes.some(({ table }) => table === 'codes');
    environment.announce({ kind, articleIds: [...recording.articleIds], codebook });
  }
  return operation;
}

async function keepInStep(database: LibraryDatabase, { annotations, changes }: Recording): Promise<void> {
  const articles = changes.filter(({ table }) => table === 'articles');
  await keepSegments(database, { annotations, articleIds: new Set(articles.map(({ id }) => id)) });
  await keepCounts(database.counts, annotations);
}

/** Reads a key of the index, not the operation: an import's operation can be large. */
async function latestClock(database: LibraryDatabase): Promise<string | null> {
  const [latest] = await database.operations.orderBy('clock').reverse().limit(1).keys();
  return typeof latest === 'string' ? latest : null;
}

/** Made with the first write, so that opening a library changes nothing. */
async function deviceId(database: LibraryDatabase, newId: () => string): Promise<string> {
  const known = await database.meta.get('device');
  if (known !== undefined) return known.value;
  const made = newId();
  await database.meta.add({ key: 'device', value: made });
  return made;
}
