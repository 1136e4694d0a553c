/** Describes chosen words so that they can be found again: quote with context, position in the article, path in the page. */

import type { RangeSelector, Selectors } from '../../core/annotation';
import { codePointBorder, wholeCharacters } from '../../core/characters';
import type { Span, TextMap } from '../text/text-map';
import {
  firstChildOf,
  isElement,
  isText,
  nameOf,
  nextSiblingOf,
  parentNodeOf,
  previousSiblingOf,
} from '../text/tree';

/** UTF-16 units of context on either side: where the first leave the words in doubt, the least that leaves none. */
const contextLengths = [64, 96, 128, 160] as const;

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
  const { start, end } = wholeCharacters(text, from, to);
  const isInside = start >= article.start && end <= article.end;
  const ground = isInside ? article : { start: 0, end: text.length };
  const known = knownAround(text, ground, start, end);
  const exactRange = map.toRange(start, end);
  return {
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(known.start, start),
      suffix: text.slice(end, known.end),
    },
    position: isInside ? { start: start - article.start, end: end - article.start } : null,
    range: exactRange === null ? null : describePath(exactRange, map.root),
    copies: Math.max(
      countElsewhere(text, { start, end: Math.min(end, start + pieceLength) }),
      countElsewhere(text, { start: Math.max(start, end - pieceLength), end }),
    ),
  };
}

/** UTF-16 units of either end of a quote that are looked for elsewhere. */
const pieceLength = 32;
/** More copies than this make no difference. */
const mostCopies = 9;

function countElsewhere(text: string, { start, end }: Span): number {
  const words = text.slice(start, end);
  let count = 0;
  for (let at = text.indexOf(words); at >= 0 && count < mostCopies; at = text.indexOf(words, at + 1)) {
    if (at !== start) count += 1;
  }
  return count;
}

/** The words with their context. What no context tells from another place gets no more of it than others. */
function knownAround(text: string, ground: Span, start: number, end: number): Span {
  const within = (length: number) => ({
    start: codePointBorder(text, Math.max(ground.start, start - length), 1),
    end: codePointBorder(text, Math.min(ground.end, end + length), -1),
  });
  const telling = contextLengths.find((length) => standsOnce(text, ground, within(length)));
  return within(telling ?? contextLengths[0]);
}

function standsOnce(text: string, ground: Span, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  if (text.indexOf(words, ground.start) < start) return false;
  const next = text.indexOf(words, start + 1);
  return next < 0 || next + words.length > ground.end;
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
      if (areNamedAlike(nameOf(before), name)) place += 1;
    }
    path = `/${stepOf(name)}[${place}]${path}`;
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
    const child =
      name === undefined ? null : childNamed(node, name === 'text()' ? '#text' : name, Number(place));
    if (child === null) return null;
    node = child;
  }
  return isText(node) && offset >= 0 && offset <= node.length ? { node, offset } : null;
}

function childNamed(parent: Node, name: string, place: number): Node | null {
  let left = place;
  for (let child = firstChildOf(parent); child !== null; child = nextSiblingOf(child)) {
    if (areNamedAlike(nameOf(child), name)) left -= 1;
    if (left === 0) return child;
  }
  return null;
}

/** How the path names nodes of that name: XPath knows one kind of text, and tags of HTML in lower case. */
function stepOf(name: string): string {
  return name === '#text' || name === '#cdata-section' ? 'text()' : name.toLowerCase();
}

/** Long lists of siblings are counted with it: most names differ in length, or are the same. */
function areNamedAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const mayBe = one.length === other.length || one.startsWith('#');
  return mayBe && stepOf(one) === stepOf(other);
}
