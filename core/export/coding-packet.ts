/** What a second coder is given: articles with the text as it was kept, and the codebook, but no codings. */

import { archiveZipExporter } from './archive-zip';
import type { ExportArticle, Exporter, ExportOptions, ExportSource } from './source';

/**
 * An archive that is imported like any other. Each article has its first text only, so that all count in the same one; one of
 * which no text was kept is left out, because two people might not read the same. The codebook is whole. Blind, it tells
 * nothing of how somebody judged an article: no values of variables either.
 */
export const packetExporter: Exporter = {
  extension: 'zip',
  mediaType: 'application/zip',
  write: (source, options) =>
    archiveZipExporter.write(packedSource(source, options), { ...options, coder: '', hasTexts: true }),
  async losses(source) {
    let count = 0;
    for await (const one of source.articles('without-annotations'))
      if (firstText(one) === undefined) count += 1;
    const textless = count === 0 ? [] : [{ what: 'textless-article' as const, count }];
    return [{ what: 'codings' as const, count: source.annotationCount }, ...textless];
  },
};

function packedSource(source: ExportSource, { isBlind }: Pick<ExportOptions, 'isBlind'>): ExportSource {
  return {
    ...source,
    variables: isBlind ? [] : source.variables,
    annotationCount: 0,
    async *articles() {
      for await (const one of source.articles('without-annotations')) {
        const text = firstText(one);
        if (text === undefined) continue;
        const { variables: _, ...judgedByNobody } = one.article;
        yield {
          article: isBlind ? judgedByNobody : one.article,
          annotations: [],
          snapshots: new Map([[text.sha256, text]]),
        };
      }
    },
  };
}

function firstText({ article, snapshots }: ExportArticle) {
  return snapshots.get(article.snapshot ?? '');
}
