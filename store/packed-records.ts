/** Walks all annotations in the order of their articles, a batch at a time, and packs them as search goes through them. */

import type { Annotation } from '../core/annotation';
import { entryOf, type Packed, pack } from '../core/query/packed';
import type { Store } from './open-store';
import { readHeads, type SegmentTables } from './segments';

const batchSize = 1_000;

/** What the records say now. What moves to another article meanwhile may come twice or not at all. */
export async function* packedRecords({ database }: Store): AsyncGenerator<Packed, void> {
  for (let after = ''; ; ) {
    const batch: Annotation[] = await wholeArticlesAfter(database, after);
    const last = batch.at(-1);
    if (last === undefined) return;
    const heads = await readHeads(database.articles, [...new Set(batch.map(({ articleId }) => articleId))]);
    yield pack(batch.map(entryOf), heads);
    after = last.articleId;
  }
}

/**
 * The annotations of the next articles in the order of their keys, never a part of an article's; empty after the last.
 * @param after the id of an article; the empty text: from the first one on
 */
export async function wholeArticlesAfter(
  { annotations }: Pick<SegmentTables, 'annotations'>,
  after: string,
): Promise<Annotation[]> {
  const byArticle = annotations.where('articleId');
  // The index stands in the order of article and id.
  const batch = await byArticle.above(after).limit(batchSize).toArray();
  const last = batch.at(-1)?.articleId;
  if (batch.length < batchSize || last === undefined) return batch;
  const whole = batch.filter(({ articleId }) => articleId !== last);
  return whole.length > 0 ? whole : byArticle.equals(last).toArray();
}
