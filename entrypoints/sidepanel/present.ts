/** From what the sidebar knows to what it shows. */

import type { SidebarState, Status, TabPage } from '../../components/sidebar-model';
import { cleanAddress } from '../../core/address';
import { articleCards, groupByArticle, isMatch } from '../../core/cards';
import { codeEntries } from '../../core/code-entry';
import type { Facts, PageFacts } from './facts';

export function present({ page, library, found, wish, isReadOnly }: Facts): SidebarState {
  const counted = wish.view === 'article' ? library.annotations : found.shown;
  const codes = codeEntries(library.codes, counted);
  const language = library.article?.metadata.language?.value ?? page.metadata?.language?.value ?? null;
  const matching = library.annotations.filter((annotation) =>
    isMatch(annotation, library.article, codes, wish),
  );
  const { cards, unclear, lost } = articleCards(matching, page.placements, language);
  const all = articleCards(library.annotations, page.placements, language);
  return {
    view: wish.view,
    page: presentPage(page, library.article?.metadata ?? page.metadata),
    cards,
    unclear,
    lost,
    articleCounts: {
      kept: library.annotations.length,
      unclear: all.unclear.length,
      lost: all.lost.length,
    },
    groups: groupByArticle(found.shown, found.articles),
    libraryCount: library.libraryCount,
    hasMore: found.total > found.shown.length,
    codes,
    recentCodeIds: library.recentCodeIds,
    search: wish.search,
    codeFilter: wish.codeFilter,
    undo: library.undo?.kind ?? null,
    redo: library.redo?.kind ?? null,
    status: presentStatus(wish.status, library.undo?.id ?? null),
    problem: wish.problem,
    unsavedNote: wish.unsavedNote,
    isReadOnly,
    cardInView: wish.cardInView,
    awaitedId: wish.awaitedId,
    exportCounts: {
      article: library.annotations.length,
      search: wish.view === 'article' ? matching.length : found.total,
      everything: library.libraryCount,
    },
    importReport: wish.importReport,
    isPaintHidden: library.isPaintHidden,
  };
}

/** *Undo* in the status takes back the latest step: once that is another one, the offer ends. */
function presentStatus(status: Status | null, undoId: string | null): Status | null {
  const isOver = status !== null && 'operationId' in status && status.operationId !== undoId;
  return isOver ? null : status;
}

function presentPage(
  { tab, detection, metadata, isAsked }: PageFacts,
  known: PageFacts['metadata'],
): TabPage {
  if (tab === null) return { kind: 'loading' };
  if (known !== null && (metadata !== null || detection?.isArticle !== false)) {
    return { kind: 'article', metadata: known };
  }
  if (!isAsked) return { kind: 'loading' };
  if (detection === null) return { kind: cleanAddress(tab.url) === null ? 'closed' : 'unread' };
  if (detection.isArticle) return { kind: 'loading' };
  return { kind: 'not-article', reasons: detection.reasons };
}
