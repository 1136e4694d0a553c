/** What a news page, the sidebar and the background ask of a library; `store/` answers it. */

import type { Annotation, Selectors } from './annotation';
import type { Metadata } from './article';
import type { Code } from './code';
import type { Settings } from './settings';

/** What a page sends with an annotation: nothing about the page is stored before. */
export interface ArticleDraft {
  metadata: Metadata;
  /** The article's text; null when it was too large to send. */
  text: string | null;
}

/** What the sidebar reads of a page that is open. */
export interface ReadArticle {
  /** The article's text now; null when it is too large to send. */
  text: string | null;
  /** What the page names as its own address where that is another; see `core/identity/canonical.ts`. */
  canonical: string | null;
}

export interface AnnotationDraft {
  selectors: Selectors;
  codeIds: string[];
  /** Paths typed by the reader ("主体/区委"); missing levels are made. */
  newCodes: string[];
  note: string;
  article: ArticleDraft;
}

/** A change to one annotation; a field left out stays as it is. */
export interface AnnotationEdit {
  codeIds?: string[] | undefined;
  /** Paths to add, missing levels made. */
  newCodes?: string[] | undefined;
  note?: string | undefined;
}

/** The same change to several annotations at once, as one step. */
export interface ManyEdit {
  /** Codes to give to those that do not have them, at the end. */
  giveIds?: string[] | undefined;
  takeIds?: string[] | undefined;
  /** Paths to add, missing levels made. */
  newCodes?: string[] | undefined;
  /** Written below the note that each has. */
  addNote?: string | undefined;
}

/** An annotation that takes the place of several. */
export interface MergeDraft {
  /** Of all the words that they stand on together. */
  selectors: Selectors;
  article: ArticleDraft;
}

/** What an annotator needs to paint and code one page. */
export interface PageLibrary {
  /** Not in the trash. */
  annotations: Annotation[];
  codes: Code[];
  /** Most recently used first, at most nine. */
  recentCodeIds: string[];
  /** Whether the page's site is to see nothing of what is painted. */
  isPaintHidden: boolean;
  settings: Settings;
}
