/** Describes chosen words so that they can be found again: quote with context, position in the article, path in the page. */

import { countCopies } from '../../core/anchoring/copies';
import type { Selectors } from '../../core/annotation';
import { codePointBorder, wholeCharacters } from '../../core/characters';
import type { Span } from '../../core/span';
import type { TextMap } from '../text/text-map';
import { describePath } from './node-path';

/** UTF-16 units of context on either side: where the first leave the words in doubt, the least that leaves none. */
const contextLengths = [64, 96, 128, 160] as const;

/**
 * White space at the ends is left off; characters (graphemes) that were chosen in part are taken whole.
 * Null when nothing of the range is text that was read.
 * @param article the article's part of `map.text`. Words inside it get their context and position from it alone.
 */
export function describe(range: Range, map: TextMap, article: Span): Selectors | null {
  const from = map.offsetOf(range.startContainer, range.startOffset, 'start');
  const to = map.offsetOf(range.endContainer, range.endOffset, 'end');
  if (from === null || to === null || from >= to) return null;
  const { text } = map;
  const { start, end } = wholeCharacters(text, from, to);
  const isInside = start >= article.start && end <= article.end;
  const ground = isInside ? article : { start: 0, end: text.length };
  const known = knownAround(text, ground, start, end);
  const exactRange = map.toRange(start, end);
  return {
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(known.start, start),
      suffix: text.slice(end, known.end),
    },
    position: isInside ? { start: start - article.start, end: end - article.start } : null,
    range: exactRange === null ? null : describePath(exactRange, map.root),
    copies: countCopies(text, start, end),
  };
}

/** The words with their context. What no context tells from another place gets no more of it than others. */
function knownAround(text: string, ground: Span, start: number, end: number): Span {
  const within = (length: number) => ({
    start: codePointBorder(text, Math.max(ground.start, start - length), 1),
    end: codePointBorder(text, Math.min(ground.end, end + length), -1),
  });
  const telling = contextLengths.find((length) => standsOnce(text, ground, within(length)));
  return within(telling ?? contextLengths[0]);
}

function standsOnce(text: string, ground: Span, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  if (text.indexOf(words, ground.start) < start) return false;
  const next = text.indexOf(words, start + 1);
  return next < 0 || next + words.length > ground.end;
}
