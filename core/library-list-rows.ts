/** The rows of the library's list: annotations one after the other, or below the heads of their articles. */

import type { FoundList } from './library-list';
import { countedUp, stableOrder } from './stable-order';

export type ListRow =
  | { kind: 'article'; articleId: string; count: number; isOpen: boolean }
  | { kind: 'annotation'; id: string; articleId: string; position: number };

export interface ListRows {
  count: number;
  /** Annotations that were found, shown or not. */
  found: number;
  articleCount: number;
  /** Their ids, in the order of the list; made when they are asked for first, as `shownIds`. */
  readonly foundIds: readonly string[];
  /** The ids of the annotations that have a row, in the order of the rows. */
  readonly shownIds: readonly string[];
  /** How many annotations have a row. */
  shownCount: number;
  /** The id of one of those that have a row; null beyond the last. */
  shownId(turn: number): string | null;
  /** Which of those that have a row it is; -1 where it has none. */
  turnOf(id: string): number;
  /** Null beyond the last row. */
  at(row: number): ListRow | null;
  /** The row of one of those that have a row; -1 beyond the last. */
  rowOf(turn: number): number;
  /** How many of these annotations have each code. */
  codeUses(isMeant: (id: string) => boolean): Map<string, number>;
}

/** @param layout.closedIds articles of which only the head is shown */
export function listRows(
  list: FoundList,
  layout: { isGrouped: boolean; closedIds: ReadonlySet<string> },
): ListRows {
  const { count: found, idAt, positionOf, articleOf, articleIds, codeIdsAt } = list;
  const { rows, shown, counts, articleCount } = layout.isGrouped
    ? grouped(list, layout.closedIds)
    : flat(list);
  let foundIds: readonly string[] | null = null;
  let shownIds: readonly string[] | null = null;
  return {
    count: rows.length,
    found,
    articleCount,
    get foundIds() {
      foundIds ??= Array.from({ length: found }, (_, position) => idAt(position));
      return foundIds;
    },
    get shownIds() {
      shownIds ??= Array.from(shown, idAt);
      return shownIds;
    },
    shownCount: shown.length,
    shownId(turn) {
      const position = shown[turn];
      return position === undefined ? null : idAt(position);
    },
    turnOf: (id) => shown.indexOf(positionOf(id)),
    at(row) {
      const value = rows[row];
      if (value === undefined) return null;
      if (value >= 0) {
        const articleId = articleIds[articleOf[value] ?? 0] ?? '';
        return { kind: 'annotation', id: idAt(value), articleId, position: value };
      }
      const article = headOf(value);
      const articleId = articleIds[article] ?? '';
      return {
        kind: 'article',
        articleId,
        count: counts[article] ?? 0,
        isOpen: !layout.closedIds.has(articleId),
      };
    },
    rowOf(turn) {
      const position = shown[turn];
      return position === undefined ? -1 : rows.indexOf(position);
    },
    codeUses(isMeant) {
      const uses = new Map<string, number>();
      for (const position of shown) {
        if (!isMeant(idAt(position))) continue;
        for (const id of codeIdsAt(position)) uses.set(id, (uses.get(id) ?? 0) + 1);
      }
      return uses;
    },
  };
}

interface Rows {
  /** Positions in the list; heads are negative. */
  rows: Int32Array;
  /** The positions among them. */
  shown: Uint32Array;
  /** How many each article has. */
  counts: Uint32Array;
  /** How many have any. */
  articleCount: number;
}

function flat({ count, articleOf, articleIds }: FoundList): Rows {
  const shown = countedUp(count);
  const { counts, articleCount } = counted(articleOf, articleIds.length);
  return { rows: new Int32Array(shown), shown, counts, articleCount };
}

/** With the turn of each article: in the order in which the first annotation of each comes. */
function counted(articleOf: Uint32Array, articles: number) {
  const counts = new Uint32Array(articles);
  const turns = new Uint32Array(articles);
  let articleCount = 0;
  for (const article of articleOf) {
    const count = counts[article] ?? 0;
    if (count === 0) turns[article] = articleCount++;
    counts[article] = count + 1;
  }
  return { counts, turns, articleCount };
}

function grouped({ count, articleOf, articleIds }: FoundList, closedIds: ReadonlySet<string>): Rows {
  const { counts, turns, articleCount } = counted(articleOf, articleIds.length);
  const together = stableOrder(
    countedUp(count),
    articleOf.map((article) => turns[article] ?? 0),
  );
  const rows = new Int32Array(count + articleCount);
  const shown = new Uint32Array(count);
  const isClosed = closedIds.size === 0 ? [] : articleIds.map((id) => closedIds.has(id));
  let [row, open, last] = [0, 0, -1];
  for (const position of together) {
    const article = articleOf[position] ?? 0;
    if (article !== last) rows[row++] = headFor(article);
    last = article;
    if (isClosed[article] === true) continue;
    rows[row++] = position;
    shown[open++] = position;
  }
  return { rows: rows.subarray(0, row), shown: shown.subarray(0, open), counts, articleCount };
}

function headFor(article: number): number {
  return -1 - article;
}

function headOf(row: number): number {
  return -1 - row;
}
