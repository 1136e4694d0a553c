/** The library's page: joins the library, the page's address and the component. */

import { render } from 'preact';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/sidebar.css';
import '../../components/sheet.css';
import '../../components/cards.css';
import '../../components/about.css';
import '../../components/forms.css';
import '../../components/codebook.css';
import '../../components/reading/reading.css';
import '../../components/library/library.css';
import '../../components/library/list.css';
import '../../components/tables/tables.css';
import '../../components/tables/plots.css';
import '../../components/agreement/coders.css';
import { CodersView } from '../../components/agreement/coders-view';
import { Keys } from '../../components/key-choices';
import { Library } from '../../components/library/library';
import { ReadingPane } from '../../components/reading/reading-pane';
import { Strings } from '../../components/strings';
import type { TablesState } from '../../components/tables/tables-model';
import { TablesView } from '../../components/tables/tables-view';
import type { Code } from '../../core/code';
import { readView } from '../../core/library-view';
import { nextProblem, problemOf } from '../../core/problem';
import { parseQuery } from '../../core/query/parse-query';
import type { Query } from '../../core/query/query';
import { isSame } from '../../core/same';
import { whenIdle } from '../../platform/page-life';
import { translate } from '../../platform/translate';
import { followRows } from '../../store/library-rows';
import type { Store } from '../../store/open-store';
import { createLibrarySearch } from '../../store/search';
import { once } from '../../wiring/latest-only';
import { lookAfterLibrary } from '../../wiring/look-after-library';
import { startPage } from '../../wiring/start-page';
import { libraryActions } from './act';
import { keepAddress } from './address';
import { codersOf } from './coders';
import { type LibraryFacts, nothingKnown } from './facts';
import { followView } from './follow-view';
import { createListMaker } from './make-list';
import { countedCodes, present } from './present';
import { tablesOf } from './tables';

function start(store: Store, parent: Element): void {
  let facts: LibraryFacts = { ...nothingKnown, view: readView(location.hash), isReadOnly: store.readOnly };
  let isDrawn = true;
  const { signal } = new AbortController();
  const [queryOf, codesOf] = [once(parseQuery), once(countedCodes)];

  const change = (next: Partial<LibraryFacts>) => {
    facts = { ...facts, ...next };
    if (!isDrawn) return;
    isDrawn = false;
    queueMicrotask(draw);
  };
  const lists = createListMaker(() => change({}), signal);
  const fail = (error: unknown) => {
    const { outcome } = facts;
    change({ outcome: { ...outcome, problem: nextProblem(outcome.problem, problemOf(error)) } });
  };
  const search = createLibrarySearch(store);
  const rows = followRows(store, { signal, fail, show: (rows) => change({ rows }) });
  const following = followView({
    store,
    search,
    facts: () => facts,
    change,
    fail,
    holdRows: rows.hold,
    onWhole: () => void whenIdle().then(search.file).catch(fail),
    signal,
  });
  const address = keepAddress(following.show);
  const actions = libraryActions({
    store,
    facts: () => facts,
    change,
    show(view, isTyping) {
      if (isSame(view, facts.view)) return;
      following.show(view);
      address.write(view, isTyping);
    },
    read: following.read,
    look: rows.look,
    list: () => lists.now(facts),
  });
  const { follow, ...tablesActions } = tablesOf({
    source: { store, search },
    facts: () => facts.tables,
    change: (tables) => change({ tables }),
    fail,
    onOpen: (query) => actions.show({ query, isTables: false }),
    signal,
  });
  const followTables = once((isTables: boolean, query: Query, codes: readonly Code[], isTrashed: boolean) =>
    follow(isTables ? { query, codes, isTrashed } : null),
  );
  const coders = codersOf({
    store,
    facts: () => facts,
    change,
    fail,
    openArticle: actions.openArticle,
    signal,
  });
  const codersView = (name: string) => (
    <CodersView state={{ ...facts.coders, name, isReadOnly: store.readOnly }} actions={coders} />
  );
  const followCoders = once((isCoders: boolean) => coders.follow(isCoders));
  const tablesView = once((state: TablesState) => <TablesView state={state} actions={tablesActions} />);
  const tablesState = once((tables: LibraryFacts['tables'], base: TablesState['base']) => ({
    ...tables,
    base,
  }));
  const readingActions = {
    readHistory: actions.readHistory,
    choose: (id: string | null) => id !== null && actions.read(id),
  };
  /** Drawn again only where something in it changed: an article is long. */
  const readingOf = once(
    (reading: LibraryFacts['reading'], codes: ReturnType<typeof countedCodes>, chosenId: string | null) =>
      reading && <ReadingPane state={{ reading, codes, chosenId }} actions={readingActions} isChosenApart />,
  );

  function draw(): void {
    isDrawn = true;
    const codes = codesOf(facts.shelf.codes, facts.shelf.counts);
    const query = queryOf(facts.view.query);
    const { isTables, isCoders, isTrashed } = facts.view;
    followCoders(isCoders);
    followTables(isTables, query, facts.shelf.codes, isTrashed);
    const state = present(facts, {
      query,
      tables: isCoders
        ? codersView(facts.shelf.settings.coder)
        : isTables
          ? tablesView(tablesState(facts.tables, query))
          : null,
      list: lists.latest(facts),
      codes,
      reading: readingOf(facts.reading, codes, facts.read?.annotation.id ?? null),
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
  // The page is drawn while the library is being read, and looks after it once something is shown.
  const begun = following.begin().catch(fail);
  draw();
  void begun.then(() =>
    lookAfterLibrary(store, {
      signal,
      fail,
      tell: (status) => change({ outcome: { ...facts.outcome, status } }),
    }),
  );
}

document.title = translate('library_title');
startPage('library', start);
