/** A part of the page as plain text, with the way from offsets in that text to places in the DOM and back. */

import { type ReadText, readText, type Span } from './read-text';
import { childAt, holderOf, isText, nextSiblingOf } from './tree';

export type { Span } from './read-text';

/** True for one moment: read it anew after the page changed. */
export interface TextMap {
  root: Element;
  /**
   * One line for each block, LF between; no line starts or ends with white space, and inside one it is single spaces.
   * Words that are not shown, furigana, form fields, soft hyphens and zero-width characters are left out.
   */
  text: string;
  /** Open shadow roots whose text was read, for the browser's hit tests. */
  shadowRoots: ShadowRoot[];
  /**
   * From the character at `start` to the one before `end`. Null where that is nothing, where the page has changed
   * since, or where the two ends lie in different shadow trees, which no Range can span.
   */
  toRange(start: number, end: number): Range | null;
  /**
   * The offset of a DOM boundary. Where it falls between characters that were read, white space is passed over
   * forwards for a start and backwards for an end. Null for a node that is not in the document.
   */
  offsetOf(node: Node, offset: number, bias: 'start' | 'end'): number | null;
  /** The element's own text, without white space at its ends; empty where nothing of it was read. */
  span(element: Element): Span;
}

/**
 * Cost is linear in the nodes under `root`.
 * @param ignore elements of ours, left out with all they hold
 */
export function readTextMap(root: Element, ignore: (element: Element) => boolean = () => false): TextMap {
  const read = readText(root, ignore);
  const { text, spans, shadowRoots } = read;
  return {
    root,
    text,
    shadowRoots,
    toRange: (start, end) => rangeOf(read, root.ownerDocument, start, end),
    offsetOf(node, offset, bias) {
      let found = offsetIn(read, node, offset) ?? offsetOutside(read, root, node, offset);
      found ??= offsetBetween(read, node, offset);
      if (found === null) return null;
      if (bias === 'start') while (isSeparator(text[found])) found += 1;
      else while (isSeparator(text[found - 1])) found -= 1;
      return found;
    },
    span(element) {
      const { start, end } = spans.get(element) ?? { start: 0, end: 0 };
      return { start: start < end && isSeparator(text[start]) ? start + 1 : start, end };
    },
  };
}

function isSeparator(unit: string | undefined): boolean {
  return unit === ' ' || unit === '\n';
}

function rangeOf(
  { text, stretches }: ReadText,
  document: Document,
  start: number,
  end: number,
): Range | null {
  if (!(start >= 0 && start < end && end <= text.length)) return null;
  const endIndex = lastIndex(0, stretches.length, (index) => (stretches[index]?.inText ?? 0) < end);
  let startIndex = lastIndex(0, stretches.length, (index) => (stretches[index]?.inText ?? 0) <= start);
  const before = stretches[startIndex];
  if (before !== undefined && start >= before.inText + before.length) startIndex += 1;
  const first = stretches[startIndex];
  const last = stretches[endIndex];
  if (first === undefined || last === undefined || startIndex > endIndex) return null;
  const startOffset = first.inNode + Math.max(0, start - first.inText);
  const endOffset = last.inNode + Math.min(end - last.inText, last.length);
  if (startOffset > first.node.length || endOffset > last.node.length) return null;
  const range = document.createRange();
  range.setStart(first.node, startOffset);
  range.setEnd(last.node, endOffset);
  // The browser collapses a range whose ends share no tree, or stand in another order there than in the text.
  return range.startContainer === first.node && !range.collapsed ? range : null;
}

/** For a text node that gave text; else null. */
function offsetIn({ stretches, firstStretch }: ReadText, node: Node, offset: number): number | null {
  const first = firstStretch.get(node);
  if (first === undefined) return null;
  const index = lastIndex(first, stretches.length, (at) => {
    const stretch = stretches[at];
    return stretch?.node === node && stretch.inNode <= offset;
  });
  const stretch = stretches[index];
  if (stretch === undefined) return null;
  return stretch.inText + Math.min(Math.max(0, offset - stretch.inNode), stretch.length);
}

/** For a boundary in the document but not under `root`; else null. */
function offsetOutside({ text }: ReadText, root: Element, node: Node, offset: number): number | null {
  const document = root.ownerDocument;
  if (!document.contains(node) || root.contains(node)) return null;
  const boundary = document.createRange();
  boundary.setStart(node, offset);
  boundary.collapse(true);
  return boundary.comparePoint(root, 0) >= 0 ? 0 : text.length;
}

/** For a boundary between nodes, or in one that was left out: where the next thing that was read starts. */
function offsetBetween(read: ReadText, node: Node, offset: number): number | null {
  let next = isText(node) ? nextSiblingOf(node) : childAt(node, offset);
  let parent = isText(node) ? holderOf(node) : node;
  while (parent !== null) {
    for (; next !== null; next = nextSiblingOf(next)) {
      const start = offsetIn(read, next, 0) ?? read.spans.get(next)?.start;
      if (start !== undefined) return start;
    }
    const span = read.spans.get(parent);
    if (span !== undefined) return span.end;
    next = nextSiblingOf(parent);
    parent = holderOf(parent);
  }
  return null;
}

/** The last index in [from, to) of which `holds` is true, where it is true up to some index and false after; else `from`. */
function lastIndex(from: number, to: number, holds: (index: number) => boolean): number {
  let low = from;
  let high = to - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
