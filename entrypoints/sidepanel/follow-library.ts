/** Follows the library: what it holds for one address, and what matches a search in all of it. */

import type { Article } from '../../core/article';
import { fingerprint } from '../../core/identity/fingerprint';
import type { ReadArticle } from '../../core/library';
import { askedQuery } from '../../core/query/asked-query';
import { textDifference } from '../../core/text-difference';
import { allCodes, codeCounts } from '../../store/codes';
import { knownAddress, lookalikes } from '../../store/identity';
import type { Store } from '../../store/open-store';
import { articleAnnotations, countAnnotations, findArticle, pageLibrary } from '../../store/read';
import type { LibrarySearch } from '../../store/search';
import { siteRule } from '../../store/sites';
import { trashed } from '../../store/trash';
import { nextUndoRedo } from '../../store/undo';
import { allVariables } from '../../store/variables';
import { watch } from '../../store/watch';
import type { ArticleFacts, CodebookFacts, FoundFacts, TrashFacts, WishFacts } from './facts';

interface Watching<T> {
  show(value: T): void;
  fail(error: unknown): void;
  signal: AbortSignal;
}

/** A page whose address can be annotated. */
export interface FollowedPage {
  /** Cleaned. */
  address: string;
  /** Null until the page tells it. */
  article: ReadArticle | null;
}

/** Whether there is nothing new to follow. */
export function isSamePage(one: FollowedPage | null, other: FollowedPage | null | undefined): boolean {
  if (one === null || other === null || other === undefined) return one === other;
  return (
    one.address === other.address &&
    one.article?.text === other.article?.text &&
    one.article?.canonical === other.article?.canonical
  );
}

/** @param page null where the tab shows no page that can be annotated */
export function followPage(store: Store, page: FollowedPage | null, watching: Watching<ArticleFacts>): void {
  const text = page?.article?.text ?? null;
  const marks = text === null ? [] : fingerprint(text);
  const canonical = page?.article?.canonical ?? null;
  const claim = canonical === null ? null : { canonical, fingerprint: marks };
  watch(async () => {
    const known = page === null ? '' : await knownAddress(store, { address: page.address, claim });
    const article = page === null ? null : await findArticle(store, known);
    const [steps, libraryCount, library, rule, sameText, changes, variables] = await Promise.all([
      nextUndoRedo(store),
      countAnnotations(store),
      pageLibrary(store, page?.address ?? '', known),
      siteRule(store, page?.address ?? ''),
      page === null ? null : findSameText(store, { marks, own: article?.id ?? null, address: page.address }),
      text === null || article === null ? null : changesSince(store, article, text),
      allVariables(store),
    ]);
    return { article, ...steps, libraryCount, ...library, siteRule: rule, sameText, changes, variables };
  }, watching);
}

/** The likest article of which something is kept. */
async function findSameText(
  store: Store,
  page: Parameters<typeof lookalikes>[1],
): Promise<ArticleFacts['sameText']> {
  for (const { article } of await lookalikes(store, page)) {
    const count = (await articleAnnotations(store, article.id)).length;
    if (count > 0) return { article, count };
  }
  return null;
}

async function changesSince(
  { database }: Store,
  { snapshot }: Article,
  text: string,
): Promise<ArticleFacts['changes']> {
  const first = snapshot === null ? undefined : await database.snapshots.get(snapshot);
  return first === undefined ? null : { since: first.captured, list: textDifference(first.text, text) };
}

export function followSearch(
  { store, search }: { store: Store; search: LibrarySearch },
  wish: Pick<WishFacts, 'search' | 'codeFilter' | 'most'>,
  watching: Watching<FoundFacts>,
): void {
  watch(async () => {
    const codes = await allCodes(store);
    return search.newest({ query: askedQuery(wish, codes), codes, signal: watching.signal }, wish.most);
  }, watching);
}

export function followCodebook(store: Store, watching: Watching<CodebookFacts>): void {
  watch(async () => {
    const [codes, counts] = await Promise.all([allCodes(store), codeCounts(store)]);
    return { codes, counts };
  }, watching);
}

export function followTrash(store: Store, watching: Watching<TrashFacts>): void {
  watch(async () => ({ list: await trashed(store), readAt: store.environment.now() }), watching);
}
