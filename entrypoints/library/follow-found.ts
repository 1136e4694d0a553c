/** Follows what the library's page shows: what is found, what the filters offer, and the annotation that is read. */

import type { Code } from '../../core/code';
import type { createFacets } from '../../core/library-facets';
import type { FoundPart } from '../../core/library-list';
import { parseQuery } from '../../core/query/parse-query';
import { isSame } from '../../core/same';
import { allCodes, codeCounts, recentCodeIds } from '../../store/codes';
import type { Store } from '../../store/open-store';
import { countAnnotations } from '../../store/read';
import { reading as readArticle } from '../../store/reading';
import { savedSearches } from '../../store/saved-searches';
import type { LibrarySearch } from '../../store/search';
import { settings } from '../../store/settings';
import { trashedCount } from '../../store/trash';
import { nextUndoRedo } from '../../store/undo';
import { watch } from '../../store/watch';
import type { FoundFacts, LibraryFacts, ShelfFacts } from './facts';

interface Watching {
  show(change: Partial<LibraryFacts>): void;
  fail(error: unknown): void;
  signal: AbortSignal;
}

const recentCodes = 9;

export function followShelf(store: Store, { show, ...watching }: Watching): void {
  let codes: readonly Code[] = [];
  const read = async (): Promise<ShelfFacts> => {
    const [read, counts, recents, chosen, steps, keptCount, trashed, saved] = await Promise.all([
      allCodes(store),
      codeCounts(store),
      recentCodeIds(store, recentCodes),
      settings(store),
      nextUndoRedo(store),
      countAnnotations(store),
      trashedCount(store),
      savedSearches(store),
    ]);
    if (!isSame(codes, read)) codes = read;
    const own = { recentCodeIds: recents, settings: chosen, keptCount, trashedCount: trashed, saved };
    return { codes, counts, ...own, ...steps };
  };
  watch(read, { ...watching, show: (shelf) => show({ shelf }) });
}

export interface Searched {
  view: FoundFacts['view'];
  codes: readonly Code[];
}

export function followFound(
  search: LibrarySearch,
  { view, codes }: Searched,
  { show, ...watching }: Watching,
): void {
  const { signal } = watching;
  const asked = { query: parseQuery(view.query), codes, isTrashed: view.isTrashed };
  const read = async () => {
    const parts: FoundPart[] = [];
    for await (const part of search.find({ ...asked, signal })) parts.push(part);
    return parts;
  };
  watch(read, { ...watching, show: (parts) => show({ found: { parts, isWhole: true, view } }) });
}

/** @param count keeps what it has counted from one following to the next */
export function followFacets(
  search: LibrarySearch,
  { count, isTrashed }: { count: ReturnType<typeof createFacets>; isTrashed: boolean },
  { show, ...watching }: Watching,
): void {
  const read = async () => count(await search.segments(), isTrashed);
  watch(read, { ...watching, show: (facets) => show({ facets }) });
}

export function followRead(store: Store, id: string, { show, ...watching }: Watching): void {
  const { annotations, articles } = store.database;
  const read = async (): Promise<LibraryFacts['read']> => {
    const annotation = await annotations.get(id);
    if (annotation === undefined) return null;
    return { annotation, article: (await articles.get(annotation.articleId)) ?? null };
  };
  watch(read, { ...watching, show: (read) => show({ read }) });
}

export function followReading(store: Store, articleId: string, { show, ...watching }: Watching): void {
  watch(() => readArticle(store, articleId), { ...watching, show: (reading) => show({ reading }) });
}
