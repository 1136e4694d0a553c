/** A part of the page as plain text, with the way from offsets in that text to places in the DOM and back. */

import type { Span } from '../../core/span';
import { nextOffset, offsetIn, offsetOutside, placeOf, rangesOf } from './find-place';
import { createOutline, type Outline } from './outline';
import { readBlock } from './read-block';
import { settle } from './settle';
import { childAt, isConnected, isText } from './tree';

/** True for one moment: read it anew after the page changed, or keep a live one (`live-text.ts`). */
export interface TextMap {
  root: Element;
  /**
   * One line for each block, LF between; no line starts or ends with white space, and inside one it is single spaces.
   * Words that are not shown, furigana, form fields, soft hyphens and zero-width characters are left out.
   */
  text: string;
  /** Open shadow roots whose text was read, for the browser's hit tests. */
  readonly shadowRoots: ShadowRoot[];
  /**
   * From the character at `start` to the one before `end`, in the order of the text: one Range, or several where the
   * words lie in different shadow trees or slots, which no single one can span. Empty where that is nothing, or where
   * the page has changed since.
   */
  toRanges(start: number, end: number): Range[];
  /** As `toRanges`; null where that is not one Range. */
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
  const outline = createOutline(root, ignore, () => undefined);
  for (const block of outline.stale) readBlock(outline, block, Number.POSITIVE_INFINITY);
  settle(outline);
  return mapOf(outline);
}

/** The outline's text as it was made last. */
export function mapOf(outline: Outline): TextMap {
  const { root, text } = outline;
  const toRanges = (start: number, end: number) => rangesOf(outline, start, end);
  return {
    root,
    text,
    // A shadow root may come that shows the words that were there before.
    get shadowRoots() {
      return outline.shadowRoots;
    },
    toRanges,
    toRange(start, end) {
      const [range, ...more] = toRanges(start, end);
      return range === undefined || more.length > 0 ? null : range;
    },
    offsetOf(node, offset, bias) {
      const found = isConnected(node) ? offsetOfBoundary(outline, node, offset) : null;
      if (found === null) return null;
      return bias === 'start' ? afterSeparators(outline.text, found) : beforeSeparators(outline.text, found);
    },
    span(element) {
      const start = isConnected(element) ? nextOffset(outline, element, 'inside') : null;
      const next = start === null ? null : nextOffset(outline, element, 'after');
      const end = next === null ? null : beforeSeparators(outline.text, next);
      return start === null || end === null || start >= end ? { start: 0, end: 0 } : { start, end };
    },
  };
}

function offsetOfBoundary(outline: Outline, node: Node, offset: number): number | null {
  const place = isText(node) ? placeOf(outline, node) : null;
  if (isText(node) && place !== null) return offsetIn(place, node, offset);
  const outside = offsetOutside(outline, node, offset);
  if (outside !== null) return outside;
  const child = isText(node) ? null : childAt(node, offset);
  return child === null ? nextOffset(outline, node, 'after') : nextOffset(outline, child, 'inside');
}

function afterSeparators(text: string, offset: number): number {
  let at = offset;
  while (isSeparator(text[at])) at += 1;
  return at;
}

function beforeSeparators(text: string, offset: number): number {
  let at = offset;
  while (isSeparator(text[at - 1])) at -= 1;
  return at;
}

function isSeparator(unit: string | undefined): boolean {
  return unit === ' ' || unit === '\n';
}
