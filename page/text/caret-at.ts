/** Asks the browser which place in the DOM lies under a point of the window. */

import type { TextMap } from './text-map';

/**
 * Null where there is none, or where the browser cannot tell.
 * @param x viewport pixels, as in a pointer event
 */
export function caretAt(
  document: Document,
  x: number,
  y: number,
  { shadowRoots }: Pick<TextMap, 'shadowRoots'>,
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
