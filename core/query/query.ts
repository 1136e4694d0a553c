/** What a search asks, read from its text: every clause must hold. */

import type { Grade } from '../annotation';

/** What a clause asks of an annotation or its article. */
export type Ask =
  /**
   * Words of the quote, the note, a code's path, the title, the outlet or an author (`any`), of one of these, or of a text that
   * was kept of the article (`text`). Chinese
   * is found anywhere in a text, other words from their start on; `isWhole`: to their end too, for `outlet` all of the name.
   */
  | { field: 'any' | 'note' | 'outlet' | 'text'; text: string; isWhole: boolean }
  /**
   * One of the annotation's codes, or one above it, ends with these names, upper levels first, the last of them found like
   * words; `isWhole`: in full. `isFromTop`: the first name stands at the top of the codebook.
   */
  | { field: 'code'; names: string[]; isFromTop: boolean; isWhole: boolean }
  /** As `code`, of the annotation's own codes alone: none that stands under the one that is named. */
  | { field: 'only'; names: string[]; isFromTop: boolean; isWhole: boolean }
  /** The annotation, or its article, is one of these: how a table asks for what stands behind one of its numbers. */
  | { field: 'id'; ids: string[] }
  /** The day of publishing is earlier (`before`), or the same or later (`after`), than the first day of the date. */
  | { field: 'before' | 'after'; date: string }
  /** The article's language is this one, or a kind of it; BCP 47 in lower case. */
  | { field: 'lang'; tag: string }
  | { field: 'grade'; grade: Grade }
  | { field: 'has'; what: 'note' }
  /** A field whose value is missing or makes no sense, as it was typed: it asks for nothing yet. */
  | { field: 'unfinished'; text: string };

export type Clause = Ask & {
  /** What it asks must not be so. */
  isNot: boolean;
};

export type Query = readonly Clause[];
