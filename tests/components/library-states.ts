/** Builders of what the library's page is given: sound, with what the test is about put over it. */

import { vi } from 'vitest';
import type { LibraryActions, LibraryState } from '../../components/library/library-model';
import type { Annotation } from '../../core/annotation';
import type { Article } from '../../core/article';
import { orderFound } from '../../core/library-list';
import { listRows } from '../../core/library-list-rows';
import { orderLibrary } from '../../core/library-order';
import { usualView } from '../../core/library-view';
import { entryOf, headOf, pack } from '../../core/query/packed';
import { usualSettings } from '../../core/settings';
import { doAll } from '../../core/steps';
import { codes } from './states';

/** A list of all of them by article, every record read. */
export function aLibraryState(
  { annotations, articles }: { annotations: readonly Annotation[]; articles: readonly Article[] },
  over: Partial<LibraryState> = {},
): LibraryState {
  const packed = pack(
    annotations.map(entryOf),
    new Map(articles.map((article) => [article.id, headOf(article)])),
  );
  const library = doAll(orderLibrary([packed], 'page', new Map()));
  const parts = [{ packed, indexes: packed.ids.map((_, index) => index) }];
  return {
    view: usualView,
    query: [],
    list: listRows(orderFound(library, parts), { isGrouped: true, closedIds: new Set() }),
    isWhole: true,
    isBusy: false,
    annotations: new Map(annotations.map((annotation) => [annotation.id, annotation])),
    articles: new Map(articles.map((article) => [article.id, article])),
    keptCount: annotations.length,
    trashedCount: 0,
    facets: null,
    allCodes: [],
    counts: new Map(),
    codes,
    saved: [],
    read: null,
    tables: null,
    reading: null,
    daysLeft: () => 30,
    recentCodeIds: [],
    settings: usualSettings,
    undo: null,
    redo: null,
    status: null,
    problem: null,
    unsavedNote: null,
    exportRun: null,
    importReport: null,
    isReadOnly: false,
    ...over,
  };
}

export function libraryActions() {
  return {
    show: vi.fn<LibraryActions['show']>(),
    turnFilter: vi.fn<LibraryActions['turnFilter']>(),
    askForCode: vi.fn<LibraryActions['askForCode']>(),
    read: vi.fn<LibraryActions['read']>(),
    turnArticle: vi.fn<LibraryActions['turnArticle']>(),
    look: vi.fn<LibraryActions['look']>(),
    saveSearch: vi.fn<LibraryActions['saveSearch']>(),
    showSaved: vi.fn<LibraryActions['showSaved']>(),
    removeSaved: vi.fn<LibraryActions['removeSaved']>(),
    edit: vi.fn<LibraryActions['edit']>(),
    remove: vi.fn<LibraryActions['remove']>(),
    reveal: vi.fn<LibraryActions['reveal']>(),
    editMany: vi.fn<LibraryActions['editMany']>(),
    removeMany: vi.fn<LibraryActions['removeMany']>(),
    restore: vi.fn<LibraryActions['restore']>(),
    emptyTrash: vi.fn<LibraryActions['emptyTrash']>(),
    readHistory: vi.fn<LibraryActions['readHistory']>(async () => []),
    readFrozenText: vi.fn<LibraryActions['readFrozenText']>(),
    undo: vi.fn<LibraryActions['undo']>(),
    redo: vi.fn<LibraryActions['redo']>(),
    dismissStatus: vi.fn<LibraryActions['dismissStatus']>(),
    dismissProblem: vi.fn<LibraryActions['dismissProblem']>(),
    openArticle: vi.fn<LibraryActions['openArticle']>(),
    openSettings: vi.fn<LibraryActions['openSettings']>(),
    previewExport: vi.fn<LibraryActions['previewExport']>(async () => ''),
    endExport: vi.fn<LibraryActions['endExport']>(),
    exportFile: vi.fn<LibraryActions['exportFile']>(),
    saveTemplate: vi.fn<LibraryActions['saveTemplate']>(),
    readImport: vi.fn<LibraryActions['readImport']>(),
    confirmImport: vi.fn<LibraryActions['confirmImport']>(),
    cancelImport: vi.fn<LibraryActions['cancelImport']>(),
  };
}
