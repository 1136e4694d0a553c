/** Everything the sidebar shows, as plain data, and everything it can ask for, as callbacks. */

import type { AboutArticle } from '../core/about-article';
import type { Metadata } from '../core/article';
import type { ArticleGroup, Card } from '../core/cards';
import type { CitationStyle } from '../core/citation/format-citation';
import type { CodeEntry } from '../core/code-entry';
import type { FieldValue, MetadataField } from '../core/correction';
import type { Reason } from '../core/detection';
import type { ChosenOptions, ExportFormat, ExportRun, TemplateFormat } from '../core/export/export-format';
import type { FrozenText } from '../core/frozen-text';
import type { HistoryEntry } from '../core/history';
import type { Mended } from '../core/import/imported';
import type { AnnotationEdit, ManyEdit } from '../core/library';
import type { Occurrence } from '../core/messages';
import type { Candidate } from '../core/placement';
import type { Problem } from '../core/problem';
import type { Settings } from '../core/settings';
import type { SiteRule } from '../core/site-rule';
import type { Step } from '../core/step';
import type { ChangePiece } from '../core/text-difference';
import type { Variable } from '../core/variable';
import type { CodebookActions, CodebookState } from './codebook-model';

export type { Problem };

/** The trash is reached from *Everything*. */
export type SidebarView = 'article' | 'everything' | 'codebook' | 'trash';

/** What stands in the tab beside the sidebar. */
export type TabPage =
  | { kind: 'loading' }
  | { kind: 'article'; metadata: Metadata }
  | { kind: 'not-article'; reasons: readonly Reason[] }
  /** The reader wants nothing of us on this site. */
  | { kind: 'off' }
  /** A page that was open before this Pressmark was: no script of ours has read it. */
  | { kind: 'unread' }
  /** A page that no extension may read: the browser's own, its shop, a file. */
  | { kind: 'closed' };

export type ExportScope = 'chosen' | 'article' | 'search' | 'everything';

export interface ExportChoice {
  scope: ExportScope;
  format: ExportFormat;
  /** For the scope `chosen`: which annotations. */
  ids?: readonly string[];
  options: ChosenOptions;
}

/** What an import would do, before it is done. */
export interface ImportReport {
  fileName: string;
  added: number;
  same: number;
  changed: number;
  /** Different here, and as new or newer: they stay as they are. Missing: none. */
  kept?: number;
  /** Of which the file tells no time: what differs comes together. Missing: none. */
  undated?: number;
  bad: readonly { where: string; why: string }[];
  /** Quotes whose place in the file was put right. */
  mended: readonly Mended[];
  /** Nothing but codes. */
  isCodebook?: boolean;
  /** While it is being done: how many annotations of how many have been written. */
  written?: { done: number; total: number };
}

/** Another article of the library with mostly the same text as the page. */
export interface SameText {
  articleId: string;
  title: string | null;
  /** BCP 47 of the title. */
  language: string | null;
  /** Where it was first read. */
  address: string;
  /** How many annotations it has. */
  count: number;
}

/** What the publisher has changed since the first annotation. */
export interface Revisit {
  /** ISO 8601, UTC: when the first text was kept. */
  since: string;
  /** With the quotes of the annotations that each touches. */
  changes: readonly { pieces: readonly ChangePiece[]; touched: readonly { id: string; quote: string }[] }[];
  /** BCP 47 of the text. */
  language: string | null;
}

/** A deleted annotation, as long as it can be restored. */
export interface TrashItem {
  id: string;
  quote: string;
  /** BCP 47. */
  language: string | null;
  /** Of its article; its address where it has none. */
  title: string;
  daysLeft: number;
}

/** The columns that the researcher has added to articles, with the values of this one. */
export interface ArticleVariables {
  list: readonly Variable[];
  /** By the variable's id, as they are kept; missing: empty. */
  values: Readonly<Record<string, string>>;
}

export type VariableDraft = Pick<Variable, 'name' | 'kind' | 'choices'>;

/** What just happened, for the line with *Undo*. */
export type Status =
  /** `operationId` is the step that its *Undo* takes back, and no other. */
  | { kind: 'deleted'; operationId: string }
  | { kind: 'attached' | 'corrected' | 'joined' | 'split'; operationId: string }
  | { kind: 'done'; step: Step; operationId: string }
  | { kind: 'undone'; step: Step }
  | { kind: 'redone'; step: Step }
  | { kind: 'exported'; fileName: string }
  | { kind: 'copied'; text: string }
  /** What search and counts are made from was out of step after the browser was cut off. */
  | { kind: 'mended' }
  | { kind: 'imported'; operationId: string; count: number };

export interface SidebarState {
  view: SidebarView;
  page: TabPage;
  /** Null where the tab shows no article. */
  about: AboutArticle | null;
  /** Null where there is none, or the reader has said that it is another article. */
  sameText: SameText | null;
  /** Null where the text is as it was. */
  revisit: Revisit | null;
  /** This article, already searched and filtered, in page order, without the unclear and the lost ones. */
  cards: readonly Card[];
  unclear: readonly Card[];
  lost: readonly Card[];
  /** How many this article has, whatever is searched. */
  articleCounts: { kept: number; unclear: number; lost: number };
  /** Everything, already searched and filtered, as far as it has been asked for. */
  groups: readonly ArticleGroup[];
  /** Annotations in the library, whatever is searched. */
  libraryCount: number;
  /** Whether *Everything* has more to show than `groups`. */
  hasMore: boolean;
  codes: readonly CodeEntry[];
  recentCodeIds: readonly string[];
  search: string;
  /** Only cards with this code are shown; null shows all. */
  codeFilter: string | null;
  /** The step that *Undo* would take back, null when there is none. */
  undo: Step | null;
  redo: Step | null;
  status: Status | null;
  problem: Problem | null;
  /** A note that could not be saved: its editor begins with it. */
  unsavedNote: { id: string; note: string } | null;
  /** The library was written by a newer Pressmark: nothing may be changed. */
  isReadOnly: boolean;
  /** A new object each time the page asks to bring a card into view. */
  cardInView: { id: string } | null;
  /** The annotation for which the reader is selecting words on the page, null when there is none. */
  awaitedId: string | null;
  exportCounts: Readonly<Record<Exclude<ExportScope, 'chosen'>, number>>;
  /** Not null from the start of an export until its report has been seen. */
  exportRun: ExportRun | null;
  /** Not null while an import waits for a decision. */
  importReport: ImportReport | null;
  /** Whether the site in the tab is to see nothing of what is painted. */
  isPaintHidden: boolean;
  /** Where on that site the reader wants to be asked. */
  siteRule: SiteRule;
  codebook: CodebookState;
  /** Last deleted first; null until it has been read. */
  trash: readonly TrashItem[] | null;
  /** Null while nothing of the article is kept. */
  variables: ArticleVariables | null;
  settings: Settings;
}

/** What is done to several annotations in one step. */
interface ManyActions {
  editMany(ids: readonly string[], edit: ManyEdit): void;
  removeMany(ids: readonly string[]): void;
  restore(ids: readonly string[]): void;
  emptyTrash(): void;
}

interface VariableActions {
  /** Null: a new one. */
  saveVariable(id: string | null, draft: VariableDraft): void;
  /** With the values that articles have of it. */
  removeVariable(id: string): void;
  /** Empty: the article has no value. */
  fillVariable(id: string, value: string): void;
}

interface OccurrenceActions {
  /** Where the article says the phrase; null where the page does not answer. */
  findOccurrences(phrase: string): Promise<readonly Occurrence[] | null>;
  keepOccurrences(places: readonly Occurrence[], codeIds: string[], newCodes: string[]): void;
}

export interface SidebarActions extends CodebookActions, ManyActions, VariableActions, OccurrenceActions {
  showView(view: SidebarView): void;
  search(text: string): void;
  filterByCode(codeId: string | null): void;
  /** Scrolls the page to it; in *Everything*, opens its article first. */
  reveal(id: string): void;
  openArticle(articleId: string): void;
  edit(id: string, edit: AnnotationEdit): void;
  remove(id: string): void;
  /** Scrolls the page to one of the places that an annotation may have. */
  revealPlace(place: Candidate): void;
  /** This place is the annotation's. */
  choosePlace(id: string, place: Candidate): void;
  /** What stood around the words when they were chosen. */
  readFrozenText(id: string): Promise<FrozenText>;
  /** Has the reader select the annotation's words on the page. */
  awaitPlace(id: string): void;
  stopAwaiting(): void;
  /** Null: the article has none. */
  correct(field: MetadataField, value: FieldValue | null): void;
  /** Puts a reference to the article where it can be pasted from. */
  copyCitation(style: CitationStyle): void;
  /** What is kept of that article is shown at this page from now on, and what is kept here goes to it. */
  carryOver(articleId: string): void;
  /** It is another article: do not ask again. */
  keepApart(articleId: string): void;
  /** Holds the article at another address, in the reader's words, for this one. */
  joinAddress(address: string): void;
  splitAddress(address: string): void;
  /** Brings the annotation's card into view. */
  showCard(id: string): void;
  /** What happened to the annotation, newest first. */
  readHistory(id: string): Promise<readonly HistoryEntry[]>;
  /** The page over all articles. */
  openLibrary(): void;
  /** Keys, and the lock of the codebook. */
  openSettings(): void;
  undo(): void;
  redo(): void;
  annotateAnyway(): void;
  /** For the site of the page in the tab. */
  hidePaint(isHidden: boolean): void;
  /** For the same site. */
  ruleSite(rule: SiteRule): void;
  showMore(): void;
  dismissStatus(): void;
  dismissProblem(): void;
  /** The first lines of the very file that `exportFile` would write, or of it what is of its first article. */
  previewExport(choice: ExportChoice, extent?: 'beginning' | 'article'): Promise<string>;
  /** For all exports from now on; null: our own. */
  saveTemplate(format: TemplateFormat, template: string | null): void;
  exportFile(choice: ExportChoice): void;
  /** Cancels what is being written; puts a report away. */
  endExport(): void;
  /** Reads a file for a dry run; nothing is written. */
  readImport(file: File): void;
  confirmImport(): void;
  cancelImport(): void;
}
