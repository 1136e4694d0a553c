/** What the sidebar's buttons and keys do. */

import type { SidebarActions, SidebarState } from '../../components/sidebar-model';
import { type Archive, type BadRecord, readArchiveFile } from '../../core/archive';
import { nextProblem, problemOf, wordsOf } from '../../core/problem';
import { injectAnnotator } from '../../platform/annotator';
import { newId } from '../../platform/new-id';
import { askTab, judgeAgain, openSettings, openTab, showTab, tellTabsChanged } from '../../platform/tabs';
import { editAnnotation, removeAnnotation } from '../../store/annotations';
import { type ImportPlan, importArchive, planImport } from '../../store/archive';
import type { Store } from '../../store/open-store';
import { hidePaint, setSiteRule } from '../../store/sites';
import { redo, undo } from '../../store/undo';
import { articleActions } from './article-actions';
import { exportFile, previewExport } from './export-files';
import type { Facts, WishFacts } from './facts';
import { type Attempt, placeActions, silentPage } from './place-actions';

export interface ActionParts {
  store: Store;
  facts(): Facts;
  wish(change: Partial<WishFacts>): void;
  refreshPage(): Promise<void>;
}

export function sidebarActions({ store, facts, wish, refreshPage }: ActionParts): SidebarActions {
  let importing: { archive: Archive; bad: BadRecord[] } | null = null;

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
    openSettings: () => void openSettings(),
    showCard: (id) => wish({ view: 'article', cardInView: { id } }),
    undo: () =>
      void attempt(async () => {
        const step = await undo(store, newId());
        return { status: step === null ? null : { kind: 'undone', step: step.kind } };
      }),
    redo: () =>
      void attempt(async () => {
        const step = await redo(store, newId());
        return { status: step === null ? null : { kind: 'redone', step: step.kind } };
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
    readImport: (file) =>
      void attempt(async () => {
        const read = readArchiveFile(await file.text());
        const plan = await planImport(store, read.archive);
        // Together, so that what is confirmed is what the report shows.
        importing = read;
        return { importReport: importReport(file.name, plan, read.bad) };
      }),
    confirmImport: () =>
      void attempt(async () => {
        if (importing === null) return undefined;
        const { archive } = importing;
        importing = null;
        wish({ importReport: null });
        const operationId = newId();
        await importArchive(store, operationId, archive);
        return { status: { kind: 'imported', operationId, count: archive.annotations.length } };
      }),
    cancelImport() {
      importing = null;
      wish({ importReport: null });
    },
  };
}

/** The numbers speak of annotations; what else differs, in articles and codes, counts as changed. */
function importReport(
  fileName: string,
  { annotations, articles, codes, bad }: ImportPlan,
  unread: readonly BadRecord[],
): NonNullable<SidebarState['importReport']> {
  const others = annotations.added === 0 ? articles.added + codes.added : 0;
  return {
    fileName,
    added: annotations.added,
    same: annotations.same,
    changed: annotations.changed + articles.changed + codes.changed + others,
    bad: [...unread, ...bad],
  };
}
