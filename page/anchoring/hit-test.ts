/** Tells which annotations lie under a point of the window. */

import type { TextMap } from '../text/text-map';
import { isText } from '../text/tree';
import type { Anchor } from './anchor';

/**
 * Ids of the anchors that hold the character under the point, shortest first.
 * @param x viewport pixels, as in a pointer event
 * @param anchors as `anchorAll` gave them for this map. Looking through a thousand costs microseconds; the browser's own
 *   test, once for each point, costs more.
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
  return anchors
    .flatMap(({ id, start, end, range }) =>
      range !== null && start !== null && end !== null && start <= offset && offset < end
        ? [{ id, length: end - start }]
        : [],
    )
    .sort((one, other) => one.length - other.length)
    .map(({ id }) => id);
}

/** The offset in the map's text of the character under the point, in UTF-16 units; null beside the text. */
function characterAt(document: Document, x: number, y: number, map: TextMap): number | null {
  const caret = caretAt(document, x, y, map);
  if (caret === null || !isText(caret.node)) return null;
  const { node, offset } = caret;
  // The caret nearest to the point stands before or after the character under it, or far off at the end of a line.
  for (const start of [offset, offset - 1]) {
    if (start < 0 || start >= node.length) continue;
    const character = document.createRange();
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

function caretAt(
  document: Document,
  x: number,
  y: number,
  { shadowRoots }: TextMap,
): { node: Node; offset: number } | null {
  // Chrome before 128 knows only the older call.
  if ('caretPositionFromPoint' in document) {
    const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
    return caret === null ? null : { node: caret.offsetNode, offset: caret.offset };
  }
  const caret: Range | null = caretRangeOf(document, x, y);
  return caret === null ? null : { node: caret.startContainer, offset: caret.startOffset };
}

function caretRangeOf(document: Document, x: number, y: number): Range | null {
  return 'caretRangeFromPoint' in document ? document.caretRangeFromPoint(x, y) : null;
}
