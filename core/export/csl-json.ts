/** CSL-JSON, which Zotero, Pandoc and citation processors read: one item for each article, its quotes as custom fields of it. */

import { cslItem } from '../citation/csl-item';
import { pathMark } from '../code';
import { codePathsOf, type QuotedArticle, quotedArticles } from './quoted-articles';
import { readerLosses } from './reader-losses';
import type { Exporter } from './source';

export const cslJsonExporter: Exporter = {
  extension: 'json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  async *write(source) {
    let isFirst = true;
    for await (const article of quotedArticles(source)) {
      yield `${isFirst ? '[' : ','}\n${JSON.stringify(itemOf(article))}`;
      isFirst = false;
    }
    yield isFirst ? '[]\n' : '\n]\n';
  },
  losses: (source, options) => readerLosses(source, options, ['note']),
};

function itemOf({ article, citation, quotes }: QuotedArticle): object {
  const paths = codePathsOf(quotes).map((path) => path.join(pathMark));
  return {
    ...cslItem(article.id, citation),
    ...(paths.length === 0 ? {} : { keyword: paths.join(', ') }),
    custom: {
      quotes: quotes.map(({ annotation, codes, link }) => ({
        id: annotation.id,
        quote: annotation.target.quote.exact,
        codes: codes.map(({ path }) => path.join(pathMark)),
        note: annotation.note,
        link,
      })),
    },
  };
}
