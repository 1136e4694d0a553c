/** Articles with their quotes as formats for readers take them: codes with their paths, citation, link to the live passage. */

import type { Annotation } from '../annotation';
import type { Article } from '../article';
import { type CitationItem, citationItem } from '../citation/citation-item';
import { type Colour, uncodedColour } from '../colour';
import { textFragmentLink } from '../text-fragment';
import { type GivenCode, type GivenCodes, givenCodes } from './given-codes';
import type { ExportArticle, ExportSource, Extent } from './source';

export interface Quoted {
  annotation: Annotation;
  codes: readonly GivenCode[];
  /** The first code's. */
  colour: Colour;
  /** When the text of it was kept, ISO 8601 UTC; where the texts are not at hand, when the article was. */
  captured: string;
  /** Of the text in which it was chosen; null where that was not kept. */
  textSha256: string | null;
  /** Opens the live page at the words. Made when it is asked for: to find the borders of words takes its time. */
  readonly link: string;
}

export interface QuotedArticle {
  article: Article;
  citation: CitationItem;
  quotes: readonly Quoted[];
}

export async function* quotedArticles(source: ExportSource, extent?: Extent): AsyncGenerator<QuotedArticle> {
  const codesOf = givenCodes(source.codes);
  for await (const article of source.articles(extent)) yield quotedArticle(article, codesOf);
}

function quotedArticle(
  { article, annotations, snapshots }: ExportArticle,
  codesOf: GivenCodes,
): QuotedArticle {
  const capturedOf = (digest: string | null) => snapshots.get(digest ?? '')?.captured ?? article.created;
  const address = article.addresses[0] ?? '';
  const quotes = annotations.map((annotation): Quoted => {
    const textSha256 = annotation.target.snapshot ?? article.snapshot;
    const codes = codesOf(annotation);
    return {
      annotation,
      codes,
      colour: codes[0]?.colour ?? uncodedColour,
      captured: capturedOf(textSha256),
      textSha256,
      get link() {
        return textFragmentLink(address, annotation.target.quote);
      },
    };
  });
  return { article, citation: citationItem(article, capturedOf(article.snapshot)), quotes };
}

/** The paths of all codes of an article, each once, in the order of its quotes. */
export function codePathsOf(quotes: readonly Quoted[]): string[][] {
  const paths = quotes.flatMap(({ codes }) => codes.map(({ path }) => [...path]));
  return [...new Map(paths.map((path) => [path.join('\0'), path])).values()];
}
