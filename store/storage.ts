/** How much the library holds. */

import { keptCount } from './counts';
import type { Store } from './open-store';

export interface StorageFacts {
  articles: number;
  annotations: number;
  trashed: number;
  codes: number;
}

/** Counts that are kept, and counts of small tables. Fit for `watch`. */
export async function storageFacts(store: Store): Promise<StorageFacts> {
  const { annotations, articles, codes } = store.database;
  const [kept, trashed] = await Promise.all([
    keptCount(store),
    annotations.where('deleted').above('').count(),
  ]);
  return { articles: await articles.count(), annotations: kept, trashed, codes: await codes.count() };
}
