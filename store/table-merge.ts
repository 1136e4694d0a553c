/** What becomes of the records of one table when an archive comes in, gathered one by one. */

import { isSame } from '../core/same';

/** What becomes of the records of one kind. */
export interface Tally {
  added: number;
  /** Known, and the archive's is newer or knows more. */
  changed: number;
  same: number;
  /** Different, and the library's is as new or newer: it stays. */
  kept: number;
}

export function sumOf(one: Tally, other: Tally): Tally {
  return {
    added: one.added + other.added,
    changed: one.changed + other.changed,
    same: one.same + other.same,
    kept: one.kept + other.kept,
  };
}

/** What to do with the records of one table. */
export interface TableMerge<R> {
  added: R[];
  /** The named fields replace those of the record with that id. */
  updated: Map<string, Partial<R>>;
  tally: Tally;
}

export function startMerge<R>(): TableMerge<R> {
  return { added: [], updated: new Map(), tally: { added: 0, changed: 0, same: 0, kept: 0 } };
}

export function add<R>(merge: TableMerge<R>, record: R): void {
  merge.added.push(record);
  merge.tally.added += 1;
}

export function change<R>(merge: TableMerge<R>, id: string, fields: Partial<R>): void {
  merge.updated.set(id, { ...merge.updated.get(id), ...fields });
  merge.tally.changed += 1;
}

/** Whether the wanted record replaces the library's own. Fields that only the library's has stay. */
export function meet<R extends { id: string; modified: string }>(
  merge: TableMerge<R>,
  own: R,
  wanted: R,
): boolean {
  const { modified, ...content } = wanted;
  if (isSame({ ...own, ...content }, own)) merge.tally.same += 1;
  else if (modified <= own.modified) merge.tally.kept += 1;
  else {
    change(merge, own.id, wanted);
    return true;
  }
  return false;
}

/** As `change`, where both sides unite whichever is newer: no change at all where the library's lacks nothing. */
export function unite<R extends { id: string }>(merge: TableMerge<R>, own: R, fields: Partial<R>): void {
  if (isSame({ ...own, ...fields }, own)) merge.tally.same += 1;
  else change(merge, own.id, fields);
}

export function mapById<R extends { id: string }>(records: readonly R[]): Map<string, R> {
  return new Map(records.map((record) => [record.id, record]));
}
