/** The sidebar's page: joins the tab, the library and the component. */

import { render } from 'preact';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/sidebar.css';
import '../../components/sheet.css';
import '../../components/cards.css';
import '../../components/about.css';
import '../../components/forms.css';
import '../../components/codebook.css';
import { Keys } from '../../components/key-choices';
import { Sidebar } from '../../components/sidebar';
import { Strings } from '../../components/strings';
import { cleanAddress } from '../../core/address';
import { nextProblem, problemOf } from '../../core/problem';
import { boundTab } from '../../platform/sidebar';
import { translate } from '../../platform/translate';
import type { Store } from '../../store/open-store';
import { createLibrarySearch } from '../../store/search';
import { latestOnly } from '../../wiring/latest-only';
import { lookAfterLibrary } from '../../wiring/look-after-library';
import { startPage } from '../../wiring/start-page';
import { sidebarActions } from './act';
import { type CodebookFacts, type Facts, nothingKnown, type TrashFacts, type WishFacts } from './facts';
import {
  type FollowedPage,
  followCodebook,
  followPage,
  followSearch,
  followTrash,
  isSamePage,
} from './follow-library';
import { followTab } from './follow-tab';
import { createPresent } from './present';

const { signal } = new AbortController();

function start(store: Store, parent: Element): void {
  const search = createLibrarySearch(store);
  const present = createPresent();
  let facts: Facts = { ...nothingKnown, isReadOnly: store.readOnly };
  let followed: FollowedPage | null | undefined;
  let isDrawn = true;

  const change = (next: Partial<Facts>) => {
    facts = { ...facts, ...next };
    if (!isDrawn) return;
    isDrawn = false;
    queueMicrotask(draw);
  };
  const wish = (next: Partial<WishFacts>) => {
    const before = facts.wish;
    change({ wish: { ...before, ...next } });
    const isSearchNew = (['search', 'codeFilter', 'most', 'view'] as const).some(
      (key) => before[key] !== facts.wish[key],
    );
    if (isSearchNew) searchAgain();
  };
  const fail = (error: unknown) =>
    change({ wish: { ...facts.wish, problem: nextProblem(facts.wish.problem, problemOf(error)) } });

  const addressSignal = latestOnly(signal);
  const searchSignal = latestOnly(signal);
  const searchAgain = () => {
    const current = searchSignal();
    const { view } = facts.wish;
    const watching = { signal: current, fail };
    if (view === 'everything') {
      followSearch({ store, search }, facts.wish, { ...watching, show: (found) => change({ found }) });
    } else if (view === 'codebook') {
      const show = (codebook: CodebookFacts) => change({ shelf: { ...facts.shelf, codebook } });
      followCodebook(store, { ...watching, show });
    } else if (view === 'trash') {
      const show = (trash: TrashFacts) => change({ shelf: { ...facts.shelf, trash } });
      followTrash(store, { ...watching, show });
    }
  };

  const tab = followTab(
    boundTab(location.href),
    {
      show(page) {
        change({ page });
        const address = page.tab === null ? null : cleanAddress(page.tab.url);
        const shown = address === null ? null : { address, article: page.article };
        if (isSamePage(shown, followed)) return;
        followed = shown;
        followPage(store, shown, {
          signal: addressSignal(),
          fail,
          show: (library) => change({ library }),
        });
      },
      focusCard: (id) => wish({ view: 'article', cardInView: { id } }),
    },
    signal,
  );
  lookAfterLibrary(store, { signal, fail, tell: (status) => wish({ status }) });
  const actions = sidebarActions({ store, facts: () => facts, wish, refreshPage: tab.refresh });

  function draw(): void {
    isDrawn = true;
    render(
      <Strings.Provider value={translate}>
        <Keys.Provider value={facts.library.settings}>
          <Sidebar state={present(facts)} actions={actions} />
        </Keys.Provider>
      </Strings.Provider>,
      parent,
    );
  }
}

startPage('sidebar', start);
