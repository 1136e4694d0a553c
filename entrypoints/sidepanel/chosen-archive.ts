/** What the sidebar is asked to export, as an archive. */

import type { ExportChoice } from '../../components/sidebar-model';
import type { Archive } from '../../core/archive';
import { narrowArchive } from '../../core/narrow-archive';
import { askedQuery } from '../../core/query/asked-query';
import { createMatcher } from '../../core/query/scan';
import { readArchive } from '../../store/archive';
import type { Store } from '../../store/open-store';
import type { Facts } from './facts';

export async function chosenArchive(
  store: Store,
  facts: Facts,
  { scope, ids }: ExportChoice,
): Promise<Archive> {
  const { article, codes } = facts.library;
  if (scope === 'chosen') return narrowArchive(await readArchive(store, 'everything'), new Set(ids));
  const isArticle = scope === 'article' || (scope === 'search' && facts.wish.view === 'article');
  const archive = await readArchive(
    store,
    isArticle && article !== null ? { articleId: article.id } : 'everything',
  );
  // Nothing of this article was ever kept: that is nothing, not everything.
  if (isArticle && article === null) return narrowArchive(archive, new Set());
  if (scope !== 'search') return archive;
  const isAsked = createMatcher(askedQuery(facts.wish, codes), codes);
  const articles = new Map(archive.articles.map((known) => [known.id, known]));
  const matching = archive.annotations.filter(
    (annotation) =>
      annotation.deleted === null && isAsked(annotation, articles.get(annotation.articleId) ?? null),
  );
  return narrowArchive(archive, new Set(matching.map(({ id }) => id)));
}
