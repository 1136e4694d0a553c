/** Follows the tab beside the sidebar: which it is, what its page says, and where its annotations stand. */

import { hearNotices } from '../../platform/sidebar';
import { activeTab, askTab, onTabShown, tabById } from '../../platform/tabs';
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
  let page: PageFacts = { tab: null, detection: null, metadata: null, placements: [], isAsked: false };

  const show = (next: PageFacts) => {
    page = next;
    callbacks.show(page);
  };

  const refresh = async () => {
    const tab = bound === null ? await activeTab() : await tabById(bound);
    if (tab === null) return show({ tab, detection: null, metadata: null, placements: [], isAsked: false });
    const [detection, metadata, placements] = await Promise.all([
      askTab(tab.id, 'detection', {}),
      askTab(tab.id, 'metadata', {}),
      askTab(tab.id, 'placements', {}),
    ]);
    show({ tab, detection, metadata, placements: placements ?? [], isAsked: metadata !== null });
  };

  onTabShown(() => void refresh(), signal);
  hearNotices(
    {
      placed({ tabId, placements }) {
        if (tabId !== page.tab?.id) return;
        if (page.metadata === null) void refresh();
        else show({ ...page, placements });
      },
      focusCard({ tabId, id }) {
        if (tabId === page.tab?.id) callbacks.focusCard(id);
      },
    },
    signal,
  );
  void refresh();
  return { refresh };
}
