/** Makes record changes inside a write's transaction and notes what each was before, for its operation. */

import type { Annotation } from '../core/annotation';
import type { Article, TextSnapshot } from '../core/article';
import type { Code } from '../core/code';
import { type Change, type Fields, invert, type Operation, type RecordTable } from '../core/operation';
import { isSame } from '../core/same';
import type { Variable } from '../core/variable';
import { fingerprintOf, withKeys } from './derived';
import { RecordNotFoundError } from './errors';
import type { LibraryDatabase } from './schema';
import type { AnnotationChanges } from './segments';

/** The record type of each table whose changes are operations. */
export interface RecordOf {
  annotations: Annotation;
  articles: Article;
  codes: Code;
  variables: Variable;
}

export interface Recorder {
  /** ISO 8601, UTC: the time of this write. */
  readonly now: string;
  /** Adds new records; one that exists already fails the whole write. */
  add<T extends RecordTable>(table: T, records: readonly RecordOf[T][]): Promise<void>;
  /**
   * Changes only the named fields and leaves all others, known to this version or not; `modified` becomes `now`
   * unless it is named. A field given as undefined is taken away. Where nothing differs, nothing is written.
   * @throws RecordNotFoundError
   */
  update<T extends RecordTable>(table: T, id: string, fields: Partial<RecordOf[T]>): Promise<void>;
  /** As `update` for many records, each read and written with the others. @throws RecordNotFoundError */
  updateAll<T extends RecordTable>(
    table: T,
    ids: readonly string[],
    fieldsOf: (record: RecordOf[T]) => Partial<RecordOf[T]>,
  ): Promise<void>;
  /** Takes records away for good. @throws RecordNotFoundError */
  remove(table: RecordTable, ids: readonly string[]): Promise<void>;
  /** Makes the changes of an operation backwards, and names it as the one taken back. */
  takeBack(operation: Operation): Promise<void>;
  /** Keeps a text once. No operation tells of it: undo leaves it, because redo and other articles may name it. */
  keepSnapshot(snapshot: TextSnapshot): Promise<void>;
}

/** What a recorder saw, for the operation and the announcement. */
export interface Recording {
  recorder: Recorder;
  changes: Change[];
  articleIds: Set<string>;
  /** What became of each annotation in all. */
  annotations: AnnotationChanges;
  undoes(): string | null;
}

type StoredRecord = Record<string, unknown> & { id: string };

export function startRecording(database: LibraryDatabase, now: string): Recording {
  const changes: Change[] = [];
  const articleIds = new Set<string>();
  const annotations = new Map<string, { before: Annotation | null; after: Annotation | null }>();
  let undoes: string | null = null;

  const tableOf = (table: RecordTable) => database.table<StoredRecord, string>(table);

  function note(change: Change, record: Fields): void {
    changes.push(change);
    const { articleId } = change.table === 'articles' ? { articleId: change.id } : record;
    if (typeof articleId === 'string') articleIds.add(articleId);
  }

  function follow(
    table: RecordTable,
    id: string,
    before: StoredRecord | null,
    after: StoredRecord | null,
  ): void {
    if (table !== 'annotations') return;
    const first = annotations.get(id);
    annotations.set(id, {
      before: first === undefined ? asAnnotation(before) : first.before,
      after: asAnnotation(after),
    });
  }

  async function add(table: RecordTable, records: readonly StoredRecord[]): Promise<void> {
    await tableOf(table).bulkAdd(records.map((record) => stored(table, record)));
    for (const record of records) {
      note({ table, id: record.id, before: null, after: record }, record);
      follow(table, record.id, null, record);
    }
  }

  async function updateAll(
    table: RecordTable,
    updates: readonly { id: string; fieldsOf: (record: StoredRecord) => Fields }[],
    ifAnyDiffers: Fields,
  ): Promise<void> {
    const ids = [...new Set(updates.map(({ id }) => id))];
    const found = await tableOf(table).bulkGet(ids);
    const records = new Map(found.flatMap((record) => (record === undefined ? [] : [[record.id, record]])));
    const changed = new Map<string, StoredRecord>();
    for (const { id, fieldsOf } of updates) {
      const record = changed.get(id) ?? records.get(id);
      if (record === undefined) throw new RecordNotFoundError(table, id);
      const fields = fieldsOf(record);
      const differs = ([name, value]: [string, unknown]) => !isSame(record[name], value);
      if (!Object.entries(fields).some(differs)) continue;
      const after = Object.fromEntries(Object.entries({ ...ifAnyDiffers, ...fields }).filter(differs));
      const before = Object.fromEntries(Object.keys(after).map((name) => [name, record[name]]));
      const whole = withoutUndefined({ ...record, ...after, id });
      changed.set(id, whole);
      note({ table, id, before, after }, whole);
      follow(table, id, record, whole);
    }
    await tableOf(table).bulkPut(Array.from(changed.values(), (record) => stored(table, record)));
  }

  async function remove(table: RecordTable, ids: readonly string[]): Promise<void> {
    const found = await tableOf(table).bulkGet([...ids]);
    await tableOf(table).bulkDelete([...ids]);
    for (const [index, id] of ids.entries()) {
      const record = found[index];
      if (record === undefined) throw new RecordNotFoundError(table, id);
      note({ table, id, before: record, after: null }, record);
      follow(table, id, record, null);
    }
  }

  const recorder: Recorder = {
    now,
    add: (table, records) => add(table, records.map(asStored)),
    update: (table, id, fields) => updateAll(table, [{ id, fieldsOf: () => fields }], { modified: now }),
    updateAll: (table, ids, fieldsOf) =>
      updateAll(
        table,
        // The table names the type of its records.
        ids.map((id) => ({ id, fieldsOf: fieldsOf as (record: object) => Fields })),
        { modified: now },
      ),
    remove,
    async takeBack(operation) {
      undoes = operation.id;
      for (const { table, deed, records } of runsOf(invert(operation.changes))) {
        if (deed === 'add') await add(table, records);
        else if (deed === 'remove') await remove(table, records.map(idOf));
        else await updateAll(table, records.map(asUpdate), {});
      }
    },
    async keepSnapshot(snapshot) {
      const known = await database.snapshots.where('sha256').equals(snapshot.sha256).count();
      if (known > 0) return;
      await database.snapshots.add(snapshot);
      await database.fingerprints.put(fingerprintOf(snapshot));
    },
  };

  return { recorder, changes, articleIds, annotations, undoes: () => undoes };
}

/** What follows from an article's addresses is written with them, and told by no operation. */
function stored<R extends object>(table: RecordTable, fields: R): R {
  return table === 'articles' ? withKeys(fields) : fields;
}

/** A field that is undefined is one that the record does not have. */
function withoutUndefined(record: StoredRecord): StoredRecord {
  const fields = Object.entries(record).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(fields), id: record.id };
}

function asUpdate({ id, ...fields }: StoredRecord) {
  return { id, fieldsOf: () => fields };
}

/** The table names the type of its records. */
function asAnnotation(record: StoredRecord | null): Annotation | null {
  return record as Annotation | null;
}

function asStored(record: { id: string }): StoredRecord {
  return { ...record };
}

type Deed = 'add' | 'remove' | 'update';

interface Run {
  table: RecordTable;
  deed: Deed;
  /** Whole, or for an update only the fields to change, or for a removal only the id. */
  records: StoredRecord[];
}

/** Like changes that follow one another, to be made at one go: an import has thousands, and one by one takes minutes. */
function runsOf(changes: readonly Change[]): Run[] {
  const runs: Run[] = [];
  for (const change of changes) {
    const { table } = change;
    const deed = deedOf(change);
    const record = { ...change.after, id: change.id };
    const last = runs.at(-1);
    if (last?.table === table && last.deed === deed) last.records.push(record);
    else runs.push({ table, deed, records: [record] });
  }
  return runs;
}

function idOf({ id }: { id: string }): string {
  return id;
}

function deedOf({ before, after }: Change): Deed {
  if (after === null) return 'remove';
  return before === null ? 'add' : 'update';
}
