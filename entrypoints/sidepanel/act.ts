/** What the sidebar's buttons and keys do. */

import type { SidebarActions } from '../../components/sidebar-model';
import { injectAnnotator } from '../../platform/annotator';
import { openLibrary } from '../../platform/library-page';
import { askTab, judgeAgain, openSettings, openTab, showTab, tellTabsChanged } from '../../platform/tabs';
import type { Store } from '../../store/open-store';
import { hidePaint, setSiteRule } from '../../store/sites';
import { annotationActions } from '../../wiring/annotation-actions';
import { createAttempt } from '../../wiring/attempt';
import { codebookActions } from '../../wiring/codebook-actions';
import { codebookFileActions } from '../../wiring/codebook-files';
import { exportActions } from '../../wiring/export-files';
import { importActions } from '../../wiring/pending-import';
import { stepDoer } from '../../wiring/step-doer';
import { articleActions } from './article-actions';
import { chosenArticles } from './chosen-articles';
import { citeActions } from './cite';
import type { Facts, WishFacts } from './facts';
import { occurrenceActions } from './occurrence-actions';
import { placeActions, silentPage } from './place-actions';

export interface ActionParts {
  store: Store;
  facts(): Facts;
  wish(change: Partial<WishFacts>): void;
  refreshPage(): Promise<void>;
}

export function sidebarActions({ store, facts, wish, refreshPage }: ActionParts): SidebarActions {
  const shown = { outcome: () => facts().wish, show: wish };
  const attempt = createAttempt(shown);
  const doStep = stepDoer(store, attempt);
  const { wait, ...imports } = importActions({ store, attempt, show: wish });

  const openArticle = async (articleId: string) => {
    const article = await store.database.articles.get(articleId);
    const [address] = article?.addresses ?? [];
    if (address !== undefined) await openTab(address);
  };

  return {
    showView: (view) => wish({ view, search: '', codeFilter: null }),
    search: (search) => wish({ search }),
    filterByCode: (codeFilter) => wish({ codeFilter }),
    reveal: (id) =>
      void attempt(async () => {
        const { page, library, found } = facts();
        if (library.annotations.some((annotation) => annotation.id === id) && page.tab !== null) {
          // `undefined`: the page has done it.
          const answer = await askTab(page.tab.id, 'reveal', { id });
          if (answer === null) return { problem: silentPage };
          await showTab(page.tab.id);
        } else {
          const annotation = found.shown.find((shown) => shown.id === id);
          if (annotation !== undefined) await openArticle(annotation.articleId);
        }
        return undefined;
      }),
    openArticle: (articleId) =>
      void attempt(async () => {
        await openArticle(articleId);
        return undefined;
      }),
    ...annotationActions({ ...shown, store, attempt, doStep }),
    ...placeActions({ store, facts, wish, refreshPage, attempt }),
    ...articleActions({ store, facts, attempt }),
    ...citeActions({ facts, attempt }),
    ...codebookActions({ store, attempt, doStep, show: wish }),
    ...occurrenceActions({ store, facts, attempt, doStep }),
    ...codebookFileActions({ store, attempt, wait }),
    ...imports,
    openLibrary: () => void openLibrary(),
    openSettings: () => void openSettings(),
    showCard: (id) => wish({ view: 'article', cardInView: { id } }),
    annotateAnyway: () =>
      void attempt(async () => {
        const { tab } = facts().page;
        if (tab === null) return undefined;
        if (!(await injectAnnotator(tab.id))) return { problem: silentPage };
        await askTab(tab.id, 'annotate', {});
        await refreshPage();
        return undefined;
      }),
    hidePaint: (isHidden) =>
      void attempt(async () => {
        const { tab } = facts().page;
        if (tab === null) return undefined;
        await hidePaint(store, tab.url, isHidden);
        await tellTabsChanged();
        return undefined;
      }),
    ruleSite: (rule) =>
      void attempt(async () => {
        const { tab } = facts().page;
        if (tab === null) return undefined;
        await setSiteRule(store, tab.url, rule);
        await judgeAgain(tab.url);
        await refreshPage();
        return undefined;
      }),
    showMore: () => wish({ most: facts().wish.most + 100 }),
    ...exportActions({
      store,
      attempt,
      show: wish,
      read: (choice) => chosenArticles(store, facts(), choice),
      titleOf: ({ scope }) =>
        scope === 'article' ? (facts().library.article?.metadata.title?.value ?? '') : '',
    }),
  };
}
