/** The background: answers pages, lets the detector and the annotator in where they are wanted, and keeps nothing in memory. */

import { defineBackground } from '#imports';
import { injectAnnotator, injectDetector } from '../platform/annotator';
import { answerPages, type PageHandlers } from '../platform/answer-pages';
import { newId } from '../platform/new-id';
import { openSidebar, tellSidebar } from '../platform/sidebar';
import { askTab, onAddressChanged, tellTabsChanged } from '../platform/tabs';
import { offerCommands, showVerdict } from '../platform/toolbar-button';
import { editAnnotation, keepAnnotation, reattachAnnotation, removeAnnotation } from '../store/annotations';
import { hasAnnotations, pageLibrary } from '../store/read';
import { createStoreOpener } from '../store/store-opener';

export default defineBackground(() => {
  const store = createStoreOpener({ newId, now: Date.now, announce: () => void tellTabsChanged() });

  const annotate = async (tabId: number) => {
    if (await injectAnnotator(tabId)) await askTab(tabId, 'annotate', {});
  };

  const handlers: PageHandlers = {
    async detector(_request, { tabId }) {
      await injectDetector(tabId);
      return undefined;
    },
    async detected({ detection }, { tabId, address }) {
      void showVerdict(tabId, detection.isArticle);
      const wanted = detection.isArticle || (await hasAnnotations(await store(), address));
      if (wanted) await injectAnnotator(tabId);
      return { annotate: wanted };
    },
    load: async (_request, { address }) => pageLibrary(await store(), address),
    keep: async ({ commandId, draft }, { address, source }) =>
      keepAnnotation(await store(), { commandId, address, source, draft }),
    edit: async ({ commandId, id, edit }, { address }) =>
      editAnnotation(await store(), { commandId, id, address, edit }),
    async remove({ commandId, id }, { address }) {
      await removeAnnotation(await store(), { commandId, id, address });
      return undefined;
    },
    reattach: async ({ commandId, id, selectors, article }, { address, source }) =>
      reattachAnnotation(await store(), { commandId, id, address, source, selectors, article }),
    async placed({ placements }, { tabId }) {
      await tellSidebar('placed', { tabId, placements });
      return undefined;
    },
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
});
