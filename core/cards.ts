/** From records to what the sidebar lists: cards in page order, unclear and lost ones apart, searched and filtered. */

import type { Annotation, Grade } from './annotation';
import type { Article } from './article';
import type { Placement } from './placement';

/** One annotation as a card. */
export interface Card {
  id: string;
  quote: string;
  /** BCP 47, for the typeface of the quote; null where the page does not say. */
  language: string | null;
  codeIds: readonly string[];
  note: string;
  /** ISO 8601, UTC. */
  created: string;
  /** Where its words stand on the page. Null where the article is not open, so that nobody has looked. */
  placement: Placement | null;
}

/** An article in *Everything*, with its cards. */
export interface ArticleGroup {
  articleId: string;
  /** Null when no title was found: the address is shown instead. */
  title: string | null;
  outlet: string | null;
  /** ISO 8601, as precise as the page was. */
  published: string | null;
  /** BCP 47. */
  language: string | null;
  address: string;
  cards: readonly Card[];
}

function toCard(annotation: Annotation, language: string | null, placement: Placement | null): Card {
  const { id, target, codeIds, note, created } = annotation;
  return { id, quote: target.quote.exact, language, codeIds, note, created, placement };
}

/** One article's cards. */
export interface ArticleCards {
  /** Those with a place, and those of which nobody knows yet. */
  cards: Card[];
  /** Those that wait for the reader to decide between several places. */
  unclear: Card[];
  lost: Card[];
}

/** Each list in page order; those without a place follow by the place that they had. */
export function articleCards(
  annotations: readonly Annotation[],
  placements: readonly Placement[],
  language: string | null,
): ArticleCards {
  const placed = new Map(placements.map((placement) => [placement.id, placement]));
  const place = ({ id, target }: Annotation) =>
    placed.get(id)?.start ?? target.position?.start ?? Number.MAX_SAFE_INTEGER;
  const cards = annotations
    .toSorted((one, other) => place(one) - place(other) || one.created.localeCompare(other.created))
    .map((annotation) => toCard(annotation, language, placed.get(annotation.id) ?? null));
  const graded = (wanted: Grade) => cards.filter(({ placement }) => placement?.grade === wanted);
  const [unclear, lost] = [graded('ambiguous'), graded('lost')];
  const apart = new Set([...unclear, ...lost]);
  return { cards: cards.filter((card) => !apart.has(card)), unclear, lost };
}

/** Articles in the order in which their first annotation comes, each with its cards in the given order. */
export function groupByArticle(
  annotations: readonly Annotation[],
  articles: ReadonlyMap<string, Article>,
): ArticleGroup[] {
  const byArticle = Map.groupBy(annotations, ({ articleId }) => articleId);
  return Array.from(byArticle, ([articleId, members]) => {
    const article = articles.get(articleId);
    const language = article?.metadata.language?.value ?? null;
    return {
      articleId,
      title: article?.metadata.title?.value ?? null,
      outlet: article?.metadata.outlet?.value ?? null,
      published: article?.metadata.published?.value ?? null,
      language,
      address: article?.addresses[0] ?? '',
      cards: members.map((annotation) => toCard(annotation, language, null)),
    };
  });
}
