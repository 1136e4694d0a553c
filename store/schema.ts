/** The tables and their indexes, one declaration per released version; a released one is never edited. */

import type { Dexie, Table, Transaction } from 'dexie';
import type { Annotation } from '../core/annotation';
import type { Article, TextSnapshot } from '../core/article';
import type { Code } from '../core/code';
import type { Operation } from '../core/operation';
import type { Variable } from '../core/variable';
import { buildDerived } from './build-derived';
import type { StoredCount } from './counts';
import { fingerprintOf, withKeys, withTouched } from './derived';
import type { StoredSegment } from './segments';

/** A fact about this database itself, such as `device`. */
interface MetaEntry {
  key: string;
  value: string;
  /** Of an import that has not ended: what is read. */
  file?: Blob;
}

/** The fingerprint of a text that is kept, to find it by. Derived: no operation and no archive tells of it. */
export interface StoredFingerprint {
  sha256: string;
  marks: number[];
}

interface LibraryTables {
  articles: Table<Article, string>;
  snapshots: Table<TextSnapshot, string>;
  fingerprints: Table<StoredFingerprint, string>;
  annotations: Table<Annotation, string>;
  codes: Table<Code, string>;
  variables: Table<Variable, string>;
  operations: Table<Operation, string>;
  meta: Table<MetaEntry, string>;
  segments: Table<StoredSegment, string>;
  counts: Table<StoredCount, string>;
}

export type LibraryDatabase = Dexie & LibraryTables;

export const tableNames: readonly string[] = [
  'articles',
  'snapshots',
  'fingerprints',
  'annotations',
  'codes',
  'variables',
  'operations',
  'meta',
  'segments',
  'counts',
] satisfies (keyof LibraryTables)[];

/** Raise it with every new `version()` below, and say in `docs/schema-history.md` what changed and why. */
const schemaVersion = 5;

/** IndexedDB's own number for a Dexie version is ten times it, plus what Dexie added to repair a schema. */
export function isNewer(versionOnDisk: number): boolean {
  return Math.floor(versionOnDisk / 10) > schemaVersion;
}

export function declareSchema(database: Dexie): void {
  // 1, November 2026: the first one.
  database.version(1).stores({
    articles: 'id, *addresses',
    snapshots: 'sha256',
    // `deleted` is null for what is kept, and null has no place in an index: that index is the trash, and no more.
    // With the id behind it, `modified` names one place in the order, from which a reading goes on.
    annotations: 'id, articleId, [modified+id], deleted',
    codes: 'id',
    operations: 'id, &clock',
    meta: 'key',
  });

  // 2, November 2026: an article is found by what its addresses have in common, and by its text.
  database
    .version(2)
    .stores({
      articles: 'id, *addresses, *keys, snapshot',
      fingerprints: 'sha256, *marks',
    })
    .upgrade(derive);

  // 3, November 2026: a code's annotations are found by it, one record's history by its id, and articles have variables.
  database
    .version(3)
    .stores({
      annotations: 'id, articleId, [modified+id], deleted, *codeIds',
      operations: 'id, &clock, *touched',
      variables: 'id',
    })
    .upgrade(findTouched);

  // 4, November 2026: all annotations are searched in packed texts, and codes are counted as they are given.
  database.version(4).stores({ segments: 'from, stamp', counts: 'key' });

  // 5, November 2026: packed texts are stored as fewer values. It makes anew, or for the first time, what came with 4.
  database
    .version(5)
    .stores({})
    .upgrade((transaction) =>
      buildDerived({
        articles: transaction.table('articles'),
        annotations: transaction.table('annotations'),
        segments: transaction.table('segments'),
        counts: transaction.table('counts'),
      }),
    );
}

async function findTouched(transaction: Transaction): Promise<void> {
  await transaction
    .table<Operation>('operations')
    .toCollection()
    .modify((operation) => {
      Object.assign(operation, withTouched(operation));
    });
}

/** One text in memory at a time: all of them may be more than there is. */
async function derive(transaction: Transaction): Promise<void> {
  await transaction
    .table<Article>('articles')
    .toCollection()
    .modify((article) => {
      Object.assign(article, withKeys(article));
    });
  const snapshots = transaction.table<TextSnapshot, string>('snapshots');
  for (const sha256 of await snapshots.toCollection().primaryKeys()) {
    const snapshot = await snapshots.get(sha256);
    if (snapshot !== undefined) await transaction.table('fingerprints').put(fingerprintOf(snapshot));
  }
}
