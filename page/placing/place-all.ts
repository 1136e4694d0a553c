/** Asks the matching for the places of all annotations, in the words of `core/placement.ts`. */

import type { Annotation } from '../../core/annotation';
import type { Placement } from '../../core/placement';
import { anchorAll } from '../anchoring/anchor';
import type { ArticleText } from '../text/article-text';

/** In the order of the annotations. In steps, so that the page can go on between them. */
export function* placeAll(
  annotations: readonly Annotation[],
  { map, span }: ArticleText,
): Generator<void, Placement[], void> {
  yield;
  return anchorAll(annotations, map, span).map(({ id, grade, start, end }) => ({
    id,
    grade,
    score: start === null ? 0 : 1,
    start,
    end,
    words: null,
    candidates: [],
    reason: grade === 'lost' ? 'absent' : null,
  }));
}
