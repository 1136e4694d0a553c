/** From what the sidebar knows to what it shows. */

import type { Revisit, SameText, SidebarState, TabPage } from '../../components/sidebar-model';
import { type AboutArticle, aboutArticle } from '../../core/about-article';
import { cleanAddress } from '../../core/address';
import { articleCards, groupByArticle } from '../../core/cards';
import { createCodeEntries } from '../../core/code-entry';
import { askedQuery } from '../../core/query/asked-query';
import { gradedBy } from '../../core/query/graded';
import { createMatcher } from '../../core/query/scan';
import type { SiteRule } from '../../core/site-rule';
import { stepOf } from '../../core/step';
import { markChanges } from '../../core/text-difference';
import { keptFor } from '../../store/trash';
import { statusNow } from '../../wiring/attempt';
import type { ArticleFacts, Facts, PageFacts, TrashFacts } from './facts';

/** Keeps what one drawing has made of the codebook for the next one. */
export function createPresent(): (facts: Facts) => SidebarState {
  const listCodes = createCodeEntries();
  return (facts) => {
    const { library, found, wish } = facts;
    const counted = wish.view === 'article' ? library.annotations : found.shown;
    return present(facts, listCodes(library.codes, counted));
  };
}

function present(
  { page, library, found, shelf, wish, isReadOnly }: Facts,
  codes: SidebarState['codes'],
): SidebarState {
  const language = library.article?.metadata.language?.value ?? page.metadata?.language?.value ?? null;
  const isAsked = createMatcher(askedQuery(wish, library.codes), library.codes, gradedBy(page.placements));
  const matching = library.annotations.filter((annotation) => isAsked(annotation, library.article));
  const { cards, unclear, lost } = articleCards(matching, page.placements, language);
  const all = articleCards(library.annotations, page.placements, language);
  return {
    view: wish.view,
    page: presentPage(page, library.article?.metadata ?? page.metadata, library.siteRule),
    about: presentAbout(page, library),
    sameText: presentSameText(library.sameText),
    revisit: presentRevisit(page, library, language),
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
    undo: library.undo === null ? null : stepOf(library.undo),
    redo: library.redo === null ? null : stepOf(library.redo),
    status: statusNow(wish.status, library.undo?.id ?? null),
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
    exportRun: wish.exportRun,
    importReport: wish.importReport,
    isPaintHidden: library.isPaintHidden,
    siteRule: library.siteRule,
    codebook: {
      codes: shelf.codebook?.codes ?? [],
      counts: shelf.codebook?.counts ?? new Map(),
      isRead: shelf.codebook !== null,
    },
    trash: presentTrash(shelf.trash),
    variables:
      library.article === null ? null : { list: library.variables, values: library.article.variables ?? {} },
    settings: library.settings,
  };
}

const day = 24 * 60 * 60 * 1_000;

function presentTrash(trash: TrashFacts | null): SidebarState['trash'] {
  if (trash === null) return null;
  return trash.list.map(({ annotation: { id, target, deleted }, article }) => ({
    id,
    quote: target.quote.exact,
    language: article?.metadata.language?.value ?? null,
    title: article?.metadata.title?.value ?? article?.addresses[0] ?? '',
    daysLeft: Math.max(0, Math.ceil((Date.parse(deleted ?? '') + keptFor - trash.readAt) / day)),
  }));
}

function presentAbout({ tab, metadata }: PageFacts, { article }: ArticleFacts): AboutArticle | null {
  const here = cleanAddress(tab?.url ?? '');
  return here === null || (article ?? metadata) === null ? null : aboutArticle(article, metadata, here);
}

function presentSameText(sameText: ArticleFacts['sameText']): SameText | null {
  if (sameText === null) return null;
  const { article, count } = sameText;
  const { title, language } = article.metadata;
  return {
    articleId: article.id,
    title: title?.value ?? null,
    language: language?.value ?? null,
    address: article.addresses[0] ?? '',
    count,
  };
}

/** Null while the page is still settling: what comes late is no change. */
function presentRevisit(
  { placements }: PageFacts,
  { article, annotations, changes }: ArticleFacts,
  language: string | null,
): Revisit | null {
  if (changes === null || changes.list.length === 0 || annotations.length === 0) return null;
  if (placements.length === 0 || placements.some(({ grade }) => grade === 'pending')) return null;
  const quotes = new Map(annotations.map(({ id, target }) => [id, target.quote.exact]));
  const passages = annotations.flatMap(({ id, target: { position, snapshot } }) =>
    position === null || snapshot !== article?.snapshot ? [] : [{ id, ...position }],
  );
  return {
    since: changes.since,
    changes: markChanges(changes.list, passages).map(({ pieces, touched }) => ({
      pieces,
      touched: touched.map((id) => ({ id, quote: quotes.get(id) ?? '' })),
    })),
    language,
  };
}

function presentPage(
  { tab, detection, metadata, isAsked }: PageFacts,
  known: PageFacts['metadata'],
  rule: SiteRule,
): TabPage {
  if (tab === null) return { kind: 'loading' };
  if (rule === 'never') return { kind: 'off' };
  if (known !== null && (metadata !== null || detection?.isArticle !== false)) {
    return { kind: 'article', metadata: known };
  }
  if (!isAsked) return { kind: 'loading' };
  if (detection === null) return { kind: cleanAddress(tab.url) === null ? 'closed' : 'unread' };
  if (detection.isArticle) return { kind: 'loading' };
  return { kind: 'not-article', reasons: detection.reasons };
}
