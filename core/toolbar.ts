/** Everything the page toolbar shows, as plain data, and everything it can ask for, as callbacks. */

import type { EndMove } from './adjust-ends';
import type { CodeEntry } from './code-entry';
import type { AnnotationEdit } from './library';
import type { Problem } from './problem';
import type { Settings } from './settings';

/** What the toolbar stands beside. */
export type ToolbarSubject =
  /** A selection that is not kept yet. */
  | { kind: 'new' }
  | { kind: 'existing'; id: string; codeIds: readonly string[]; note: string }
  /** Several highlights under one click. */
  /** The reader is to select the words of this annotation: `quote` are those that it had. */
  | { kind: 'awaiting'; quote: string }
  /** A selection made while that is awaited. */
  | { kind: 'attach' }
  | { kind: 'choose'; choices: readonly { id: string; quote: string; language: string | null }[] }
  /** Beside nothing: what is selected next is kept with the active code. */
  | { kind: 'coding' };

export type ToolbarView = 'bar' | 'codes' | 'note' | 'ends' | 'menu';

export interface ToolbarState {
  subject: ToolbarSubject;
  view: ToolbarView;
  codes: readonly CodeEntry[];
  /** Most recently used first. */
  recentCodeIds: readonly string[];
  /** The note as the reader wrote it, while it is not saved; null when there is no such. */
  draft: string | null;
  settings: Settings;
  problem: Problem | null;
}

/** What is kept at once with a selection; the rest is edited afterwards. */
export interface KeepRequest {
  codeIds: string[];
  newCodes: string[];
  note: string;
}

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
  remove(id: string): void;
  choose(id: string): void;
  /** Gives the selected words to the annotation whose place is awaited. */
  attach(): void;
  /** Null: no card in particular. */
  openSidebar(id: string | null): void;
  /** Nothing of ours any more on this site. */
  switchOff(): void;
  dismiss(): void;
}
