/** Searches all annotations, changed last first, in batches: memory holds what is shown and one batch. */

import type { Annotation } from '../core/annotation';
import type { Article } from '../core/article';
import type { Store } from './open-store';
import { recentAnnotations } from './read';

export interface Found {
  /** At most as many as were asked for. */
  shown: Annotation[];
  /** The articles of those shown. */
  articles: Map<string, Article>;
  /** How many match in all. */
  total: number;
}

const batchSize = 500;

/**
 * Reads every annotation that is not in the trash once, each batch from where the last one ended. Writers need not
 * wait for it: what changes meanwhile moves to the front and is found by the next search. Fit for `watch`.
 */
export async function searchAnnotations(
  store: Store,
  isMatch: (annotation: Annotation, article: Article | null) => boolean,
  most: number,
): Promise<Found> {
  const found: Found = { shown: [], articles: new Map(), total: 0 };
  let after: Annotation | null = null;
  do {
    const batch: Annotation[] = await recentAnnotations(store, { limit: batchSize, after });
    const articles = await articlesOf(store, batch);
    for (const annotation of batch) {
      const article = articles.get(annotation.articleId) ?? null;
      if (!isMatch(annotation, article)) continue;
      found.total += 1;
      if (found.shown.length === most) continue;
      found.shown.push(annotation);
      if (article !== null) found.articles.set(article.id, article);
    }
    after = batch.length < batchSize ? null : (batch.at(-1) ?? null);
  } while (after !== null);
  return found;
}

async function articlesOf(store: Store, annotations: Annotation[]): Promise<Map<string, Article>> {
  const ids = [...new Set(annotations.map(({ articleId }) => articleId))];
  const articles = await store.database.articles.bulkGet(ids);
  return new Map(articles.flatMap((article) => (article === undefined ? [] : [[article.id, article]])));
}
