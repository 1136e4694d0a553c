/** The lists of cards: this article with its unclear and lost ones first, or everything by article. */

import type { ArticleGroup, Card } from '../core/cards';
import { AnnotationCard, type CardContext } from './annotation-card';
import { asPublished } from './dates';
import { useStrings } from './strings';

interface CardsProps {
  cards: readonly Card[];
  label: string;
  context: CardContext;
}

function Cards({ cards, label, context }: CardsProps) {
  return (
    // A list without markers is no list to some screen readers unless it says so.
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <ul class="cards" role="list" aria-label={label}>
      {cards.map((card) => (
        <AnnotationCard key={card.id} card={card} context={context} />
      ))}
    </ul>
  );
}

interface ArticleCardsProps {
  cards: readonly Card[];
  unclear: readonly Card[];
  lost: readonly Card[];
  isLostOpen: boolean;
  onToggleLost(isOpen: boolean): void;
  context: CardContext;
}

export function ArticleCards({ cards, unclear, lost, isLostOpen, onToggleLost, context }: ArticleCardsProps) {
  const t = useStrings();
  return (
    <>
      {lost.length > 0 && (
        <section class="lost">
          <button
            type="button"
            class="quiet disclosure"
            aria-expanded={isLostOpen}
            onClick={() => onToggleLost(!isLostOpen)}
          >
            {t('lost_heading', String(lost.length))}
          </button>
          {isLostOpen && <Cards cards={lost} label={t('lost_label')} context={context} />}
        </section>
      )}
      {unclear.length > 0 && (
        <section class="unclear">
          <h2>{t('unclear_heading', String(unclear.length))}</h2>
          <Cards cards={unclear} label={t('unclear_label')} context={context} />
        </section>
      )}
      {cards.length > 0 && <Cards cards={cards} label={t('annotations')} context={context} />}
    </>
  );
}

interface GroupedCardsProps {
  groups: readonly ArticleGroup[];
  hasMore: boolean;
  onMore(): void;
  onOpenArticle(articleId: string): void;
  context: CardContext;
}

export function GroupedCards({ groups, hasMore, onMore, onOpenArticle, context }: GroupedCardsProps) {
  const t = useStrings();
  return (
    <>
      {groups.map((group) => (
        <section key={group.articleId} class="group">
          <h2 lang={group.language ?? undefined} dir="auto">
            <button
              type="button"
              class="quiet"
              title={t('open_article')}
              onClick={() => onOpenArticle(group.articleId)}
            >
              {group.title ?? group.address}
            </button>
          </h2>
          <p class="facts">
            {group.outlet !== null && <span lang={group.language ?? undefined}>{group.outlet}</span>}
            {group.published !== null && (
              <time dateTime={group.published}>{asPublished(group.published)}</time>
            )}
          </p>
          <Cards cards={group.cards} label={group.title ?? group.address} context={context} />
        </section>
      ))}
      {hasMore && (
        <button type="button" class="quiet more" onClick={onMore}>
          {t('show_more')}
        </button>
      )}
    </>
  );
}
