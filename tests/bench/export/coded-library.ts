/** The bench's library as a session of coding leaves it: every quote stands in the kept text of its article, at its place. */

import type { Annotation } from '../../../core/annotation';
import type { Archive } from '../../../core/archive';
import type { TextSnapshot } from '../../../core/article';
import { sha256 } from '../../../store/digest';
import { madeLibrary } from '../library/made-library';

/** UTF-16 units of text between two quotes, and kept around each. */
const between = 40;
const context = 64;
/** Every so many annotations stand behind a character that is two UTF-16 units. */
const everyLarge = 20;

/** Texts of some 2,500 (Chinese) or 3,400 characters. */
export async function codedLibrary(count: number): Promise<Archive> {
  const { codes, articles, next } = madeLibrary(count);
  const byArticle = Map.groupBy(next(count), ({ articleId }) => articleId);
  const snapshots: TextSnapshot[] = [];
  const annotations: Annotation[] = [];
  for (const article of articles) {
    const own = byArticle.get(article.id) ?? [];
    const { text, starts } = textOf(own);
    const digest = await sha256(text);
    article.snapshot = digest;
    snapshots.push({ sha256: digest, text, captured: article.created });
    for (const [index, { target, ...rest }] of own.entries()) {
      const start = starts[index] ?? 0;
      const end = start + target.quote.exact.length;
      const path = `/html/body/main/article/p[${index + 1}]/text()[1]`;
      annotations.push({
        ...rest,
        target: {
          ...target,
          quote: {
            exact: target.quote.exact,
            prefix: text.slice(Math.max(0, start - context), start).toWellFormed(),
            suffix: text.slice(end, end + context).toWellFormed(),
          },
          position: { start, end },
          range: {
            startPath: path,
            startOffset: between,
            endPath: path,
            endOffset: between + end - start,
          },
          snapshot: digest,
        },
      });
    }
  }
  const exported = new Date(0).toISOString();
  return {
    format: 'pressmark-archive',
    version: 1,
    exported,
    articles,
    codes,
    annotations,
    snapshots,
    variables: [],
  };
}

/** A paragraph for each quote. */
function textOf(annotations: readonly Annotation[]): { text: string; starts: number[] } {
  const starts: number[] = [];
  let text = '';
  for (const [index, { target }] of annotations.entries()) {
    const { exact, prefix, suffix } = target.quote;
    text += (index % everyLarge === 0 ? '𠮷' : '') + prefix.slice(0, between);
    starts.push(text.length);
    text += `${exact}${suffix.slice(0, between)}\n`;
  }
  return { text, starts };
}
