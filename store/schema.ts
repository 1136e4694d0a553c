/** The tables and their indexes, one declaration per released version; a released one is never edited. */

import type { Dexie, Table } from 'dexie';
import type { Annotation } from '../core/annotation';
import type { Article, TextSnapshot } from '../core/article';
import type { Code } from '../core/code';
import type { Operation } from '../core/operation';

/** A fact about this database itself, such as `device`. */
interface MetaEntry {
  key: string;
  value: string;
}

interface LibraryTables {
  articles: Table<Article, string>;
  snapshots: Table<TextSnapshot, string>;
  annotations: Table<Annotation, string>;
  codes: Table<Code, string>;
  operations: Table<Operation, string>;
  meta: Table<MetaEntry, string>;
}

export type LibraryDatabase = Dexie & LibraryTables;

export const tableNames: readonly string[] = [
  'articles',
  'snapshots',
  'annotations',
  'codes',
  'operations',
  'meta',
] satisfies (keyof LibraryTables)[];

/** Raise it with every new `version()` below, and say in `docs/schema-history.md` what changed and why. */
const schemaVersion = 1;

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
}
