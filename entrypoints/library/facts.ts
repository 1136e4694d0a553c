/** What the library's page knows: what is asked of it, what was found, and what the library holds for all of it. */

import type { Annotation } from '../../core/annotation';
import type { Article } from '../../core/article';
import type { Code } from '../../core/code';
import type { Facets } from '../../core/library-facets';
import type { FoundPart } from '../../core/library-list';
import { type LibraryView, usualView } from '../../core/library-view';
import type { Operation } from '../../core/operation';
import type { Reading } from '../../core/reading/reading';
import type { SavedSearch } from '../../core/saved-search';
import { type Settings, usualSettings } from '../../core/settings';
import { noRows, type RowRecords } from '../../store/library-rows';
import { noOutcome, type Outcome } from '../../wiring/attempt';
import { type CodersFacts, noCoders } from './coders';
import { noTables, type TablesFacts } from './tables';

/** What the library holds, whatever is searched. */
export interface ShelfFacts {
  /** The same list again as long as nothing in it changed. */
  codes: readonly Code[];
  counts: ReadonlyMap<string, number>;
  recentCodeIds: readonly string[];
  settings: Settings;
  undo: Operation | null;
  redo: Operation | null;
  keptCount: number;
  trashedCount: number;
  saved: readonly SavedSearch[];
}

export interface FoundFacts {
  parts: readonly FoundPart[];
  /** Not only the first of it. */
  isWhole: boolean;
  /** What was asked. */
  view: Pick<LibraryView, 'query' | 'isTrashed'>;
}

export interface LibraryFacts {
  view: LibraryView;
  /** Articles of which only the head is shown. */
  closedIds: ReadonlySet<string>;
  shelf: ShelfFacts;
  /** Null until they have been counted. */
  facets: Facets | null;
  found: FoundFacts | null;
  rows: RowRecords;
  read: { annotation: Annotation; article: Article | null } | null;
  /** The article of `read`; null where it is not read yet. */
  reading: Reading | null;
  tables: TablesFacts;
  coders: CodersFacts;
  outcome: Outcome;
  isReadOnly: boolean;
}

export const nothingKnown: LibraryFacts = {
  view: usualView,
  closedIds: new Set(),
  shelf: {
    codes: [],
    counts: new Map(),
    recentCodeIds: [],
    settings: usualSettings,
    undo: null,
    redo: null,
    keptCount: 0,
    trashedCount: 0,
    saved: [],
  },
  facets: null,
  found: null,
  rows: noRows,
  read: null,
  reading: null,
  tables: noTables,
  coders: noCoders,
  outcome: noOutcome,
  isReadOnly: false,
};
