/** What the sidebar does about an annotation whose words are unclear or lost: asks the page, which sees them. */

import type { SidebarActions } from '../../components/sidebar-model';
import type { Problem } from '../../core/problem';
import { askTab, showTab } from '../../platform/tabs';
import { readFrozenText } from '../../store/frozen-text';
import type { Store } from '../../store/open-store';
import { nextUndoRedo } from '../../store/undo';
import type { Attempt } from '../../wiring/attempt';
import type { Facts, WishFacts } from './facts';

export const silentPage: Problem = { key: 'problem_page', detail: '', words: '' };
const placeGone: Problem = { key: 'problem_place_gone', detail: '', words: '' };

interface PlaceParts {
  store: Store;
  facts(): Facts;
  wish(change: Partial<WishFacts>): void;
  refreshPage(): Promise<void>;
  attempt: Attempt;
}

type PlaceActions = Pick<
  SidebarActions,
  'revealPlace' | 'choosePlace' | 'readFrozenText' | 'awaitPlace' | 'stopAwaiting'
>;

export function placeActions({ store, facts, wish, refreshPage, attempt }: PlaceParts): PlaceActions {
  /** The step that gave this annotation its place, as what just happened; null when something else was done since. */
  const attached = async (id: string): Promise<WishFacts['status']> => {
    const { undo } = await nextUndoRedo(store);
    const isIt = undo?.kind === 're-attach' && undo.changes.some((change) => change.id === id);
    return isIt ? { kind: 'attached', operationId: undo.id } : null;
  };

  /** The page that waits for words; another object for each time. */
  let waiting: { tabId: number } | null = null;

  return {
    revealPlace({ start, end }) {
      const { tab } = facts().page;
      if (tab === null) return;
      // Looking is no act: where it fails, deciding says so.
      void askTab(tab.id, 'revealPlace', { start, end }).catch(() => null);
    },
    choosePlace: (id, { start, end }) =>
      void attempt(async () => {
        const { tab } = facts().page;
        const isChosen = tab === null ? null : await askTab(tab.id, 'choosePlace', { id, start, end });
        if (isChosen) return { status: await attached(id) };
        void refreshPage();
        return { problem: isChosen === null ? silentPage : placeGone };
      }),
    readFrozenText: (id) => readFrozenText(store, id),
    awaitPlace: (id) =>
      void attempt(async () => {
        const { tab } = facts().page;
        if (tab === null) return { problem: silentPage };
        const mine = { tabId: tab.id };
        waiting = mine;
        wish({ awaitedId: id });
        const ended = askTab(tab.id, 'awaitPlace', { id }).finally(() => {
          if (waiting !== mine) return;
          waiting = null;
          wish({ awaitedId: null });
        });
        await showTab(tab.id).catch(() => undefined);
        // Null: the reader has left the page.
        return (await ended) ? { status: await attached(id) } : undefined;
      }),
    stopAwaiting() {
      if (waiting !== null) void askTab(waiting.tabId, 'stopAwaiting', {}).catch(() => null);
      waiting = null;
      wish({ awaitedId: null });
    },
  };
}
