/** What the sidebar is asked to export, as an archive. */

import type { ExportChoice } from '../../components/sidebar-model';
import type { Archive } from '../../core/archive';
import { isMatch } from '../../core/cards';
import { codeEntries } from '../../core/code-entry';
import { narrowArchive } from '../../core/narrow-archive';
import { readArchive } from '../../store/archive';
import type { Store } from '../../store/open-store';
import type { Facts } from './facts';

export async function chosenArchive(
  store: Store,
  facts: Facts,
  { scope, ids }: ExportChoice,
): Promise<Archive> {
  const { article, annotations, codes } = facts.library;
  if (scope === 'chosen') return narrowArchive(await readArchive(store, 'everything'), new Set(ids));
  const isArticle = scope === 'article' || (scope === 'search' && facts.wish.view === 'article');
  const archive = await readArchive(
    store,
    isArticle && article !== null ? { articleId: article.id } : 'everything',
  );
  // Nothing of this article was ever kept: that is nothing, not everything.
  if (isArticle && article === null) return narrowArchive(archive, new Set());
  if (scope !== 'search') return archive;
  const entries = codeEntries(codes, annotations);
  const articles = new Map(archive.articles.map((known) => [known.id, known]));
  const matching = archive.annotations.filter(
    (annotation) =>
      annotation.deleted === null &&
      isMatch(annotation, articles.get(annotation.articleId) ?? null, entries, facts.wish),
  );
  return narrowArchive(archive, new Set(matching.map(({ id }) => id)));
}
