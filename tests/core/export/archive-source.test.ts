import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { archiveSource } from '../../../core/export/archive-source';
import type { ExportArticle } from '../../../core/export/source';
import { archives } from '../../builders';

it('gives every kept annotation once, with its article and its texts, and the same again when asked again', async () => {
  await fc.assert(
    fc.asyncProperty(archives, async (archive) => {
      const source = archiveSource(archive);
      const first = await all(source.articles());
      const kept = archive.annotations.filter(({ deleted }) => deleted === null);
      const given = first.flatMap(({ annotations }) => annotations);
      expect(new Set(given)).toEqual(new Set(kept));
      expect(given).toHaveLength(source.annotationCount);
      expect(first).toHaveLength(source.articleCount);
      expect(await all(source.articles())).toEqual(first);
      for (const { article, annotations, snapshots } of first) {
        expect(annotations.every(({ articleId }) => articleId === article.id)).toBe(true);
        for (const [digest, { sha256 }] of snapshots) expect(sha256).toBe(digest);
      }
    }),
  );
});

async function all(articles: AsyncIterable<ExportArticle>): Promise<ExportArticle[]> {
  const listed: ExportArticle[] = [];
  for await (const article of articles) listed.push(article);
  return listed;
}
