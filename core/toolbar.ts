/** Everything the page toolbar shows, as plain data, and everything it can ask for, as callbacks. */

import type { EndMove } from './adjust-ends';
import type { CodeEntry } from './code-entry';
import type { AnnotationEdit } from './library';
import type { Occurrence } from './messages';
import type { Problem } from './problem';
import type { Settings } from './settings';
import type { Step } from './step';

/** What the toolbar stands beside. */
export type ToolbarSubject =
  /** A selection that is not kept yet. */
  | { kind: 'new' }
  | { kind: 'existing'; id: string; codeIds: readonly string[]; note: string }
  /** Several highlights under one click. */
  | { kind: 'choose'; choices: readonly { id: string; quote: string; language: string | null }[] }
  /** The reader is to select the words of this annotation: `quote` are those that it had. */
  | { kind: 'awaiting'; quote: string }
  /** A selection made while that is awaited. */
  | { kind: 'attach' }
  /** Beside nothing: what is selected next is kept with the active code. */
  | { kind: 'coding' };

/** In `codes-below` the picker stays under one code; in `active-code` it chooses the one that all further selections get. */
export type ToolbarView =
  | 'bar'
  | 'codes'
  | 'codes-below'
  | 'active-code'
  | 'note'
  | 'ends'
  | 'occurrences'
  | 'menu';

/** What has just become of the library, to be said once. */
export type ToolbarNotice =
  /** What can be seen as well. */
  | { kind: 'done'; step: Step }
  /** So many passages with the active code, since it is active. */
  | { kind: 'kept'; count: number }
  | { kind: 'undone' | 'redone'; step: Step }
  | { kind: 'nothing-to-undo' | 'nothing-to-redo' }
  /** The step was not done on this page, which may not touch it. */
  | { kind: 'step-elsewhere' };

export interface ToolbarState {
  subject: ToolbarSubject;
  view: ToolbarView;
  codes: readonly CodeEntry[];
  /** Most recently used first. */
  recentCodeIds: readonly string[];
  /** What `1` to `9` give, in that order; see `core/digit-codes.ts`. */
  digitCodeIds: readonly (string | null)[];
  /** The code that is given to each further selection; null while there is none. */
  activeCode: CodeEntry | null;
  settings: Settings;
  /** Other annotations that share words with the shown one. */
  overlapCount: number;
  /** Where the article says what is selected; empty in other views. */
  occurrences: readonly Occurrence[];
  /** The note as the reader wrote it, while it is not saved; null when there is no such. */
  draft: string | null;
  notice: ToolbarNotice | null;
  problem: Problem | null;
}

/** What is kept at once with a selection; the rest is edited afterwards. */
export interface KeepRequest {
  codeIds: string[];
  newCodes: string[];
  note: string;
}

/** One code: one that there is, or the path of one that is to be made. */
export type ChosenCode = { id: string } | { path: string };

export interface ToolbarActions {
  showView(view: ToolbarView): void;
  /**
   * Keeps the selection; the toolbar expects to be shown again with what became of it, in the same view.
   * Asked again before that, it gives what was kept the rest.
   */
  keep(request: KeepRequest): void;
  edit(id: string, edit: AnnotationEdit): void;
  /** Moves an end of the kept words. */
  adjust(id: string, move: EndMove): void;
  /** Joins it with all that share words with it. */
  merge(id: string): void;
  remove(id: string): void;
  choose(id: string): void;
  /** Gives the selected words to the annotation whose place is awaited. */
  attach(): void;
  /** From now on each selection is kept with this code. A code that is being made becomes active once it is there. */
  activate(code: ChosenCode): void;
  /** Gives a code to the passage that was kept last with the active code, or takes it from it. */
  toggleOnLast(codeId: string): void;
  /** Keeps the shown occurrences that are not kept yet with this code, in one step. */
  keepOccurrences(code: ChosenCode): void;
  undo(): void;
  redo(): void;
  /** Null: no card in particular. */
  openSidebar(id: string | null): void;
  /** Nothing of ours any more on this site. */
  switchOff(): void;
  dismiss(): void;
}
