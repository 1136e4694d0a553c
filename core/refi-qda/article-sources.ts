/** The texts of one article as sources of a REFI-QDA project, with the annotations that count their places in each. */

import type { Annotation } from '../annotation';
import type { TextSnapshot } from '../article';
import { codePointTable } from '../code-points';
import type { ExportArticle } from '../export/source';
import { holdsQuote } from '../holds-quote';
import { derivedGuid } from './derived-guid';

export interface Selection {
  annotation: Annotation;
  /** Code points of the source's text, end exclusive. */
  start: number;
  end: number;
}

export interface ArticleSource {
  /** The article's own id for its first source. */
  guid: string;
  /** Null where the text is nothing but the quotes, one after the other. */
  snapshot: TextSnapshot | null;
  /** LF only, no byte order mark; as many code points as the snapshot has. */
  text: string;
  selections: Selection[];
}

export interface ArticleSources {
  /** At least one. */
  sources: ArticleSource[];
  /** Annotations whose words stand in none of these texts. */
  placeless: Annotation[];
}

const betweenQuotes = '\n\n';

/** Those in the trash are left out. @param hasTexts else the quotes stand for the text */
export function articleSources(
  { article, annotations, snapshots }: ExportArticle,
  hasTexts: boolean,
): ArticleSources {
  const kept = annotations.filter(({ deleted }) => deleted === null);
  const placed = Map.groupBy(kept, ({ target }) => {
    const snapshot = snapshots.get(target.snapshot ?? '');
    return hasTexts && snapshot !== undefined && holdsQuote(snapshot.text, target) ? snapshot.sha256 : null;
  });
  const digests = new Set([article.snapshot, ...placed.keys()]);
  const texts = [...digests].flatMap((digest) => (hasTexts ? (snapshots.get(digest ?? '') ?? []) : []));
  if (texts.length === 0) return { sources: [quotesSource(article.id, kept)], placeless: [] };
  const placeless = [...(placed.get(null) ?? [])];
  const sources = texts.map((snapshot, index): ArticleSource => {
    const table = codePointTable(snapshot.text);
    const selections = (placed.get(snapshot.sha256) ?? []).flatMap((annotation): Selection[] => {
      const start = table.toCodePoints(annotation.target.position?.start ?? -1);
      const end = table.toCodePoints(annotation.target.position?.end ?? -1);
      if (start !== null && end !== null) return [{ annotation, start, end }];
      placeless.push(annotation);
      return [];
    });
    return {
      guid: index === 0 ? article.id : derivedGuid('text', article.id, snapshot.sha256),
      snapshot,
      text: plainText(snapshot.text),
      selections,
    };
  });
  return { sources, placeless };
}

function quotesSource(guid: string, annotations: readonly Annotation[]): ArticleSource {
  const quotes = annotations.map(({ target }) => plainText(target.quote.exact));
  let start = 0;
  const selections = annotations.map((annotation, index): Selection => {
    const end = start + [...(quotes[index] ?? '')].length;
    const selection = { annotation, start, end };
    start = end + betweenQuotes.length;
    return selection;
  });
  return { guid, snapshot: null, text: quotes.join(betweenQuotes), selections };
}

/**
 * Readers count a byte order mark or drop it, and make one or two characters of a carriage return. Our texts have neither;
 * where one came in from elsewhere, something of the same length stands for it.
 */
function plainText(text: string): string {
  return text.replace(/^\uFEFF/u, ' ').replaceAll('\r', '\n');
}
