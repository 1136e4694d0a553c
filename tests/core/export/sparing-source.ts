/** A source that gives of each article no more than it is asked for. */

import type { ExportSource } from '../../../core/export/source';

export function sparingSource(source: ExportSource): ExportSource {
  return {
    ...source,
    async *articles(extent = 'whole') {
      const hasAnnotations = extent === 'whole' || extent === 'without-texts';
      const hasTexts = extent === 'whole' || extent === 'without-annotations';
      for await (const { article, annotations, snapshots } of source.articles()) {
        const own = [...snapshots].filter(
          ([digest]) => hasTexts && (hasAnnotations || digest === article.snapshot),
        );
        yield { article, annotations: hasAnnotations ? annotations : [], snapshots: new Map(own) };
      }
    },
  };
}
