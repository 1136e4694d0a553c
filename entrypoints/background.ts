/** The background: answers pages, lets the detector and the annotator in where they are wanted, and keeps nothing in memory. */

import { defineBackground } from '#imports';
import { runInSlices } from '../page/slices';
import { injectAnnotator, injectDetector } from '../platform/annotator';
import { answerPages, type PageHandlers } from '../platform/answer-pages';
import { backUpAlone } from '../platform/back-up-alone';
import { onBrowserStart } from '../platform/browser-start';
import { newId } from '../platform/new-id';
import { openSidebar, tellSidebar } from '../platform/sidebar';
import { askTab, judgeAgain, onAddressChanged, tellTabsChanged } from '../platform/tabs';
import { offerCommands, showVerdict } from '../platform/toolbar-button';
import {
  editAnnotation,
  keepAnnotation,
  keepAnnotations,
  mergeAnnotations,
  reattachAnnotation,
  removeAnnotation,
} from '../store/annotations';
import { backUpIfDue } from '../store/backup';
import { keepGrades } from '../store/grades';
import { addressesOf, knownAddress } from '../store/identity';
import { redoOnPage, undoOnPage } from '../store/page-steps';
import { hasAnnotations, pageLibrary } from '../store/read';
import { setSiteRule, siteRule } from '../store/sites';
import { createStoreOpener } from '../store/store-opener';
import { emptyOldTrash } from '../store/trash';
import { matchInTurn } from '../wiring/match-in-turn';

export default defineBackground(() => {
  const store = createStoreOpener({ newId, now: Date.now, announce: () => void tellTabsChanged() });

  const annotate = async (tabId: number) => {
    if (await injectAnnotator(tabId)) await askTab(tabId, 'annotate', {});
  };

  const match = matchInTurn(runInSlices);
  const handlers: PageHandlers = {
    async detector(_request, { tabId }) {
      await injectDetector(tabId);
      return undefined;
    },
    async detected({ detection }, { tabId, address }) {
      const open = await store();
      const rule = await siteRule(open, address);
      const isOff = rule === 'never';
      void showVerdict(tabId, detection.isArticle && !isOff);
      const isWanted = detection.isArticle || rule === 'always' || (await hasAnnotations(open, address));
      if (isWanted && !isOff) await injectAnnotator(tabId);
      return { annotate: isWanted && !isOff, isOff };
    },
    async switchOff(_request, { address }) {
      await setSiteRule(await store(), address, 'never');
      await judgeAgain(address);
      return undefined;
    },
    load: async (_request, page) => {
      const open = await store();
      return pageLibrary(open, page.address, await knownAddress(open, page));
    },
    async keep({ commandId, draft }, page) {
      const open = await store();
      const address = await knownAddress(open, page);
      const { source } = page;
      return keepAnnotation(open, { commandId, address, addresses: addressesOf(page), source, draft });
    },
    async edit({ commandId, id, edit }, page) {
      const open = await store();
      return editAnnotation(open, { commandId, id, address: await knownAddress(open, page), edit });
    },
    async keepAll({ commandId, drafts, article }, page) {
      const open = await store();
      const address = await knownAddress(open, page);
      const { source } = page;
      const addresses = addressesOf(page);
      return keepAnnotations(open, { commandId, address, addresses, source, drafts, article });
    },
    async mergeAnnotations({ commandId, ids, draft }, page) {
      const open = await store();
      const { source } = page;
      return mergeAnnotations(open, {
        commandId,
        ids,
        address: await knownAddress(open, page),
        source,
        draft,
      });
    },
    async remove({ commandId, id }, page) {
      const open = await store();
      await removeAnnotation(open, { commandId, id, address: await knownAddress(open, page) });
      return undefined;
    },
    async reattach({ commandId, id, selectors, article, isAdjusted = false }, page) {
      const open = await store();
      const { source } = page;
      const address = await knownAddress(open, page);
      return reattachAnnotation(open, { commandId, id, address, source, selectors, article, isAdjusted });
    },
    async undo({ commandId }, page) {
      const open = await store();
      return undoOnPage(open, { commandId, address: await knownAddress(open, page) });
    },
    async redo({ commandId }, page) {
      const open = await store();
      return redoOnPage(open, { commandId, address: await knownAddress(open, page) });
    },
    async placed({ placements }, page) {
      await tellSidebar('placed', { tabId: page.tabId, placements });
      const open = await store();
      await keepGrades(open, await knownAddress(open, page), placements);
      return undefined;
    },
    match: ({ records, page }) => match(records, page),
    openSidebar: ({ id }, { tabId }) => {
      void openSidebar(tabId);
      if (id !== null) void tellSidebar('focusCard', { tabId, id });
      return undefined;
    },
    async focusCard({ id }, { tabId }) {
      await tellSidebar('focusCard', { tabId, id });
      return undefined;
    },
  };

  answerPages(handlers);
  offerCommands((tabId) => void annotate(tabId));
  onAddressChanged((tabId) => void askTab(tabId, 'addressChanged', {}));
  onBrowserStart(() => {
    // A library that cannot be opened or written now is asked again at the next start.
    void store()
      .then(emptyOldTrash)
      .catch(() => {});
  });
  // At each waking: a browser may stay open for weeks.
  void store()
    .then((open) => backUpAlone((save) => backUpIfDue(open, save)))
    .catch(() => {});
});
