/** Tells which part of the page's text the window shows, so that what the reader looks at comes first. */

import { caretAt } from '../text/caret-at';
import type { Span, TextMap } from '../text/text-map';

/** Shares of the window's width and height at which it is asked. */
const columns = [1 / 3, 1 / 2];
const rows = [1 / 8, 3 / 8, 5 / 8, 7 / 8];

/** UTF-16 units around each point, about a third of a window. */
const around = 1_500;

/**
 * What stands apart from most of it, such as a menu that stays on top, does not count. Asks for layout. Null where the
 * window shows no text.
 */
export function seenPart(document: Document, map: TextMap): Span | null {
  const { defaultView: window } = document;
  if (window === null) return null;
  const offsets = columns
    .flatMap((column) =>
      rows.map((row) => caretAt(document, column * window.innerWidth, row * window.innerHeight, map)),
    )
    .flatMap((caret) => (caret === null ? [] : (map.offsetOf(caret.node, caret.offset, 'start') ?? [])))
    .sort((one, other) => one - other);
  const groups: { start: number; end: number; count: number }[] = [];
  for (const offset of offsets) {
    const last = groups.at(-1);
    if (last !== undefined && offset - last.end < around * 2)
      [last.end, last.count] = [offset, last.count + 1];
    else groups.push({ start: offset, end: offset, count: 1 });
  }
  const [most] = groups.sort((one, other) => other.count - one.count);
  return most === undefined
    ? null
    : { start: Math.max(0, most.start - around), end: Math.min(map.text.length, most.end + around) };
}
