/** What the sidebar's buttons and keys do. */

import type { SidebarActions } from '../../components/sidebar-model';
import { nextProblem, problemOf, wordsOf } from '../../core/problem';
import { stepOf } from '../../core/step';
import { injectAnnotator } from '../../platform/annotator';
import { newId } from '../../platform/new-id';
import { askTab, judgeAgain, openSettings, openTab, showTab, tellTabsChanged } from '../../platform/tabs';
import { editAnnotation, removeAnnotation } from '../../store/annotations';
import type { Store } from '../../store/open-store';
import { hidePaint, setSiteRule } from '../../store/sites';
import { redo, undo } from '../../store/undo';
import { articleActions } from './article-actions';
import { codebookActions } from './codebook-actions';
import { codebookFileActions } from './codebook-files';
import { exportFile, previewExport } from './export-files';
import type { Facts, WishFacts } from './facts';
import { manyActions } from './many-actions';
import { importActions } from './pending-import';
import { type Attempt, placeActions, silentPage } from './place-actions';
import { stepDoer } from './step-doer';

export interface ActionParts {
  store: Store;
  facts(): Facts;
  wish(change: Partial<WishFacts>): void;
  refreshPage(): Promise<void>;
}

export function sidebarActions({ store, facts, wish, refreshPage }: ActionParts): SidebarActions {
  /** Unsaved words stay in sight whatever is done next, until they are saved or dismissed. */
  const attempt: Attempt = async (work, words = '') => {
    const before = () => {
      const { problem } = facts().wish;
      return problem === null || problem.words === '' || words.includes(problem.words) ? null : problem;
    };
    try {
      const change = (await work()) ?? {};
      const problem = change.problem ? nextProblem(before(), change.problem) : before();
      wish({ ...change, problem });
    } catch (error) {
      wish({ problem: nextProblem(before(), problemOf(error, words)) });
    }
  };

  const doStep = stepDoer(store, attempt);
  const { wait, ...imports } = importActions({ store, attempt, wish });

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
    edit: (id, edit) =>
      void attempt(async () => {
        const { note } = edit;
        try {
          await editAnnotation(store, { commandId: newId(), id, address: null, edit });
        } catch (error) {
          if (note !== undefined) wish({ unsavedNote: { id, note } });
          throw error;
        }
        const unsaved = facts().wish.unsavedNote;
        const isSaved =
          unsaved !== null && note !== undefined && (unsaved.id === id || note.includes(unsaved.note));
        return { status: null, ...(isSaved && { unsavedNote: null }) };
      }, wordsOf(edit)),
    remove: (id) =>
      void attempt(async () => {
        const operationId = newId();
        await removeAnnotation(store, { commandId: operationId, id, address: null });
        return { status: { kind: 'deleted', operationId } };
      }),
    ...placeActions({ store, facts, wish, refreshPage, attempt }),
    ...articleActions({ store, facts, attempt }),
    ...codebookActions({ store, attempt, doStep, wish }),
    ...manyActions({ store, facts, attempt, doStep }),
    ...codebookFileActions({ store, attempt, wait }),
    ...imports,
    openSettings: () => void openSettings(),
    showCard: (id) => wish({ view: 'article', cardInView: { id } }),
    undo: () =>
      void attempt(async () => {
        const step = await undo(store, newId());
        return { status: step === null ? null : { kind: 'undone', step: stepOf(step) } };
      }),
    redo: () =>
      void attempt(async () => {
        const step = await redo(store, newId());
        return { status: step === null ? null : { kind: 'redone', step: stepOf(step) } };
      }),
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
    dismissStatus: () => wish({ status: null }),
    dismissProblem: () => wish({ problem: null, unsavedNote: null }),
    previewExport: (choice) => previewExport(store, facts(), choice),
    exportFile: (choice) =>
      void attempt(async () => ({
        status: { kind: 'exported', fileName: await exportFile(store, facts(), choice) },
      })),
  };
}
