/** What the sidebar is asked to export. */

import type { ExportChoice } from '../../components/sidebar-model';
import type { ExportSource } from '../../core/export/source';
import { askedQuery } from '../../core/query/asked-query';
import type { Query } from '../../core/query/query';
import { createMatcher } from '../../core/query/scan';
import {
  exportSource,
  type Wanted,
  wantedEverything,
  wantedFrom,
  wantedIds,
} from '../../store/export-source';
import type { Store } from '../../store/open-store';
import { createLibrarySearch } from '../../store/search';
import type { Facts } from './facts';

export async function chosenArticles(
  store: Store,
  facts: Facts,
  choice: ExportChoice,
): Promise<ExportSource> {
  return exportSource(store, await wantedFor(store, facts, choice));
}

async function wantedFor(
  store: Store,
  { library, wish }: Facts,
  { scope, ids, format }: ExportChoice,
): Promise<Wanted> {
  if (scope === 'chosen') return wantedIds(store, ids ?? []);
  if (scope === 'article' || (scope === 'search' && wish.view === 'article')) {
    const asked = scope === 'article' ? [] : askedQuery(wish, library.codes);
    const isAsked = createMatcher(asked, library.codes);
    const matching = library.annotations.filter((annotation) => isAsked(annotation, library.article));
    return wantedIds(
      store,
      matching.map(({ id }) => id),
    );
  }
  // An archive of everything is a backup.
  if (scope === 'everything' && format === 'archive') return wantedEverything(store);
  const query: Query = scope === 'everything' ? [] : askedQuery(wish, library.codes);
  const { signal } = new AbortController();
  return wantedFrom(createLibrarySearch(store).find({ query, codes: library.codes, signal }));
}
