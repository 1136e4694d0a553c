/** The records of the rows that are in view: read when they come into view, and again when something was written. */

import type { Annotation } from '../core/annotation';
import type { Article } from '../core/article';
import type { Store } from './open-store';
import { watch } from './watch';

export interface RowRecords {
  /** By id; missing while they are being read. */
  annotations: ReadonlyMap<string, Annotation>;
  articles: ReadonlyMap<string, Article>;
}

export interface RowIds {
  annotations: readonly string[];
  articles: readonly string[];
}

export const noRows: RowRecords = { annotations: new Map(), articles: new Map() };

/** More are let go, but for those in view. */
const mostHeld = 2_000;

/** @returns tells which rows are in view now */
export function followRows(
  { database }: Store,
  { signal, show, fail }: { signal: AbortSignal; show(rows: RowRecords): void; fail(error: unknown): void },
): (inView: RowIds) => void {
  let wanted: RowIds = { annotations: [], articles: [] };
  let held = noRows;

  const read = async ({ annotations, articles }: RowIds): Promise<RowRecords> => {
    const [foundAnnotations, foundArticles] = await Promise.all([
      database.annotations.bulkGet([...annotations]),
      database.articles.bulkGet([...articles]),
    ]);
    return { annotations: byId(foundAnnotations), articles: byId(foundArticles) };
  };
  const hold = (rows: RowRecords) => {
    held = rows;
    show(held);
  };

  // What is not in view may have changed too: it is read again when it is wanted.
  watch(() => read(wanted), { signal, fail, show: hold });

  return (inView) => {
    wanted = inView;
    const isFull = held.annotations.size > mostHeld;
    const known = isFull ? noRows : held;
    const missing = {
      annotations: inView.annotations.filter((id) => !known.annotations.has(id)),
      articles: inView.articles.filter((id) => !known.articles.has(id)),
    };
    if (missing.annotations.length + missing.articles.length === 0) return;
    const add = (rows: RowRecords) => {
      if (!signal.aborted) hold(isFull ? rows : joined(held, rows));
    };
    read(missing).then(add, (error: unknown) => !signal.aborted && fail(error));
  };
}

function joined(one: RowRecords, other: RowRecords): RowRecords {
  return {
    annotations: new Map([...one.annotations, ...other.annotations]),
    articles: new Map([...one.articles, ...other.articles]),
  };
}

function byId<R extends { id: string }>(records: readonly (R | undefined)[]): Map<string, R> {
  return new Map(records.flatMap((record) => (record === undefined ? [] : [[record.id, record]])));
}
