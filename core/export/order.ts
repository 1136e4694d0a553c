/** The order in which every export lists: the same records always stand in the same one. */

import type { Annotation } from '../annotation';
import type { Article } from '../article';

/** What of an article its place depends on. */
export interface ArticleOrder extends Pick<Article, 'id'> {
  metadata: Pick<Article['metadata'], 'title' | 'published'>;
}

/** Those without a date last. Dates are compared as text, so offsets of zones are not weighed. */
export function byDateAndTitle(a: ArticleOrder, b: ArticleOrder): number {
  return (
    compare(a.metadata.published?.value ?? '\uFFFF', b.metadata.published?.value ?? '\uFFFF') ||
    compare(a.metadata.title?.value ?? '', b.metadata.title?.value ?? '') ||
    compare(a.id, b.id)
  );
}

/** Those without a place last. */
export function byPlaceAndTime(a: Annotation, b: Annotation): number {
  return (
    compare(a.target.position?.start ?? Infinity, b.target.position?.start ?? Infinity) ||
    compare(a.created, b.created) ||
    compare(a.id, b.id)
  );
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : Number(a > b);
}
