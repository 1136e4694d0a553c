/** Reads what the library's page is asked to show, again whenever another thing is asked or something was written. */

import { createFacets } from '../../core/library-facets';
import { type LibraryView, usualView } from '../../core/library-view';
import { firstFound } from '../../store/library-list';
import type { RowRecords } from '../../store/library-rows';
import type { Store } from '../../store/open-store';
import type { LibrarySearch } from '../../store/search';
import { latestOnly } from '../../wiring/latest-only';
import { type LibraryFacts, nothingKnown } from './facts';
import { followFound, followRead, followReading, followShelf } from './follow-found';

/** Rows that fill a large window. */
const firstRows = 40;

interface FollowParts {
  store: Store;
  search: LibrarySearch;
  facts(): LibraryFacts;
  change(next: Partial<LibraryFacts>): void;
  fail(error: unknown): void;
  holdRows(rows: RowRecords): void;
  /** All that was asked for is shown, for the first time. */
  onWhole(): void;
  signal: AbortSignal;
}

export interface ViewFollower {
  /** The first of it is shown before all of it is read. */
  begin(): Promise<void>;
  show(view: LibraryView): void;
  /** Shows an annotation and its article. */
  read(id: string): void;
}

export function followView({
  store,
  search,
  facts,
  change,
  fail,
  holdRows,
  onWhole,
  signal,
}: FollowParts): ViewFollower {
  const count = createFacets();
  const [foundSignal, readSignal, readingSignal] = [
    latestOnly(signal),
    latestOnly(signal),
    latestOnly(signal),
  ];
  let readingId: string | null = null;
  let isWhole = false;

  const searchAgain = () => {
    const { view, shelf } = facts();
    const show = (next: Partial<LibraryFacts>) => {
      change(next);
      if (!isWhole) onWhole();
      isWhole = true;
    };
    followFound(
      { store, search },
      { view, codes: shelf.codes, count },
      { signal: foundSignal(), fail, show },
    );
  };
  const readArticle = ({ read }: Partial<LibraryFacts>) => {
    const articleId = read?.annotation.articleId ?? null;
    if (articleId === readingId) return;
    readingId = articleId;
    const current = readingSignal();
    if (articleId === null) change({ reading: null });
    else followReading(store, articleId, { signal: current, fail, show: change });
  };

  return {
    async begin() {
      const { view } = facts();
      const isPlain = view.query === '' && !view.isTrashed && view.order === usualView.order;
      const { isGrouped } = view;
      const first = isPlain ? await firstFound(store, { least: firstRows, isGrouped }) : null;
      if (first !== null) {
        holdRows(first.rows);
        change({ found: { parts: first.parts, isWhole: false, view } });
      }
      followShelf(store, {
        signal,
        fail,
        show(next) {
          const before = facts().shelf;
          change(next);
          if (next.shelf?.codes !== before.codes || before === nothingKnown.shelf) searchAgain();
        },
      });
    },
    show(view) {
      const before = facts().view;
      change({ view });
      if (view.query !== before.query || view.isTrashed !== before.isTrashed) searchAgain();
    },
    read(id) {
      if (facts().read?.annotation.id === id) return;
      const show = (next: Partial<LibraryFacts>) => {
        change(next);
        readArticle(next);
      };
      followRead(store, id, { signal: readSignal(), fail, show });
    },
  };
}
