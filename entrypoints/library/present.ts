/** From what the library's page knows to what it shows. */

import type { ComponentChildren } from 'preact';
import type { LibraryState } from '../../components/library/library-model';
import type { Annotation } from '../../core/annotation';
import { type CodeEntry, codeEntries } from '../../core/code-entry';
import type { Query } from '../../core/query/query';
import { stepOf } from '../../core/step';
import { keptFor } from '../../store/trash';
import { statusNow } from '../../wiring/attempt';
import type { LibraryFacts, ShelfFacts } from './facts';
import type { ListMaker } from './make-list';

interface Made {
  query: Query;
  list: ReturnType<ListMaker['latest']>;
  codes: readonly CodeEntry[];
  tables: ComponentChildren;
  reading: ComponentChildren;
  now: number;
}

export function present(
  facts: LibraryFacts,
  { query, list: { list, found, isLatest }, codes, tables, reading, now }: Made,
): LibraryState {
  const { view, rows, shelf, facets, read, outcome, isReadOnly } = facts;
  const { undo, redo } = shelf;
  return {
    view,
    query,
    list,
    isWhole: found?.isWhole ?? false,
    isBusy:
      !isLatest ||
      found === null ||
      !found.isWhole ||
      found.view.query !== view.query ||
      found.view.isTrashed !== view.isTrashed,
    annotations: rows.annotations,
    articles: rows.articles,
    keptCount: shelf.keptCount,
    trashedCount: shelf.trashedCount,
    facets,
    allCodes: shelf.codes,
    counts: shelf.counts,
    codes,
    saved: shelf.saved,
    read,
    tables,
    reading,
    daysLeft: ({ deleted }: Annotation) =>
      Math.max(0, Math.ceil((Date.parse(deleted ?? '') + keptFor - now) / day)),
    recentCodeIds: shelf.recentCodeIds,
    settings: shelf.settings,
    undo: undo === null ? null : stepOf(undo),
    redo: redo === null ? null : stepOf(redo),
    status: statusNow(outcome.status, undo?.id ?? null),
    problem: outcome.problem,
    unsavedNote: outcome.unsavedNote,
    exportRun: outcome.exportRun,
    importReport: outcome.importReport,
    isReadOnly,
  };
}

const day = 24 * 60 * 60 * 1_000;

/** With the counts of the whole library. */
export function countedCodes(codes: ShelfFacts['codes'], counts: ShelfFacts['counts']): CodeEntry[] {
  return codeEntries(codes, []).map((code) => ({ ...code, count: counts.get(code.id) ?? 0 }));
}
