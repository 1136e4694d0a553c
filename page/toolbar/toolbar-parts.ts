/** What the toolbar's control is given, and what it can be asked for. */

import type { AnnotationEdit } from '../../core/library';
import type { Problem } from '../../core/problem';
import type { ReadingMove } from '../../core/reading-step';
import type { Settings } from '../../core/settings';
import type { ToolbarActions, ToolbarNotice, ToolbarState } from '../../core/toolbar';
import type { Session } from '../session';
import type { EarlyKeys } from './early-keys';
import type { Surface } from './surface';

export interface ToolbarParts {
  document: Document;
  surface: Surface;
  keys: EarlyKeys;
  session: Session;
  /**
   * Draws the toolbar; null takes it away. Must be done when it returns, so that it can be placed.
   * @param notice is read out, with or without a toolbar
   */
  draw(state: ToolbarState | null, actions: ToolbarActions, notice: ToolbarNotice | null): void;
  /** Does what a key pressed on the page asks of the toolbar; true when it asked for something. */
  pressKey(event: KeyboardEvent, state: ToolbarState, actions: ToolbarActions): boolean;
  /** What a key asks of the reading cursor. @param hasSelection whether the toolbar stands beside a selection */
  readingMove(event: KeyboardEvent, hasSelection: boolean, settings: Settings): ReadingMove | null;
  /** The sentence for an error, as the message key of a problem. */
  problemOf(error: unknown, words: string): Problem;
  openSidebar(id: string | null): Promise<unknown>;
  focusCard(id: string): void;
  switchOff(): Promise<unknown>;
  signal: AbortSignal;
}

export interface ToolbarControl {
  /** Has the reader select the words of this annotation; resolves when that has ended, to whether they were attached. */
  awaitPlace(id: string): Promise<boolean>;
  stopAwaiting(): void;
}

/** What was asked for and could not be done. */
export interface Failed {
  change: AnnotationEdit;
  /** Whether the toolbar still stands beside it. */
  isShown(): boolean;
  bringBack(): void;
}

/** What has no place of its own on the page. */
export const nowhere: Failed = { change: {}, isShown: () => false, bringBack: () => undefined };
