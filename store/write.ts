/** The one way to write: records and the operation that tells of them in one transaction, then the announcement. */

import { tick } from '../core/clock';
import type { Operation, OperationKind } from '../core/operation';
import { type CountTally, createTally, keepCounts } from './counts';
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

/** May await nothing but the database: anything else ends the transaction. */
export type RecordChange = (recorder: Recorder) => Promise<void>;

/** What an operation says beside its changes; `undoes` is what the change took back, unless it is named. */
export type Heading = Pick<Operation, 'id' | 'kind'> &
  Partial<Pick<Operation, 'partOf' | 'parts' | 'undoes'>>;

/** Writes operations down within one transaction. */
export interface Journal {
  /** Makes the change and its operation; null where nothing differed, and so nothing was written. */
  record(heading: Heading, change: RecordChange): Promise<Operation | null>;
  /** An operation that changes nothing itself. */
  add(heading: Heading): Promise<Operation>;
}

/**
 * Resolves once the transaction is complete: then all of it is on disk, and before then nothing is.
 * Asking again with the same command id does nothing and gives the operation of the first time.
 * @returns the operation, or null where nothing differed and so nothing was written
 * @throws NewerLibraryError, CommandReusedError, StorageFullError, and whatever `change` throws
 */
export function write(
  store: Store,
  { commandId, kind }: Command,
  change: RecordChange,
): Promise<Operation | null> {
  return writeAtOnce(store, { commandId, kind }, (journal) =>
    journal.record({ id: commandId, kind }, change),
  );
}

/** As `write`, for what may be several operations. @param work gives the one whose id is the command's */
export async function writeAtOnce(
  store: Store,
  { commandId, kind }: Command,
  work: (journal: Journal) => Promise<Operation | null>,
): Promise<Operation | null> {
  const { database, environment, readOnly } = store;
  if (readOnly) throw new NewerLibraryError();
  const { articles, snapshots, fingerprints, annotations, codes, variables } = database;
  const { operations, meta, segments, counts } = database;
  const records = [articles, snapshots, fingerprints, annotations, codes, variables];
  const tables = [...records, operations, meta, segments, counts];
  const seen: Seen = { articleIds: new Set(), codebook: false, counts: createTally() };
  const journal = openJournal(store, seen);

  let underWay: IDBTransaction | null = null;

  const { operation, isNew } = await database
    .transaction('rw', tables, async (transaction) => {
      underWay = transaction.idbtrans;
      const earlier = await operations.get(commandId);
      if (earlier !== undefined) {
        if (earlier.kind !== kind) throw new CommandReusedError(commandId, earlier.kind, kind);
        return { operation: earlier, isNew: false };
      }
      const made = await work(journal);
      await keepCounts(database.counts, seen.counts);
      return { operation: made, isNew: made !== null };
    })
    .catch((error: unknown) => {
      // What fails in a transaction that has ended tells only that it has; the transaction itself knows why.
      throw isStorageFull(error) || isStorageFull(underWay?.error) ? new StorageFullError(error) : error;
    });

  if (operation !== null && isNew) {
    environment.announce({ kind, articleIds: [...seen.articleIds], codebook: seen.codebook });
  }
  return operation;
}

/** What all operations of one transaction did. */
interface Seen {
  articleIds: Set<string>;
  codebook: boolean;
  /** What counts grow by: they are many, and are written once. */
  counts: CountTally;
}

function openJournal({ database, environment }: Store, seen: Seen): Journal {
  const { operations } = database;
  const wallClock = environment.now();
  let device: string | null = null;
  let last: string | null = null;

  const addOperation = async (
    heading: Heading,
    { changes, undoes }: Pick<Recording, 'changes' | 'undoes'>,
  ) => {
    const [own, latest]: [string, string | null] = await Promise.all([
      device ?? deviceId(database, environment.newId),
      last ?? latestClock(database),
    ]);
    device = own;
    const clock = tick(latest, wallClock, own);
    last = clock;
    const { id, kind, ...more } = heading;
    const made: Operation = { id, device, clock, kind, changes, undoes: undoes(), ...more };
    await operations.add(withTouched(made));
    return made;
  };

  return {
    async record(heading, change) {
      const recording = startRecording(database, new Date(wallClock).toISOString());
      await change(recording.recorder);
      if (recording.changes.length === 0) return null;
      // Neither needs the other: waiting for both at once, a keep waits less.
      const [operation] = await Promise.all([
        addOperation(heading, recording),
        keepInStep(database, recording),
      ]);
      seen.counts.addChanges(recording.annotations);
      for (const id of recording.articleIds) seen.articleIds.add(id);
      seen.codebook ||= recording.changes.some(({ table }) => table === 'codes');
      return operation;
    },
    add: (heading) => addOperation(heading, { changes: [], undoes: () => null }),
  };
}

async function keepInStep(database: LibraryDatabase, { annotations, changes }: Recording): Promise<void> {
  const articles = changes.filter(({ table }) => table === 'articles');
  await keepSegments(database, { annotations, articleIds: new Set(articles.map(({ id }) => id)) });
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
