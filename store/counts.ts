/** Counts that are kept in step with the records, so that nobody counts a hundred thousand of them. */

import type { Table } from 'dexie';
import type { Annotation } from '../core/annotation';
import type { LibraryDatabase } from './schema';
import type { AnnotationChanges } from './segments';

export interface StoredCount {
  /** `kept`, `trashed`, or `code/` and the id of a code: those that are kept and have it. */
  key: string;
  /** Never 0: what counts nothing has no row. */
  count: number;
}

export type CountTable = Table<StoredCount, string>;

const codeMark = 'code/';

/** Does to the counts what was done to the records. @param steps what they grow by */
export async function keepCounts(counts: CountTable, steps: CountTally): Promise<void> {
  const changed = steps.counts().filter(({ count }) => count !== 0);
  const known = await counts.bulkGet(changed.map(({ key }) => key));
  const now = changed.map(({ key, count }, index) => ({ key, count: count + (known[index]?.count ?? 0) }));
  await Promise.all([
    counts.bulkPut(now.filter(({ count }) => count !== 0)),
    counts.bulkDelete(now.flatMap(({ key, count }) => (count === 0 ? [key] : []))),
  ]);
}

type Counted = Pick<Annotation, 'codeIds'> & { isTrashed: boolean };

export interface CountTally {
  add(annotation: Annotation | Counted, step: 1 | -1): void;
  addChanges(changes: AnnotationChanges): void;
  counts(): StoredCount[];
}

/** Counts one by one. */
export function createTally(): CountTally {
  const all = new Map<string, number>();
  const step = (key: string, by: number) => all.set(key, (all.get(key) ?? 0) + by);
  const add = (annotation: Annotation | Counted, by: 1 | -1) => {
    const isTrashed = 'isTrashed' in annotation ? annotation.isTrashed : annotation.deleted !== null;
    step(isTrashed ? 'trashed' : 'kept', by);
    if (!isTrashed) for (const id of new Set(annotation.codeIds)) step(codeMark + id, by);
  };
  return {
    add,
    addChanges(changes) {
      for (const { before, after } of changes.values()) {
        if (before !== null) add(before, -1);
        if (after !== null) add(after, 1);
      }
    },
    counts: () => Array.from(all, ([key, count]) => ({ key, count })),
  };
}

interface Counting {
  database: LibraryDatabase;
  /** Newer code may count otherwise: then the records are counted, which costs more. */
  readOnly: boolean;
}

/** How many annotations are not in the trash. */
export async function keptCount({ database, readOnly }: Counting): Promise<number> {
  if (!readOnly) return (await database.counts.get('kept'))?.count ?? 0;
  const { annotations } = database;
  return (await annotations.count()) - (await annotations.where('deleted').above('').count());
}

/** Of those not in the trash, by the id of each code that any has. */
export async function countsByCode({ database, readOnly }: Counting): Promise<ReadonlyMap<string, number>> {
  if (readOnly) return countByIndex(database);
  const rows = await database.counts.where('key').startsWith(codeMark).toArray();
  return new Map(rows.map(({ key, count }) => [key.slice(codeMark.length), count]));
}

/** Counts in the index and reads only the trash. */
function countByIndex(database: LibraryDatabase): Promise<ReadonlyMap<string, number>> {
  const { annotations, codes } = database;
  return database.transaction('r', [annotations, codes], async () => {
    const ids = await codes.toCollection().primaryKeys();
    const all = await Promise.all(ids.map((id) => annotations.where('codeIds').equals(id).count()));
    const counts = new Map(ids.map((id, index) => [id, all[index] ?? 0]));
    for (const { codeIds } of await annotations.where('deleted').above('').toArray()) {
      for (const id of codeIds) counts.set(id, (counts.get(id) ?? 0) - 1);
    }
    return new Map([...counts].filter(([, count]) => count > 0));
  });
}
