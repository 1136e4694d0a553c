/** Finds the words of all annotations of a page again, and says of each how well. */

import type { Annotation, Grade, Selectors } from '../../core/annotation';
import { type FoundQuote, findQuote, isUntouched } from '../../core/find-quote';
import { type FoldedText, fold } from '../../core/fold';
import type { Span, TextMap } from '../text/text-map';
import { followPath } from './describe';

/** `start` and `end`: UTF-16 units in the map's text, null where the words have no place. */
export interface Anchor {
  id: string;
  grade: Grade;
  start: number | null;
  end: number | null;
  /** Live. Null where there is nothing to paint: no place, or one that no Range can span. */
  range: Range | null;
}

/**
 * One anchor for each annotation, in their order; none depends on another. Selectors that make no sense are lost.
 * Cost: on an unchanged page a comparison each; else the page is folded once and searched once for each that moved.
 * @param article the article's part of `map.text`, on which stored positions count
 */
export function anchorAll(
  annotations: readonly Pick<Annotation, 'id' | 'target'>[],
  map: TextMap,
  article: Span,
): Anchor[] {
  let folded: FoldedText | null = null;
  const find = (selectors: Selectors): FoundQuote => {
    const { quote } = selectors;
    const expected = expectedStart(selectors, map, article);
    if (expected !== null && isUntouched(map.text, quote, expected)) {
      return { grade: 'exact', start: expected, end: expected + quote.exact.length, candidates: [] };
    }
    folded ??= fold(map.text);
    return findQuote(folded, quote, expected);
  };
  return annotations.map(({ id, target }) => {
    const { grade, start, end } = find(target);
    const range = start === null || end === null ? null : map.toRange(start, end);
    return { id, grade, start, end, range };
  });
}

/** Where the words stood when they were chosen; the path is asked only of words outside the article's text. */
function expectedStart({ position, range }: Selectors, map: TextMap, article: Span): number | null {
  if (position !== null) {
    return Number.isInteger(position.start) ? article.start + position.start : null;
  }
  const place = range === null ? null : followPath(range.startPath, range.startOffset, map.root);
  return place === null ? null : map.offsetOf(place.node, place.offset, 'start');
}
