/** Tells which annotations lie under a point of the window. */

import { caretAt } from '../text/caret-at';
import type { TextMap } from '../text/text-map';
import { isText } from '../text/tree';
import type { Anchor } from './anchor';

/** A painted anchor, and the furthest end among it and all that start before it. */
interface Place {
  id: string;
  start: number;
  end: number;
  furthest: number;
}

/** Sorted once for each list of anchors. */
const sorted = new WeakMap<readonly Anchor[], readonly Place[]>();

/**
 * Ids of the anchors that hold the character under the point, shortest first.
 * @param x viewport pixels, as in a pointer event
 * @param anchors as `anchorAll` gave them for this map. The list must not be changed afterwards: it is sorted at its
 *   first use, and every later call costs the browser's own test and a binary search.
 */
export function hitTest(
  document: Document,
  x: number,
  y: number,
  map: TextMap,
  anchors: readonly Anchor[],
): string[] {
  const offset = characterAt(document, x, y, map);
  if (offset === null) return [];
  const places = sorted.get(anchors) ?? sortPlaces(anchors);
  sorted.set(anchors, places);
  return placesAt(places, offset)
    .sort((one, other) => one.end - one.start - (other.end - other.start))
    .map(({ id }) => id);
}

function sortPlaces(anchors: readonly Anchor[]): Place[] {
  const places = anchors
    .flatMap(({ id, start, end, ranges }) =>
      ranges.length > 0 && start !== null && end !== null ? [{ id, start, end, furthest: end }] : [],
    )
    .sort((one, other) => one.start - other.start);
  let furthest = 0;
  for (const place of places) {
    furthest = Math.max(furthest, place.end);
    place.furthest = furthest;
  }
  return places;
}

/** Those that hold the offset: back from the last one that starts before it, as long as one can reach so far. */
function placesAt(places: readonly Place[], offset: number): Place[] {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found: Place[] = [];
  for (let index = low - 1; index >= 0; index -= 1) {
    const place = places[index];
    if (place === undefined || place.furthest <= offset) break;
    if (place.end > offset) found.push(place);
  }
  return found;
}

/** The offset in the map's text of the character under the point, in UTF-16 units; null beside the text. */
function characterAt(document: Document, x: number, y: number, map: TextMap): number | null {
  const caret = caretAt(document, x, y, map);
  if (caret === null || !isText(caret.node)) return null;
  const { node, offset } = caret;
  const character = document.createRange();
  // The caret nearest to the point stands before or after the character under it, or far off at the end of a line.
  for (let start = offset; start >= offset - 1; start -= 1) {
    if (start < 0 || start >= node.length) continue;
    character.setStart(node, start);
    character.setEnd(node, start + 1);
    for (const box of character.getClientRects()) {
      if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) {
        return map.offsetOf(node, start, 'start');
      }
    }
  }
  return null;
}
