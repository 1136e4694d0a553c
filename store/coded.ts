/** The annotations that have a code, with the articles in which they stand. */

import type { Annotation } from '../core/annotation';
import type { Article } from '../core/article';
import type { Store } from './open-store';

export interface CodedAnnotation {
  annotation: Annotation;
  article: Article | null;
}

/** Not those in the trash; kept first comes first. */
export async function codedAnnotations({ database }: Store, codeId: string): Promise<CodedAnnotation[]> {
  const found = await database.annotations
    .where('codeIds')
    .equals(codeId)
    .filter(({ deleted }) => deleted === null)
    .sortBy('created');
  const ids = [...new Set(found.map(({ articleId }) => articleId))];
  const articles = await database.articles.bulkGet(ids);
  const byId = new Map(ids.map((id, index) => [id, articles[index] ?? null]));
  return found.map((annotation) => ({ annotation, article: byId.get(annotation.articleId) ?? null }));
}
