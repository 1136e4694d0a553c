/** The records of an archive in memory, as exporters take them. */

import type { Archive } from '../archive';
import { namedTexts } from '../named-texts';
import { byDateAndTitle, byPlaceAndTime } from './order';
import type { ExportSource } from './source';

/** Articles of which nothing is exported are left out, unless the trash is wanted: then all is. */
export function archiveSource(
  archive: Archive,
  { hasTrash = false, hasTexts = true }: { hasTrash?: boolean; hasTexts?: boolean } = {},
): ExportSource {
  const { exported, codes, variables } = archive;
  const kept = archive.annotations.filter(({ deleted }) => hasTrash || deleted === null);
  const byArticle = Map.groupBy(kept, ({ articleId }) => articleId);
  const articles = archive.articles.filter(({ id }) => hasTrash || byArticle.has(id)).sort(byDateAndTitle);
  const texts = new Map(archive.snapshots.map((snapshot) => [snapshot.sha256, snapshot]));
  return {
    exported,
    codes,
    variables,
    articleCount: articles.length,
    annotationCount: kept.length,
    async *articles() {
      for (const article of articles) {
        const annotations = (byArticle.get(article.id) ?? []).toSorted(byPlaceAndTime);
        const named = hasTexts ? [...namedTexts([article], annotations)] : [];
        const snapshots = new Map(
          named.flatMap((digest) => {
            const snapshot = texts.get(digest);
            return snapshot === undefined ? [] : [[digest, snapshot] as const];
          }),
        );
        yield { article, annotations, snapshots };
      }
    },
  };
}
