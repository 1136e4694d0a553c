/** One annotation's place on the page, and what becomes of it when the text is edited. */

import type { Annotation } from '../../core/annotation';
import type { Followers } from '../../core/follow-edits';
import type { Placement } from '../../core/placement';
import type { Anchor } from '../anchoring/anchor';
import type { TextMap } from '../text/text-map';
import { isText } from '../text/tree';

function anchorAt(placement: Placement, map: Pick<TextMap, 'toRanges'>): Anchor {
  const { start, end } = placement;
  return { ...placement, ranges: start === null || end === null ? [] : map.toRanges(start, end) };
}

/** Not looked for yet, or not found while more may come. */
export function pendingAnchor(id: string): Anchor {
  return {
    id,
    grade: 'pending',
    score: 0,
    start: null,
    end: null,
    words: null,
    candidates: [],
    reason: null,
    ranges: [],
  };
}

/** Null where the annotation has to be looked for again. */
export function followAnchor(anchor: Anchor, { follow }: Followers, map: TextMap): Anchor | null {
  const { start, end } = anchor;
  const candidates = [];
  for (const candidate of anchor.candidates) {
    const place = follow(candidate.start, candidate.end);
    if (place === null) return null;
    candidates.push({ ...candidate, start: place.start, end: place.end });
  }
  if (start === null || end === null) return { ...anchor, candidates };
  const place = follow(start, end);
  if (place === null) return null;
  const followed = { ...anchor, candidates, start: place.start, end: place.end };
  return place.isUntouched ? followed : anchorAt(followed, map);
}

/** Makes the ranges again where the page has taken the words from under them. */
export function mendAnchor(anchor: Anchor, map: TextMap): Anchor {
  const isWhole = anchor.ranges.length > 0 && !isBroken(anchor);
  return anchor.start === null || isWhole ? anchor : anchorAt(anchor, map);
}

/**
 * Whether the page has taken the words from under a range: it ends in text nodes when it is made, and never before the
 * first character of one. What stands in it then are other words.
 */
export function isBroken({ ranges }: Anchor): boolean {
  return ranges.some(
    ({ startContainer, endContainer, endOffset, collapsed }) =>
      collapsed || endOffset === 0 || !isText(startContainer) || !isText(endContainer),
  );
}

/** Whether two versions of an annotation speak of the same words. */
export function isSameTarget(one: Annotation, other: Annotation): boolean {
  const [{ quote, position, range }, now] = [one.target, other.target];
  return (
    quote.exact === now.quote.exact &&
    quote.prefix === now.quote.prefix &&
    quote.suffix === now.quote.suffix &&
    position?.start === now.position?.start &&
    position?.end === now.position?.end &&
    range?.startPath === now.range?.startPath &&
    range?.startOffset === now.range?.startOffset
  );
}
