/** What the tables show, as plain data, and what they can ask for. */

import type { Query } from '../../core/query/query';
import type { TimeUnit } from '../../core/tables/by-time';
import type { PairsWithin } from '../../core/tables/code-pairs';
import type { CrossTable } from '../../core/tables/cross-table';
import type { KeywordSort } from '../../core/tables/keyword-lines';
import type { CountWish, KeywordLines, KeywordWish } from '../../core/tables/table-wish';

/** All that a person can choose; each table uses what it knows. */
export interface TablesChoice {
  kind: CountWish['kind'] | 'keywords';
  /** Whether annotations count under the codes above theirs, too. */
  isRolledUp: boolean;
  /** 0 and 1 instead of counts. */
  isBinary: boolean;
  unit: TimeUnit | null;
  plot: 'lines' | 'bars';
  within: PairsWithin;
  keywords: KeywordWish;
  sort: KeywordSort;
}

export const usualChoice: TablesChoice = {
  kind: 'article',
  isRolledUp: true,
  isBinary: false,
  unit: null,
  plot: 'lines',
  within: 'annotation',
  keywords: { words: '', from: 'quotes', reach: 40, most: 1_000 },
  sort: 'place',
};

/** What to count for a choice; null where keywords are wanted. */
export function countWish({ kind, isRolledUp, unit, within }: TablesChoice): CountWish | null {
  switch (kind) {
    case 'article':
    case 'outlet':
      return { kind, isRolledUp };
    case 'time':
      return { kind, unit, isRolledUp };
    case 'pairs':
      return { kind, within, isRolledUp };
    case 'keywords':
      return null;
  }
}

export interface TablesState {
  choice: TablesChoice;
  /** What the tables are counted for: the query that the library shows. */
  base: Query;
  /** Null until it has been counted. */
  table: CrossTable | null;
  /** Null until they have been found. */
  keywords: KeywordLines | null;
  /** Whether another table than the one that is shown is being counted. */
  isBusy: boolean;
}

export interface TablesActions {
  choose(choice: TablesChoice): void;
  /** Shows the annotations that a query finds. */
  onOpen(query: string): void;
  /** @param stem of the file's name, for a person */
  saveCsv(stem: string, text: string): void;
}
