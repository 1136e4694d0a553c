/** Finds the way between offsets in the page's text and places in the DOM. */

import { blockAround, firstLineOf, isLine, type Line, type Outline, shownIn } from './outline';
import {
  contains,
  dataOf,
  firstChildOf,
  holderOf,
  isConnected,
  isElement,
  isText,
  nextSiblingOf,
  openShadowRootOf,
  parentNodeOf,
  slotOf,
} from './tree';
import { endInData, inWords, lastIndex, startInData } from './words';

interface Place {
  line: Line;
  /** Of the node in the line. */
  index: number;
}

/** Where a text node's words stand in the text; null for one that gave none. */
export function placeOf(outline: Outline, node: Text): Place | null {
  for (const line of blockAround(outline, node)?.parts ?? []) {
    const index = isLine(line) && line.start >= 0 ? line.nodes.indexOf(node) : -1;
    if (index >= 0 && isLine(line)) return { line, index };
  }
  return null;
}

/** The offset in the text of an offset in a text node that gave some. */
export function offsetIn({ line, index }: Place, node: Text, offset: number): number {
  return line.start + (line.edges[2 * index] ?? 0) + inWords(dataOf(node), offset);
}

/**
 * Where the first words start that are shown after the start of the node (`inside`) or after its end; the end of the
 * text where none are. Null for a node that is not under the outline's root.
 */
export function nextOffset(outline: Outline, from: Node, side: 'inside' | 'after'): number | null {
  let node: Node = from;
  let isInside = side === 'inside';
  for (;;) {
    if (isInside && !outline.leftOut.has(node)) {
      const start = startOf(outline, node);
      if (start !== null) return start;
      const child = outline.blockOf.has(node) ? null : firstShownIn(node);
      if (child !== null) {
        node = child;
        continue;
      }
    }
    for (;;) {
      if (node === outline.root) return outline.text.length;
      const sibling = nextShown(node);
      if (sibling !== null) {
        node = sibling;
        break;
      }
      // What its host shows nowhere counts as standing at the host's end.
      const around = shownIn(node) ?? holderOf(node);
      if (around === null) return null;
      node = around;
    }
    isInside = true;
  }
}

function startOf(outline: Outline, node: Node): number | null {
  if (isText(node)) {
    const place = placeOf(outline, node);
    return place === null ? null : place.line.start + (place.line.edges[2 * place.index] ?? 0);
  }
  const block = outline.blockOf.get(node);
  return block === undefined ? null : (firstLineOf(block)?.start ?? null);
}

function firstShownIn(node: Node): Node | null {
  if (!isElement(node)) return firstChildOf(node);
  const assigned = node instanceof HTMLSlotElement ? node.assignedNodes()[0] : undefined;
  return assigned ?? firstChildOf(openShadowRootOf(node) ?? node);
}

function nextShown(node: Node): Node | null {
  const parent = parentNodeOf(node);
  const isHosted = parent !== null && isElement(parent) && openShadowRootOf(parent) !== null;
  const slot = isHosted ? slotOf(node) : null;
  if (slot === null) return isHosted ? null : nextSiblingOf(node);
  const assigned = slot.assignedNodes();
  return assigned.find((_, index) => assigned[index - 1] === node) ?? null;
}

/** For a boundary in the document but not under the root; else null. */
export function offsetOutside({ root, text }: Outline, node: Node, offset: number): number | null {
  const { ownerDocument: document } = root;
  if (!contains(document, node) || contains(root, node)) return null;
  const boundary = document.createRange();
  boundary.setStart(node, offset);
  boundary.collapse(true);
  return boundary.comparePoint(root, 0) >= 0 ? 0 : text.length;
}

/** One range for each stretch of the text that a Range can span, in the order of the text; empty where there is nothing. */
export function rangesOf(outline: Outline, start: number, end: number): Range[] {
  const { text, shadowRoots, root } = outline;
  if (!(start >= 0 && start < end && end <= text.length)) return [];
  const pieces = piecesOf(outline, start, end);
  const ranges: Range[] = [];
  let at = 0;
  while (at < pieces.length) {
    let last = at;
    if (shadowRoots.length === 0) last = pieces.length - 1;
    else while (last + 1 < pieces.length && isContinued(pieces[last], pieces[last + 1])) last += 1;
    const range = rangeBetween(root.ownerDocument, pieces[at], pieces[last]);
    if (range === null) return [];
    ranges.push(range);
    at = last + 1;
  }
  return ranges;
}

/** A part of a text node, in units of its data. */
interface Piece {
  node: Text;
  start: number;
  end: number;
}

/** Only the first and the last where no shadow tree can stand between. */
function piecesOf({ lines, shadowRoots }: Outline, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  const add = (line: Line, index: number) => {
    const node = line.nodes[index];
    const from = line.start + (line.edges[2 * index] ?? 0);
    const to = line.start + (line.edges[2 * index + 1] ?? 0);
    if (node === undefined || from >= end || to <= start) return;
    const data = dataOf(node);
    const isWhole = data.length === to - from;
    const [first, last] = [Math.max(0, start - from), Math.min(end, to) - from];
    pieces.push({
      node,
      start: isWhole ? first : startInData(data, first),
      end: isWhole ? last : endInData(data, last),
    });
  };
  const firstLine = lastIndex(lines.length, (index) => (lines[index]?.start ?? 0) <= start);
  const lastLine = lastIndex(lines.length, (index) => (lines[index]?.start ?? 0) < end);
  const needsAll = shadowRoots.length > 0;
  for (let at = firstLine; at <= lastLine; at += 1) {
    const line = lines[at];
    if (line === undefined) continue;
    for (let index = 0; index < line.nodes.length; index += 1) add(line, index);
    if (!needsAll && pieces.length > 0 && at < lastLine - 1) at = lastLine - 1;
  }
  return pieces;
}

/** Whether one range may span both: they lie in one tree, in its order, and nothing is shown between that lies elsewhere. */
function isContinued(one: Piece | undefined, other: Piece | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const isAfter = one.node.compareDocumentPosition(other.node) & Node.DOCUMENT_POSITION_FOLLOWING;
  return isAfter !== 0 && frameOf(one.node) === frameOf(other.node);
}

/** The slotted node that a node lies in, or the root of its tree. */
function frameOf(node: Node): Node {
  let at = node;
  for (let parent = parentNodeOf(at); parent !== null; parent = parentNodeOf(at)) {
    if (isElement(parent) && openShadowRootOf(parent) !== null) return at;
    at = parent;
  }
  return at;
}

/** Null where the page has changed since it was read. */
function rangeBetween(document: Document, first: Piece | undefined, last: Piece | undefined): Range | null {
  if (first === undefined || last === undefined) return null;
  if (!isConnected(first.node) || !isConnected(last.node)) return null;
  if (first.start > first.node.length || last.end > last.node.length) return null;
  const range = document.createRange();
  range.setStart(first.node, first.start);
  range.setEnd(last.node, last.end);
  // The browser collapses a range whose ends share no tree, or stand in another order there than in the text.
  return range.startContainer === first.node && !range.collapsed ? range : null;
}
