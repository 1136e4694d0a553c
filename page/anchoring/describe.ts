/** Describes chosen words so that they can be found again: quote with context, position in the article, path in the page. */

import type { RangeSelector, Selectors } from '../../core/annotation';
import { tagOf } from '../detection/unclobbered';
import type { Span, TextMap } from '../text/text-map';
import {
  firstChildOf,
  isElement,
  isText,
  nextSiblingOf,
  parentNodeOf,
  previousSiblingOf,
} from '../text/tree';

/** UTF-16 units of context on either side. */
const contextLength = 64;
/** How far around an end is looked at to find the border of a character, in UTF-16 units. */
const graphemeReach = 64;

/**
 * White space at the ends is left off; characters (graphemes) that were chosen in part are taken whole.
 * Null when nothing of the range is text that was read.
 * @param article the article's part of `map.text`. Words inside it get their context and position from it alone.
 */
export function describe(range: Range, map: TextMap, article: Span): Selectors | null {
  const from = map.offsetOf(range.startContainer, range.startOffset, 'start');
  const to = map.offsetOf(range.endContainer, range.endOffset, 'end');
  if (from === null || to === null || from >= to) return null;
  const { text } = map;
  const start = graphemeBorder(text, from, 'before');
  const end = graphemeBorder(text, to, 'after');
  const isInside = start >= article.start && end <= article.end;
  const ground = isInside ? article : { start: 0, end: text.length };
  const prefixStart = wholeCharacter(text, Math.max(ground.start, start - contextLength), 1);
  const suffixEnd = wholeCharacter(text, Math.min(ground.end, end + contextLength), -1);
  const exactRange = map.toRange(start, end);
  return {
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(prefixStart, start),
      suffix: text.slice(end, suffixEnd),
    },
    position: isInside ? { start: start - article.start, end: end - article.start } : null,
    range: exactRange === null ? null : describePath(exactRange, map.root),
  };
}

/** The border of the grapheme that `offset` falls into, or `offset` where it is a border. */
function graphemeBorder(text: string, offset: number, side: 'before' | 'after'): number {
  // Missing in Firefox before 125.
  if (!('Segmenter' in Intl)) return wholeCharacter(text, offset, side === 'before' ? -1 : 1);
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const windowStart = wholeCharacter(text, Math.max(lineStart, offset - graphemeReach), 1);
  const window = text.slice(windowStart, offset + graphemeReach);
  const grapheme = segmenter()
    .segment(window)
    .containing(offset - windowStart);
  if (grapheme === undefined || windowStart + grapheme.index === offset) return offset;
  return windowStart + grapheme.index + (side === 'before' ? 0 : grapheme.segment.length);
}

let graphemes: Intl.Segmenter | null = null;

function segmenter(): Intl.Segmenter {
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return graphemes;
}

/** `offset`, or the next one in that direction when it falls into a surrogate pair. */
function wholeCharacter(text: string, offset: number, direction: 1 | -1): number {
  const isInside = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
  return isInside ? offset + direction : offset;
}

/** Null where an end lies in a shadow tree, into which no path leads. */
function describePath(range: Range, root: Element): RangeSelector | null {
  const startPath = pathTo(range.startContainer, root);
  const endPath = pathTo(range.endContainer, root);
  if (startPath === null || endPath === null) return null;
  return { startPath, startOffset: range.startOffset, endPath, endOffset: range.endOffset };
}

/** Like `/div[2]/p[1]/text()[1]`, from `root`. */
function pathTo(node: Node, root: Element): string | null {
  let path = '';
  for (let at: Node | null = node; at !== root; at = parentNodeOf(at)) {
    if (at === null || !(isElement(at) || isText(at))) return null;
    const name = nameOf(at);
    let place = 1;
    for (let before = previousSiblingOf(at); before !== null; before = previousSiblingOf(before)) {
      if (nameOf(before) === name) place += 1;
    }
    path = `/${name}[${place}]${path}`;
  }
  return path;
}

/** The text node at the start of the path, and the offset in it; null where the path leads nowhere. */
export function followPath(
  path: string,
  offset: number,
  root: Element,
): { node: Text; offset: number } | null {
  let node: Node = root;
  for (const step of path.split('/').slice(1)) {
    const [, name, place] = /^([^[\]]+)\[(\d+)\]$/u.exec(step) ?? [];
    const child = name === undefined ? null : childNamed(node, name, Number(place));
    if (child === null) return null;
    node = child;
  }
  return isText(node) && offset >= 0 && offset <= node.length ? { node, offset } : null;
}

function childNamed(parent: Node, name: string, place: number): Node | null {
  let left = place;
  for (let child = firstChildOf(parent); child !== null; child = nextSiblingOf(child)) {
    if (nameOf(child) === name) left -= 1;
    if (left === 0) return child;
  }
  return null;
}

function nameOf(node: Node): string {
  return isText(node) ? 'text()' : tagOf(node).toLowerCase();
}
