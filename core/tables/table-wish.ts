/** Which table is wanted, and how. */

import type { TimeUnit } from './by-time';
import type { PairsWithin } from './code-pairs';
import type { KeywordLine } from './keyword-lines';

export type CountWish =
  | { kind: 'article' | 'outlet'; isRolledUp: boolean }
  /** Null: as the time that it spans asks. */
  | { kind: 'time'; unit: TimeUnit | null; isRolledUp: boolean }
  | { kind: 'pairs'; within: PairsWithin; isRolledUp: boolean };

export interface KeywordWish {
  words: string;
  /** The quotes that are found, or all of the kept texts of their articles. */
  from: 'quotes' | 'texts';
  /** UTF-16 units on either side. */
  reach: number;
  /** How many lines at most. */
  most: number;
}

export interface KeywordLines {
  /** By the article's date, then by place. */
  lines: readonly KeywordLine[];
  /** Whether there are more. */
  isCut: boolean;
  /** Of the articles of the lines, by id. */
  articles: ReadonlyMap<string, { title: string; outlet: string; language: string | null }>;
}
