/** Follows what the library's page shows: what is found, what the filters would leave of it, and the annotation that is read. */

import type { Code } from '../../core/code';
import type { createFacets } from '../../core/library-facets';
import { withoutFilters } from '../../core/library-filters';
import type { FoundPart } from '../../core/library-list';
import { gradesToSee } from '../../core/query/graded';
import { parseQuery } from '../../core/query/parse-query';
import type { Query } from '../../core/query/query';
import { isSame } from '../../core/same';
import { allCodes, codeCounts, recentCodeIds } from '../../store/codes';
import { inTurns } from '../../store/give-way';
import { readGrades } from '../../store/grades';
import type { Store } from '../../store/open-store';
import { countAnnotations } from '../../store/read';
import { reading as readArticle } from '../../store/reading';
import { savedSearches } from '../../store/saved-searches';
import type { LibrarySearch } from '../../store/search';
import { settings } from '../../store/settings';
import { trashedCount } from '../../store/trash';
import { nextUndoRedo } from '../../store/undo';
import { watch } from '../../store/watch';
import { latestOnly } from '../../wiring/latest-only';
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

interface Searched {
  view: FoundFacts['view'];
  codes: readonly Code[];
}

/** @param count keeps what it has counted from one following to the next */
export function followFound(
  { store, search }: { store: Store; search: LibrarySearch },
  { view, codes, count }: Searched & { count: ReturnType<typeof createFacets> },
  { show, fail, signal }: Watching,
): void {
  const query = parseQuery(view.query);
  const findAll = async (wanted: Query) => {
    const parts: FoundPart[] = [];
    const asked = { query: wanted, codes, isTrashed: view.isTrashed, signal };
    for await (const part of search.find(asked)) parts.push(part);
    return parts;
  };
  const counting = latestOnly(signal);
  const countAgain = async (parts: readonly FoundPart[], current: AbortSignal) => {
    // Kept texts take longer to search than a filter's count is worth.
    const hasTexts = query.some(({ field }) => field === 'text');
    const findWithout = (kind: Parameters<typeof withoutFilters>[1]) => {
      const wanted = withoutFilters(query, kind);
      return wanted === query || hasTexts ? parts : findAll(wanted);
    };
    const finds = {
      outlet: await findWithout('outlet'),
      month: await findWithout('month'),
      language: await findWithout('language'),
      grade: await findWithout('grade'),
      note: await findWithout('note'),
      code: parts,
    };
    const facets = await inTurns(count(finds, await readGrades(store, gradesToSee)), current);
    if (!current.aborted) show({ facets });
  };
  watch(() => findAll(query), {
    signal,
    fail,
    show(parts) {
      show({ found: { parts, isWhole: true, view } });
      const current = counting();
      countAgain(parts, current).catch((error: unknown) => !current.aborted && fail(error));
    },
  });
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
