/** Looks for annotations in a part of the page's text: little work, and only what it leaves no doubt of counts. */

import { placeQuotes } from '../../core/anchoring/place-quotes';
import type { Annotation } from '../../core/annotation';
import { isDoubtful } from '../../core/placement';
import type { Span } from '../../core/span';
import { type Anchor, anchorAll } from '../anchoring/anchor';
import type { TextMap } from '../text/text-map';

/** UTF-16 units; more text than this is left to the search through all of it. */
const longest = 16_000;
/** UTF-16 units from where the part was cut out of the text: what reaches so far may go on beyond. */
const margin = 200;
/** UTF-16 units on either side with which the words must stand nowhere else on the page. */
const surroundings = 32;

/**
 * Anchors, in the whole text's offsets, of those whose words stand in the part for certain; of no others.
 * @param annotations those to look for, and their neighbours, which tell the order
 * @param origin where in the map's text the article begins, on which stored positions count
 */
export function* searchPart(
  annotations: readonly Annotation[],
  map: TextMap,
  origin: number,
  part: Span,
): Generator<void, Anchor[]> {
  if (annotations.length === 0 || part.end - part.start > longest) return [];
  const article = { start: origin - part.start, end: part.end - part.start };
  const found = yield* anchorAll(annotations, partOf(map, part), article, placeQuotes);
  return found.flatMap((anchor) => {
    const { start, end } = anchor;
    if (start === null || end === null || isDoubtful(anchor)) return [];
    const whole = { ...anchor, start: start + part.start, end: end + part.start };
    return isWellInside(map.text, whole, part) && standsOnce(map.text, whole) ? [whole] : [];
  });
}

function partOf(map: TextMap, { start, end }: Span): TextMap {
  return {
    ...map,
    text: map.text.slice(start, end),
    toRanges: (from, to) => map.toRanges(from + start, to + start),
    toRange: (from, to) => map.toRange(from + start, to + start),
    offsetOf(node, offset, bias) {
      const found = map.offsetOf(node, offset, bias);
      return found === null || found < start || found > end ? null : found - start;
    },
    span: () => ({ start: 0, end: end - start }),
  };
}

function isWellInside(text: string, { start, end }: Span, part: Span): boolean {
  return (
    (part.start === 0 || start >= part.start + margin) &&
    (part.end === text.length || end <= part.end - margin)
  );
}

function standsOnce(text: string, { start, end }: Span): boolean {
  const from = Math.max(0, start - surroundings);
  const words = text.slice(from, end + surroundings);
  return text.indexOf(words) === from && text.indexOf(words, from + 1) < 0;
}
