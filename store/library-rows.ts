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

/** More are let go, but for those in view: at each turn of the wheel all that are held are put together anew. */
const mostHeld = 400;

export interface RowFollower {
  /** Tells which rows are in view now. */
  look(inView: RowIds): void;
  /** Gives what was read already. */
  hold(rows: RowRecords): void;
}

export function followRows(
  { database }: Store,
  { signal, show, fail }: { signal: AbortSignal; show(rows: RowRecords): void; fail(error: unknown): void },
): RowFollower {
  let wanted: RowIds = { annotations: [], articles: [] };
  let held = noRows;

  const read = async ({ annotations, articles }: RowIds): Promise<RowRecords> => {
    if (annotations.length + articles.length === 0) return noRows;
    const [foundAnnotations, foundArticles] = await Promise.all([
      database.annotations.bulkGet([...annotations]),
      database.articles.bulkGet([...articles]),
    ]);
    return rowRecords(foundAnnotations, foundArticles);
  };
  const hold = (rows: RowRecords) => {
    held = rows;
    show(held);
  };

  const look = (inView: RowIds) => {
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
  // What is not in view may have changed too: it is read again when it is wanted. Others may be in view by now.
  const holdOnly = (rows: RowRecords) => {
    hold(rows);
    look(wanted);
  };
  watch(() => read(wanted), { signal, fail, show: holdOnly });
  return { look, hold: (rows) => hold(joined(held, rows)) };
}

export function rowRecords(
  annotations: readonly (Annotation | undefined)[],
  articles: readonly (Article | undefined)[],
): RowRecords {
  return { annotations: byId(annotations), articles: byId(articles) };
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
