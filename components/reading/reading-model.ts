/** What the reading pane shows, as plain data, and what it can ask for. */

import type { CodeEntry } from '../../core/code-entry';
import type { Reading } from '../../core/reading/reading';
import type { SidebarActions } from '../sidebar-model';

export interface ReadingState {
  reading: Reading;
  /** The whole codebook; the same list again as long as nothing in it changed. */
  codes: readonly CodeEntry[];
  /** The annotation that is marked and scrolled to; null, or one of another article: none. */
  chosenId: string | null;
}

export interface ReadingActions extends Pick<SidebarActions, 'readHistory'> {
  /** Null: none. */
  choose(id: string | null): void;
}
