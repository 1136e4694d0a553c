/** A reading cursor: the sentence or paragraph that is read now is selected, so that all a selection can have can be given to it by keys. */

import { type ReadingMove, readingStep } from '../core/reading-step';
import type { Span } from '../core/span';
import type { ArticleText } from './text/article-text';
import { caretAt } from './text/caret-at';

/** How far down the window one begins to read, as a share of its height. */
const beginning = 0.2;

/**
 * What is read next, as a range of the page; null where there is nothing more.
 * @param from what is read now; null to begin with what the window shows
 */
export function nextToRead(
  document: Document,
  { map, span }: ArticleText,
  from: Range | null,
  { by, towards, isExtending }: ReadingMove,
): Range | null {
  const now = (from === null ? null : spanOf(from, map)) ?? shownFirst(document, map, span);
  const language = document.documentElement.lang || null;
  const next = readingStep(map.text, now, by, towards, span, language);
  if (next === null) return null;
  const isLonger = isExtending && towards === 'forward' && now.end > now.start;
  return map.toRange(isLonger ? now.start : next.start, next.end);
}

function spanOf(range: Range, map: ArticleText['map']): Span | null {
  const start = map.offsetOf(range.startContainer, range.startOffset, 'start');
  const end = map.offsetOf(range.endContainer, range.endOffset, 'end');
  return start === null || end === null ? null : { start, end };
}

/** An empty span before the line of the article that stands near the top of the window; its beginning where none does. */
function shownFirst(document: Document, map: ArticleText['map'], article: Span): Span {
  const { innerWidth: width = 0, innerHeight: height = 0 } = document.defaultView ?? {};
  const caret = caretAt(document, width / 2, height * beginning, map);
  const at = caret === null ? null : map.offsetOf(caret.node, caret.offset, 'start');
  if (at === null || at < article.start || at >= article.end)
    return { start: article.start, end: article.start };
  const line = map.text.lastIndexOf('\n', at - 1) + 1;
  return { start: line, end: line };
}
