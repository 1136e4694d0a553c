/** Follows the library: what it holds for one address, and what matches a search in all of it. */

import { isMatch } from '../../core/cards';
import { codeEntries } from '../../core/code-entry';
import { allCodes } from '../../store/codes';
import type { Store } from '../../store/open-store';
import { countAnnotations, findArticle, pageLibrary } from '../../store/read';
import { searchAnnotations } from '../../store/search';
import { nextUndoRedo } from '../../store/undo';
import { watch } from '../../store/watch';
import type { ArticleFacts, FoundFacts, WishFacts } from './facts';

interface Watching<T> {
  show(value: T): void;
  fail(error: unknown): void;
  signal: AbortSignal;
}

/** @param address cleaned; null where the tab shows no page that can be annotated */
export function followAddress(store: Store, address: string | null, watching: Watching<ArticleFacts>): void {
  watch(async () => {
    const [article, steps, libraryCount, page] = await Promise.all([
      address === null ? null : findArticle(store, address),
      nextUndoRedo(store),
      countAnnotations(store),
      pageLibrary(store, address ?? ''),
    ]);
    return { article, ...steps, libraryCount, ...page };
  }, watching);
}

export function followSearch(
  store: Store,
  wish: Pick<WishFacts, 'search' | 'codeFilter' | 'most'>,
  watching: Watching<FoundFacts>,
): void {
  watch(async () => {
    const codes = codeEntries(await allCodes(store), []);
    return searchAnnotations(
      store,
      (annotation, article) => isMatch(annotation, article, codes, wish),
      wish.most,
    );
  }, watching);
}
