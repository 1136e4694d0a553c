/** Finds the words of all annotations of a page again, and says of each how well. */

import type { Known, PageText, Placed } from '../../core/anchoring/place-quotes';
import type { Annotation, Selectors } from '../../core/annotation';
import type { Placement } from '../../core/placement';
import type { Span } from '../../core/span';
import type { TextMap } from '../text/text-map';
import { followPath } from './node-path';

export interface Anchor extends Placement {
  /** Live. None where there is nothing to paint; several where the words lie in several trees. */
  ranges: readonly Range[];
}

/** What anchoring needs of an annotation. */
export type AnchoredRecord = Pick<Annotation, 'id'> & { target: Described };

/** What `describe` gives, and which text its position counts in, where that is known. */
export type Described = Known & Pick<Selectors, 'range'>;

/** What finds quotes in a text: `placeQuotes`, or what asks somebody else to do the same. */
export type Search<Pause> = (records: readonly Known[], page: PageText) => Generator<Pause, Placed[]>;

/**
 * One anchor for each annotation, in their order. Selectors that make no sense are lost. Each step of the generator is a few
 * milliseconds of work; the map must be in step with the page until the end, or the ranges may be null.
 * @param article the article's part of `map.text`, on which stored positions count
 */
export function* anchorAll<Pause>(
  annotations: readonly AnchoredRecord[],
  map: TextMap,
  article: Span,
  search: Search<Pause>,
): Generator<Pause | undefined, Anchor[]> {
  const anchors: Anchor[] = [];
  const searched: number[] = [];
  for (const [index, { id, target }] of annotations.entries()) {
    const start = target.position === null ? startByPath(target, map) : null;
    if (start === null) searched.push(index);
    else anchors[index] = anchorAt({ ...untouched, start, end: start + target.quote.exact.length }, id, map);
  }
  const targets = searched.flatMap((index) => annotations[index]?.target ?? []);
  const placed = yield* search(targets, { text: map.text, origin: article.start });
  for (const [order, index] of searched.entries()) {
    if (order % stride === stride - 1) yield undefined;
    const place = placed[order];
    const id = annotations[index]?.id;
    if (place !== undefined && id !== undefined) anchors[index] = anchorAt(place, id, map);
  }
  return anchors;
}

/** Places looked up in the page between two pauses: a millisecond or so of work. */
const stride = 32;

const untouched = {
  grade: 'exact',
  score: 1,
  words: null,
  candidates: [],
  reason: null,
} satisfies Partial<Placed>;

function anchorAt(placed: Placed, id: string, map: TextMap): Anchor {
  const { start, end } = placed;
  return { ...placed, id, ranges: start === null || end === null ? [] : map.toRanges(start, end) };
}

/** Where the words and what is around them stand unchanged at the end of their path; null where they do not. */
function startByPath({ quote, range }: Described, map: TextMap): number | null {
  const place = range === null ? null : followPath(range.startPath, range.startOffset, map.root);
  const start = place === null ? null : map.offsetOf(place.node, place.offset, 'start');
  const { prefix, exact, suffix } = quote;
  if (start === null || exact === '' || start < prefix.length) return null;
  return map.text.startsWith(prefix + exact + suffix, start - prefix.length) ? start : null;
}
