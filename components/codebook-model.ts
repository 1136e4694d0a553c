/** What the codebook's view shows, as plain data, and what it can ask for, as callbacks. */

import type { Code } from '../core/code';
import type { Colour } from '../core/colour';

export interface CodebookState {
  /** All of them, in no order. */
  codes: readonly Code[];
  /** Annotations not in the trash, by code id; missing: none. */
  counts: ReadonlyMap<string, number>;
  /** Whether the codebook has been read; until then nothing of it is known. */
  isRead: boolean;
}

/** What a merge would do, before it is done. */
export interface MergePreview {
  /** All that would be one, the one that stays among them. */
  codeCount: number;
  annotationCount: number;
  movedCount: number;
}

/** An annotation of a code, to choose those that a new code takes. */
export interface CodedQuote {
  id: string;
  quote: string;
  /** BCP 47. */
  language: string | null;
  /** Where it stands; empty where that is not known. */
  title: string;
}

export type CodebookFormat = 'csv' | 'qdc';

export interface CodeDescription {
  definition: string;
  examples: string[];
  /** A digit from `1` to `9`; null: none. */
  shortcut: string | null;
}

export interface CodebookActions {
  /** Missing levels are made. The id of the last one; null where it was not made. */
  newCode(path: string): Promise<string | null>;
  renameCode(id: string, name: string): void;
  colourCode(id: string, colour: Colour): void;
  describeCode(id: string, description: CodeDescription): void;
  /** Null: to the top. */
  moveCode(id: string, parentId: string | null): void;
  previewMerge(id: string, intoId: string): Promise<MergePreview>;
  mergeCodes(id: string, intoId: string): void;
  quotesOf(codeId: string): Promise<readonly CodedQuote[]>;
  /** These annotations get a new code instead of this one. As `newCode`. */
  splitCode(id: string, annotationIds: readonly string[], path: string): Promise<string | null>;
  archiveCode(id: string, isArchived: boolean): void;
  /** With all codes under it. */
  deleteCode(id: string): void;
  lockCodebook(isLocked: boolean): void;
  exportCodebook(format: CodebookFormat): void;
  /** Reads a file for a dry run; nothing is written. */
  readCodebook(file: File): void;
}
