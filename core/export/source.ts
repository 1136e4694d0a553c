/** What every exporter is given and gives: articles one after another in, parts of one file out. */

import type { Annotation } from '../annotation';
import type { Article, TextSnapshot } from '../article';
import type { Code } from '../code';
import type { Variable } from '../variable';

/** One article with what is exported of it. */
export interface ExportArticle {
  article: Article;
  /** Not those in the trash, except for an archive of everything; in the order of the text, then of time. */
  annotations: readonly Annotation[];
  /** The texts that the article and its annotations name, by digest; empty where only quotes are wanted. */
  snapshots: ReadonlyMap<string, TextSnapshot>;
}

/** Of each article: all, or less where a format does not need all. */
export type Extent = 'whole' | 'without-texts' | 'without-annotations' | 'bare';

/** A set of annotations to export. The same library gives the same set in the same order. */
export interface ExportSource {
  /** ISO 8601 UTC; the only time of the making that a file may tell. */
  exported: string;
  /** The whole codebook. */
  codes: readonly Code[];
  variables: readonly Variable[];
  articleCount: number;
  annotationCount: number;
  /**
   * By date (those without one last), title, then id. One article is in memory at a time; may be asked for again, for
   * formats that go through it twice.
   * @param extent what must be in them: a source may give more. Missing: all
   */
  articles(extent?: Extent): AsyncIterable<ExportArticle>;
}

/** What the person can choose; each format uses what it knows. */
export interface ExportOptions {
  /** Stands for the person in formats that name a coder. */
  coder: string;
  /** Whether the texts of the articles, which are under copyright, go with it. */
  hasTexts: boolean;
  /** BCP 47, for words that the file itself says: headings, labels. */
  language: string;
  /** Tables: a row for each annotation with its codes joined, or one for each coding. Missing: for each annotation. */
  rowsOf?: 'annotation' | 'coding';
  /** Of a coding packet: without values of variables, too. */
  isBlind?: boolean;
}

/** Text is written as UTF-8. */
export type FilePart = string | Uint8Array | Blob;

/** Fields that a format cannot carry, each counted in annotations (or articles) that have something in it. */
export interface Loss {
  what:
    | 'prefix-and-suffix'
    | 'lost-place'
    | 'colour'
    | 'definition'
    | 'codebook-tree'
    | 'note'
    | 'history'
    | 'addresses'
    | 'variables'
    /** Of an article: what else was found for a field, and where. */
    | 'metadata'
    /** Of an annotation: its place in the page's structure. */
    | 'page-place'
    /** Of a code: its digit, and whether it is archived. */
    | 'code-settings'
    | 'text'
    /** Longer than a cell of a spreadsheet can be. */
    | 'end-of-text'
    | 'times'
    | 'trash'
    /** Left out on purpose: what others made of the articles. */
    | 'codings'
    /** Articles of which no text was kept. */
    | 'textless-article';
  count: number;
}

/** A format: pure, streaming, the same bytes for the same source. Who stops asking for parts has cancelled it. */
export interface Exporter {
  /** Without the dot. */
  extension: string;
  mediaType: string;
  write(source: ExportSource, options: ExportOptions): AsyncIterable<FilePart>;
  /** What of this source the format cannot carry; nothing where all of it comes back. */
  losses(source: ExportSource, options: ExportOptions): Promise<Loss[]>;
}
