/** What the library page's buttons and keys do. */

import type { LibraryActions } from '../../components/library/library-model';
import type { ExportChoice } from '../../components/sidebar-model';
import type { Target } from '../../core/annotation';
import { codePath } from '../../core/code';
import { type Filter, withFilterTurned } from '../../core/library-filters';
import type { ListRows } from '../../core/library-list-rows';
import { type LibraryView, printView, readView } from '../../core/library-view';
import { parseQuery } from '../../core/query/parse-query';
import { printQuery } from '../../core/query/print-query';
import { liveLink } from '../../core/text-fragment';
import { openSettings, openTab } from '../../platform/tabs';
import { exportSource } from '../../store/export-source';
import { readFrozenText } from '../../store/frozen-text';
import type { RowIds } from '../../store/library-rows';
import type { Store } from '../../store/open-store';
import { removeSearch, saveSearch } from '../../store/saved-searches';
import { annotationActions } from '../../wiring/annotation-actions';
import { createAttempt, type Outcome } from '../../wiring/attempt';
import { exportActions } from '../../wiring/export-files';
import { importActions } from '../../wiring/pending-import';
import { stepDoer } from '../../wiring/step-doer';
import type { LibraryFacts } from './facts';

interface ActionParts {
  store: Store;
  facts(): LibraryFacts;
  change(next: Partial<LibraryFacts>): void;
  /** Shows something else, and writes it into the address. */
  show(view: LibraryView, isTyping: boolean): void;
  read(id: string): void;
  look(inView: RowIds): void;
  /** All that is found, in its order. */
  list(): ListRows | null;
}

export function libraryActions(parts: ActionParts): LibraryActions {
  const { store, facts, change, list } = parts;
  const shown = {
    outcome: () => facts().outcome,
    show: (outcome: Partial<Outcome>) => change({ outcome: { ...facts().outcome, ...outcome } }),
  };
  const attempt = createAttempt(shown);
  const doStep = stepDoer(store, attempt);
  const { wait: _, ...imports } = importActions({ store, attempt, show: shown.show });

  const turnFilter = (filter: Filter) => {
    const { view } = facts();
    const query = printQuery(withFilterTurned(parseQuery(view.query), filter));
    parts.show({ ...view, query }, false);
  };

  const openArticle = (articleId: string, target: Target | null) =>
    attempt(async () => {
      const article = await store.database.articles.get(articleId);
      const live = article && liveLink(article.addresses, target);
      if (live) await openTab(live);
      return undefined;
    });

  const chosenArticles = ({ scope, ids = [], format }: ExportChoice) =>
    exportSource(store, {
      scope:
        scope === 'everything'
          ? scope
          : { annotationIds: scope === 'chosen' ? ids : (list()?.foundIds ?? []) },
      // An archive of everything is a backup.
      hasTrash: scope === 'everything' && format === 'archive',
      hasTexts: true,
    });

  return {
    ...annotationActions({ ...shown, store, attempt, doStep }),
    ...exportActions({ store, attempt, show: shown.show, read: chosenArticles, titleOf: () => '' }),
    ...imports,
    show: (next, isTyping = false) => parts.show({ ...facts().view, ...next }, isTyping),
    turnFilter,
    askForCode(id) {
      const codes = new Map(facts().shelf.codes.map((code) => [code.id, code]));
      const code = codes.get(id ?? '');
      if (code !== undefined) turnFilter({ kind: 'code', names: codePath(code, codes) });
    },
    read: parts.read,
    turnArticle(articleId, isOpen) {
      const closedIds = new Set(facts().closedIds);
      if (isOpen) closedIds.delete(articleId);
      else closedIds.add(articleId);
      change({ closedIds });
    },
    look: parts.look,
    saveSearch: (name) =>
      void attempt(async () => {
        await saveSearch(store, { name, view: printView(facts().view) });
        return undefined;
      }, name),
    showSaved: ({ view }) => parts.show(readView(view), false),
    removeSaved: (id) =>
      void attempt(async () => {
        await removeSearch(store, id);
        return undefined;
      }),
    reveal: (id) =>
      void store.database.annotations
        .get(id)
        .then((found) => found && openArticle(found.articleId, found.target)),
    openArticle: (articleId) => void openArticle(articleId, null),
    openSettings: () => void openSettings(),
    readFrozenText: (id) => readFrozenText(store, id),
  };
}
