/** Turns highlights into strokes, the least that is put on a page or taken off it, and keeps those that are there already. */

import { type Colour, colours } from '../../core/colour';
import type { Highlight } from './highlight';
import { findOverlaps, findUppermost, type Overlap } from './overlaps';

/** What is painted alike. Later ones lie on top of earlier ones. */
export type Layer = Colour | `${Colour}-top` | 'overlap' | 'flash';

/** Fixed for good: a change of one would have the browser paint everything anew. */
export const layers: readonly Layer[] = [
  ...colours,
  ...colours.map((colour) => `${colour}-top` as const),
  'overlap',
  'flash',
];

/** Null for a layer that stands for no code. */
export function colourOf(layer: Layer): Colour | null {
  return colours.find((colour) => layer === colour || layer === `${colour}-top`) ?? null;
}

export interface Stroke {
  layer: Layer;
  ranges: readonly Range[];
  /** The highlights whose boundaries it has. */
  of: readonly Highlight[];
}

/**
 * By the annotation's id, or for an overlap by those of the two highlights whose boundaries it has.
 * Highlights that the page has emptied by taking their words out are left out.
 * @param before what is painted: a stroke that would be the same again is handed on itself
 */
export function drawStrokes(
  highlights: readonly Highlight[],
  before: ReadonlyMap<string, Stroke>,
): Map<string, Stroke> {
  const full = highlights.filter(({ ranges }) => ranges.some(({ collapsed }) => !collapsed));
  const uppermost = findUppermost(full);
  const strokes = new Map<string, Stroke>();
  for (const highlight of full) {
    const { id, colour, ranges } = highlight;
    const layer: Layer = uppermost.has(highlight) ? `${colour}-top` : colour;
    const known = before.get(id);
    const isSame = known !== undefined && known.layer === layer && isSamePlace(known.ranges, ranges);
    strokes.set(id, isSame ? known : { layer, ranges, of: [highlight] });
  }
  for (const overlap of findOverlaps(full)) {
    const key = `${overlap.from.id} ${overlap.to.id}`;
    const ends = [strokes.get(overlap.from.id), strokes.get(overlap.to.id)];
    const of = ends.flatMap((stroke) => stroke?.of ?? []);
    const known = before.get(key);
    const isSame = known?.of.every((highlight, index) => highlight === of[index]);
    strokes.set(key, known && isSame ? known : { layer: 'overlap', ranges: rangesOf(overlap), of });
  }
  return strokes;
}

/** The ranges that are painted have followed the page: where they stand now is what counts. */
function isSamePlace(painted: readonly Range[], wanted: readonly Range[]): boolean {
  return (
    painted.length === wanted.length && painted.every((range, index) => isSameRange(range, wanted[index]))
  );
}

function isSameRange(one: Range, other: Range | undefined): boolean {
  return (
    one === other ||
    (other !== undefined &&
      one.startContainer === other.startContainer &&
      one.startOffset === other.startOffset &&
      one.endContainer === other.endContainer &&
      one.endOffset === other.endOffset)
  );
}

/**
 * Between boundaries in different shadow trees no Range can be made: then what the two have in their own trees is
 * shaded, and what may lie in a third tree between them is not.
 */
function rangesOf({ from, to }: Overlap): Range[] {
  const first = from.ranges[0];
  const last = to.ranges.at(-1);
  if (first === undefined || last === undefined) return [];
  const shared = first.cloneRange();
  if (first.startContainer.getRootNode() !== last.endContainer.getRootNode())
    return [shared, last.cloneRange()];
  shared.setEnd(last.endContainer, last.endOffset);
  return [shared];
}
