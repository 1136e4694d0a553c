/** Reads an article as it was read: its record, its annotations, and every text of it that was kept. */

import { namedTexts } from '../core/named-texts';
import { type Reading, readingOf } from '../core/reading/reading';
import { withoutKeys } from './derived';
import type { Store } from './open-store';
import { articleAnnotations } from './read';

/** Null where there is no such article. Fit for `watch`; touches the records of this article only. */
export async function reading(store: Store, articleId: string): Promise<Reading | null> {
  const { articles, annotations, snapshots } = store.database;
  return store.database.transaction('r', [articles, annotations, snapshots], async () => {
    const article = withoutKeys(await articles.get(articleId));
    if (article === undefined) return null;
    const kept = await articleAnnotations(store, articleId);
    const texts = await snapshots.bulkGet([...namedTexts([article], kept)]);
    return readingOf(
      article,
      kept,
      texts.flatMap((text) => text ?? []),
    );
  });
}
