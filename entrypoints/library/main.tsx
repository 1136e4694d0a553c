/** The library's page: joins the library, the page's address and the component. */

import { render } from 'preact';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/sidebar.css';
import '../../components/cards.css';
import '../../components/about.css';
import '../../components/forms.css';
import '../../components/codebook.css';
import '../../components/library/library.css';
import '../../components/library/list.css';
import { Keys } from '../../components/key-choices';
import { Library } from '../../components/library/library';
import { Strings } from '../../components/strings';
import { createFacets } from '../../core/library-facets';
import { type LibraryView, readView, usualView } from '../../core/library-view';
import { nextProblem, problemOf } from '../../core/problem';
import { parseQuery } from '../../core/query/parse-query';
import { isSame } from '../../core/same';
import { translate } from '../../platform/translate';
import { firstFound } from '../../store/library-list';
import { followRows } from '../../store/library-rows';
import type { Store } from '../../store/open-store';
import { createLibrarySearch } from '../../store/search';
import { latestOnly, once } from '../../wiring/latest-only';
import { startPage } from '../../wiring/start-page';
import { libraryActions } from './act';
import { keepAddress } from './address';
import { type LibraryFacts, nothingKnown } from './facts';
import { followFacets, followFound, followRead, followShelf } from './follow-found';
import { createListMaker } from './make-list';
import { countedCodes, present } from './present';

/** Rows that fill a large window. */
const firstRows = 40;

function start(store: Store, parent: Element): void {
  let facts: LibraryFacts = { ...nothingKnown, view: readView(location.hash), isReadOnly: store.readOnly };
  let isDrawn = true;
  const page = new AbortController();
  const search = createLibrarySearch(store);
  const count = createFacets();
  const makeList = createListMaker();
  const queryOf = once(parseQuery);
  const codesOf = once((codes: LibraryFacts['shelf']['codes'], counts: ReadonlyMap<string, number>) =>
    countedCodes({ codes, counts }),
  );
  const [foundSignal, facetSignal, readSignal] = [latestOnly(), latestOnly(), latestOnly()];

  const change = (next: Partial<LibraryFacts>) => {
    facts = { ...facts, ...next };
    if (!isDrawn) return;
    isDrawn = false;
    queueMicrotask(draw);
  };
  const fail = (error: unknown) => {
    const { outcome } = facts;
    change({ outcome: { ...outcome, problem: nextProblem(outcome.problem, problemOf(error)) } });
  };
  const watching = (signal: AbortSignal) => ({ signal, fail, show: change });

  const searchAgain = () => {
    const { view, shelf } = facts;
    const asked = { query: queryOf(view.query), codes: shelf.codes, isTrashed: view.isTrashed };
    followFound(search, asked, watching(foundSignal()));
  };
  const countAgain = () =>
    followFacets(search, { count, isTrashed: facts.view.isTrashed }, watching(facetSignal()));
  const show = (view: LibraryView) => {
    const before = facts.view;
    change({ view });
    if (view.query !== before.query || view.isTrashed !== before.isTrashed) searchAgain();
    if (view.isTrashed !== before.isTrashed) countAgain();
  };
  const address = keepAddress(show);

  const actions = libraryActions({
    store,
    facts: () => facts,
    change,
    show(view, isTyping) {
      if (isSame(view, facts.view)) return;
      show(view);
      address.write(view, isTyping);
    },
    read(id) {
      if (facts.read?.annotation.id !== id) followRead(store, id, watching(readSignal()));
    },
    look: followRows(store, { signal: page.signal, fail, show: (rows) => change({ rows }) }),
    list: () => makeList(facts),
  });

  /** The first of it is drawn before all of it is read. */
  const begin = async () => {
    const { view } = facts;
    const isPlain = view.query === '' && !view.isTrashed && view.order === usualView.order;
    const parts = isPlain ? await firstFound(store, { least: firstRows, isGrouped: view.isGrouped }) : null;
    if (parts !== null) change({ found: { parts, isWhole: false } });
    followShelf(store, {
      ...watching(page.signal),
      show(next) {
        const isFirst = facts.shelf === nothingKnown.shelf;
        const hasNewCodes = next.shelf !== undefined && next.shelf.codes !== facts.shelf.codes;
        change(next);
        if (isFirst || hasNewCodes) searchAgain();
        if (isFirst) countAgain();
      },
    });
  };
  begin().catch(fail);

  function draw(): void {
    isDrawn = true;
    const state = present(facts, {
      query: queryOf(facts.view.query),
      list: makeList(facts),
      codes: codesOf(facts.shelf.codes, facts.shelf.counts),
      reading: null,
      now: store.environment.now(),
    });
    render(
      <Strings.Provider value={translate}>
        <Keys.Provider value={facts.shelf.settings}>
          <Library state={state} actions={actions} />
        </Keys.Provider>
      </Strings.Provider>,
      parent,
    );
  }
  draw();
}

document.title = translate('library_title');
startPage('library', start);
