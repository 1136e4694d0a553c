/** What stands where there are no cards: why, and the next step in one sentence. */

import type { ComponentChildren } from 'preact';
import type { SidebarActions, SidebarState } from './sidebar-model';
import { useStrings } from './strings';

interface EmptyStateProps {
  state: SidebarState;
  actions: Pick<SidebarActions, 'annotateAnyway' | 'ruleSite' | 'search' | 'filterByCode'>;
}

export function EmptyState({ state, actions }: EmptyStateProps) {
  const t = useStrings();
  const isNarrowed = state.search !== '' || state.codeFilter !== null;
  const isArticleView = state.view === 'article';
  const stored = isArticleView ? state.articleCounts.kept + state.articleCounts.lost : state.libraryCount;
  if (isNarrowed && stored > 0) {
    return (
      <Empty heading={t('nothing_found')}>
        <button
          type="button"
          class="quiet framed"
          onClick={() => {
            actions.search('');
            actions.filterByCode(null);
          }}
        >
          {t('show_all')}
        </button>
      </Empty>
    );
  }
  if (!isArticleView) return <Empty heading={t('library_empty')}>{t('library_empty_next')}</Empty>;
  switch (state.page.kind) {
    case 'loading':
      return <Empty isPageTitle heading={t('page_loading')} />;
    case 'closed':
      return (
        <Empty isPageTitle heading={t('page_closed')}>
          {t('page_closed_next')}
        </Empty>
      );
    case 'unread':
      return (
        <Empty isPageTitle heading={t('page_unread')}>
          <p>{t('page_unread_next')}</p>
          <button type="button" class="quiet" onClick={actions.annotateAnyway}>
            {t('annotate_anyway')}
          </button>
        </Empty>
      );
    case 'off':
      return (
        <Empty isPageTitle heading={t('page_off')}>
          <button type="button" class="primary" onClick={() => actions.ruleSite('articles')}>
            {t('switch_on')}
          </button>
        </Empty>
      );
    case 'article':
      return <Empty heading={t('article_empty')}>{t('article_empty_next')}</Empty>;
    case 'not-article':
      return (
        <Empty isPageTitle heading={t('not_article')}>
          <ul class="reasons">
            {state.page.reasons.map((reason) => (
              <li key={reason}>{t(`reason_${reason}`)}</li>
            ))}
          </ul>
          <button type="button" class="primary" onClick={actions.annotateAnyway}>
            {t('annotate_anyway')}
          </button>
          <button type="button" class="quiet" onClick={() => actions.ruleSite('always')}>
            {t('annotate_always')}
          </button>
        </Empty>
      );
  }
}

interface EmptyProps {
  heading: string;
  /** Nothing above it names what the sidebar shows. */
  isPageTitle?: boolean;
  children?: ComponentChildren;
}

function Empty({ heading, isPageTitle, children }: EmptyProps) {
  return (
    <section class="empty">
      {isPageTitle ? <h1>{heading}</h1> : <h2>{heading}</h2>}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </section>
  );
}
