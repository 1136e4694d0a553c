/** Follows the tab beside the sidebar: which it is, what its page says, and where its annotations stand. */

import { hearNotices } from '../../platform/sidebar';
import { activeTab, askTab, onTabShown, type ShownTab, tabById } from '../../platform/tabs';
import type { PageFacts } from './facts';

export interface TabFollower {
  /** Asks the page again. */
  refresh(): Promise<void>;
}

/**
 * @param bound the tab to stay with; null follows the tab that is in front
 * @param show called with what is known, each time it changes
 */
export function followTab(
  bound: number | null,
  callbacks: { show(page: PageFacts): void; focusCard(id: string): void },
  signal: AbortSignal,
): TabFollower {
  let page: PageFacts = untold(null);
  /** The latest asking; answers to an earlier one are about another tab, or older. */
  let asking: object | null = null;

  const show = (next: PageFacts) => {
    page = next;
    callbacks.show(page);
  };

  /** What was asked for before anybody listened, as by the very click that opened this sidebar. */
  const askForCard = async (tabId: number) => {
    const id = await askTab(tabId, 'focused', {}).catch(() => null);
    if (id !== null && tabId === page.tab?.id && !signal.aborted) callbacks.focusCard(id);
  };

  /** Where annotations have moved, the text may be another one. */
  const readAgain = async (tabId: number) => {
    const article = await askTab(tabId, 'article', {}).catch(() => null);
    if (article !== null && tabId === page.tab?.id && !signal.aborted) show({ ...page, article });
  };

  const refresh = async () => {
    const mine = {};
    asking = mine;
    const isCurrent = () => asking === mine && !signal.aborted;
    const tab = await (bound === null ? activeTab() : tabById(bound)).catch(() => null);
    if (!isCurrent()) return;
    // A page that is slow to answer must not be shown with what the tab before it said.
    if (tab?.id !== page.tab?.id || tab?.url !== page.tab?.url) {
      show(untold(tab));
      if (tab !== null) void askForCard(tab.id);
    }
    if (tab !== null) {
      const [detection, metadata, article, placements] = await Promise.all([
        askTab(tab.id, 'detection', {}).catch(() => null),
        askTab(tab.id, 'metadata', {}).catch(() => null),
        askTab(tab.id, 'article', {}).catch(() => null),
        askTab(tab.id, 'placements', {}).catch(() => null),
      ]);
      if (!isCurrent()) return;
      show({ tab, detection, metadata, article, placements: placements ?? [], isAsked: true });
    }
    asking = null;
  };

  onTabShown(() => void refresh(), signal);
  hearNotices(
    {
      placed({ tabId, placements }) {
        if (tabId !== page.tab?.id) return;
        // What is being asked for may be older than this.
        if (page.metadata === null || asking !== null) void refresh();
        else {
          show({ ...page, placements });
          void readAgain(tabId);
        }
      },
      focusCard({ tabId, id }) {
        if (tabId !== page.tab?.id) return;
        callbacks.focusCard(id);
        // It is told now: the page need not tell it again when this tab comes back to the front.
        void askTab(tabId, 'focused', {}).catch(() => null);
      },
    },
    signal,
  );
  void refresh();
  return { refresh };
}

function untold(tab: ShownTab | null): PageFacts {
  return { tab, detection: null, metadata: null, article: null, placements: [], isAsked: false };
}
