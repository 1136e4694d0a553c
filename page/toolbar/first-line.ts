/** Where the toolbar stands beside words of the page. */

/**
 * The first visible line's left and width over the height of all, so that a long selection keeps the bar near its start.
 * @param ranges in the order of the text, at least one
 */
export function firstLineOf(ranges: readonly Range[]): DOMRect {
  const all = ranges.flatMap((range) => Array.from(range.getClientRects()));
  const boxes = all.filter(({ width, height }) => width > 0 && height > 0);
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const first = boxes[0];
  if (first === undefined) return ranges[0]?.getBoundingClientRect() ?? new DOMRect();
  return new DOMRect(first.left, top, first.width, bottom - top);
}

/** Where it stands while there are no words yet: a line of no height along the top of the window. */
export function topOf(document: Document): DOMRect {
  return new DOMRect(0, 0, document.documentElement.clientWidth, 0);
}
