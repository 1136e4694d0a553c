/** What the sidebar is asked to export. */

import type { ExportChoice } from '../../components/sidebar-model';
import type { ExportSource } from '../../core/export/source';
import { askedQuery } from '../../core/query/asked-query';
import { gradedBy } from '../../core/query/graded';
import { createMatcher } from '../../core/query/scan';
import { type ExportScope, exportSource } from '../../store/export-source';
import type { Store } from '../../store/open-store';
import { createLibrarySearch, foundIds } from '../../store/search';
import type { Facts } from './facts';

export async function chosenArticles(
  store: Store,
  facts: Facts,
  choice: ExportChoice,
): Promise<ExportSource> {
  const scope = await scopeOf(store, facts, choice);
  return exportSource(store, {
    scope,
    // An archive of everything is a backup.
    hasTrash: scope === 'everything' && choice.format === 'archive',
    hasTexts: true,
  });
}

async function scopeOf(
  store: Store,
  { page, library, wish }: Facts,
  { scope, ids = [] }: ExportChoice,
): Promise<ExportScope> {
  if (scope === 'everything') return scope;
  if (scope === 'chosen') return { annotationIds: ids };
  const { codes, article, annotations } = library;
  const query = scope === 'article' ? [] : askedQuery(wish, codes);
  if (scope === 'article' || wish.view === 'article') {
    const isAsked = createMatcher(query, codes, gradedBy(page.placements));
    const asked = annotations.filter((annotation) => isAsked(annotation, article));
    return { annotationIds: asked.map(({ id }) => id) };
  }
  const { signal } = new AbortController();
  const found = createLibrarySearch(store).find({ query, codes, signal });
  return { annotationIds: await foundIds(found) };
}
