/** Where the toolbar stands beside words of the page. */

/** The first visible line's box, so that a long selection keeps the bar near its start. */
export function firstLineOf(range: Range): DOMRect {
  const boxes = Array.from(range.getClientRects()).filter(({ width, height }) => width > 0 && height > 0);
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const first = boxes[0];
  if (first === undefined) return range.getBoundingClientRect();
  return new DOMRect(first.left, top, first.width, bottom - top);
}
