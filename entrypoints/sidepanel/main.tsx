/** The sidebar's page: joins the tab, the library and the component. */

import { render } from 'preact';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/sidebar.css';
import '../../components/cards.css';
import '../../components/about.css';
import '../../components/forms.css';
import '../../components/codebook.css';
import { Keys } from '../../components/key-choices';
import { ProblemBanner } from '../../components/problem-banner';
import { Sidebar } from '../../components/sidebar';
import { Strings } from '../../components/strings';
import { cleanAddress } from '../../core/address';
import { BackupNotSavedError } from '../../core/backup';
import { nextProblem, problemOf } from '../../core/problem';
import { newId } from '../../platform/new-id';
import { atEnd, whenIdle } from '../../platform/page-life';
import { askToPersist } from '../../platform/persist';
import { boundTab } from '../../platform/sidebar';
import { tellTabsChanged } from '../../platform/tabs';
import { interfaceLanguage, translate } from '../../platform/translate';
import { backupState } from '../../store/backup';
import { lookAfter } from '../../store/look-after';
import { openStore } from '../../store/open-store';
import { countAnnotations } from '../../store/read';
import { watch } from '../../store/watch';
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
import { present } from './present';

const { signal } = new AbortController();
const app = document.getElementById('app');
document.documentElement.lang = interfaceLanguage();

/** Ends the following before it when the same thing is followed anew. */
function latestOnly(): () => AbortSignal {
  let current = new AbortController();
  return () => {
    current.abort();
    current = new AbortController();
    return current.signal;
  };
}

async function start(parent: Element): Promise<void> {
  const store = await openStore({ newId, now: Date.now, announce: () => void tellTabsChanged() });
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

  const addressSignal = latestOnly();
  const searchSignal = latestOnly();
  const searchAgain = () => {
    const current = searchSignal();
    const { view } = facts.wish;
    const watching = { signal: current, fail };
    if (view === 'everything') {
      followSearch(store, facts.wish, { ...watching, show: (found) => change({ found }) });
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
  lookAfter(store, { atEnd, whenIdle, signal }).then((mended) => {
    if (mended !== null) wish({ status: { kind: 'mended' } });
  }, fail);
  // Once there is something to lose.
  void countAnnotations(store).then((count) => (count > 0 ? askToPersist() : false));
  let toldFailure = '';
  watch(() => backupState(store), {
    signal,
    fail,
    show({ failure }) {
      if (failure === null || failure.at === toldFailure) return;
      toldFailure = failure.at;
      fail(new BackupNotSavedError(failure.why, failure.detail));
    },
  });
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

/** Without a library there is nothing to list: only why. */
function refuse(parent: Element, error: unknown): void {
  render(
    <Strings.Provider value={translate}>
      <main class="sidebar">
        <ProblemBanner problem={problemOf(error)} />
      </main>
    </Strings.Provider>,
    parent,
  );
}

if (app !== null) start(app).catch((error: unknown) => refuse(app, error));
