/** What the library's page shows, as plain data, and what it can ask for, as callbacks. */

import type { ComponentChildren } from 'preact';
import type { Annotation } from '../../core/annotation';
import type { Article } from '../../core/article';
import type { Code } from '../../core/code';
import type { CodeEntry } from '../../core/code-entry';
import type { Facets } from '../../core/library-facets';
import type { Filter } from '../../core/library-filters';
import type { ListRows } from '../../core/library-list-rows';
import type { LibraryView } from '../../core/library-view';
import type { Query } from '../../core/query/query';
import type { SavedSearch } from '../../core/saved-search';
import type { SidebarActions, SidebarState } from '../sidebar-model';

type SharedState = Pick<
  SidebarState,
  | 'recentCodeIds'
  | 'undo'
  | 'redo'
  | 'status'
  | 'problem'
  | 'unsavedNote'
  | 'isReadOnly'
  | 'exportRun'
  | 'importReport'
  | 'settings'
>;

export interface LibraryState extends SharedState {
  view: LibraryView;
  /** What `view.query` asks. */
  query: Query;
  /** Null until the first of it has been read. */
  list: ListRows | null;
  /** Whether `list` is all that is found, not only the first of it. */
  isWhole: boolean;
  /** Whether `list` is not yet what `view` asks for. */
  isBusy: boolean;
  /** By id; missing while they are being read. */
  annotations: ReadonlyMap<string, Annotation>;
  articles: ReadonlyMap<string, Article>;
  /** Annotations that are not in the trash, and those that are. */
  keptCount: number;
  trashedCount: number;
  /** Null until they have been counted. */
  facets: Facets | null;
  /** All codes, in no order. */
  allCodes: readonly Code[];
  counts: ReadonlyMap<string, number>;
  codes: readonly CodeEntry[];
  saved: readonly SavedSearch[];
  /** The annotation whose article is shown, with its article. */
  read: { annotation: Annotation; article: Article | null } | null;
  /** The article as it was read; null where there is nothing to show. */
  reading: ComponentChildren;
  /** What stands in place of the list: tables of what is found, or two coders compared; null while the list is looked at. */
  tables: ComponentChildren;
  /** Days that are left of an annotation in the trash. */
  daysLeft(annotation: Annotation): number;
}

type SharedActions = Pick<
  SidebarActions,
  | 'edit'
  | 'remove'
  | 'reveal'
  | 'editMany'
  | 'removeMany'
  | 'restore'
  | 'emptyTrash'
  | 'readHistory'
  | 'readFrozenText'
  | 'undo'
  | 'redo'
  | 'dismissStatus'
  | 'dismissProblem'
  | 'openArticle'
  | 'openSettings'
  | 'previewExport'
  | 'exportFile'
  | 'endExport'
  | 'saveTemplate'
  | 'readImport'
  | 'confirmImport'
  | 'cancelImport'
>;

export interface LibraryActions extends SharedActions {
  /** `isTyping`: one of many small changes, which the browser's back button takes together. */
  show(change: Partial<LibraryView>, isTyping?: boolean): void;
  turnFilter(filter: Filter): void;
  /** As `turnFilter`, by the code's id; null is none. */
  askForCode(codeId: string | null): void;
  /** Shows its article. */
  read(id: string): void;
  turnArticle(articleId: string, isOpen: boolean): void;
  /** Which rows are in view: their records are wanted. */
  look(inView: { annotations: readonly string[]; articles: readonly string[] }): void;
  /** Keeps what is shown under a name. */
  saveSearch(name: string): void;
  showSaved(search: SavedSearch): void;
  removeSaved(id: string): void;
}
