/** Paths from an element down to its text, as XPath writes them: kept with each annotation, and the first place that is looked at. */

import type { RangeSelector } from '../../core/annotation';
import {
  firstChildOf,
  isElement,
  isText,
  localNameOf,
  nextSiblingOf,
  parentNodeOf,
  previousElementOf,
  previousSiblingOf,
} from '../text/tree';

/** Null where an end lies in a shadow tree, into which no path leads. */
export function describePath(range: Range, root: Element): RangeSelector | null {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const parent = parentNodeOf(startContainer);
  const parentPath = pathTo(parent, root);
  const endParentPath =
    parentNodeOf(endContainer) === parent ? parentPath : pathTo(parentNodeOf(endContainer), root);
  const [startStep, endStep] = [stepTo(startContainer), stepTo(endContainer)];
  if (parentPath === null || endParentPath === null || startStep === null || endStep === null) return null;
  return { startPath: parentPath + startStep, startOffset, endPath: endParentPath + endStep, endOffset };
}

/** Like `/div[2]/p[1]`, from `root`; null where that is not above the node. */
function pathTo(node: Node | null, root: Element): string | null {
  let path = '';
  for (let at = node; at !== root; at = parentNodeOf(at)) {
    const step = at === null ? null : stepTo(at);
    if (at === null || step === null) return null;
    path = step + path;
  }
  return path;
}

function stepTo(node: Node): string | null {
  if (isText(node)) return `/text()[${countTexts(node)}]`;
  return isElement(node) ? `/${localNameOf(node)}[${countAlike(node)}]` : null;
}

function countTexts(node: Text): number {
  let place = 1;
  for (let before = previousSiblingOf(node); before !== null; before = previousSiblingOf(before)) {
    if (isText(before)) place += 1;
  }
  return place;
}

/** A long article is thousands of paragraphs in a row: each is asked for its name alone. */
function countAlike(element: Element): number {
  const name = localNameOf(element);
  let place = 1;
  for (let before = previousElementOf(element); before !== null; before = previousElementOf(before)) {
    if (localNameOf(before) === name) place += 1;
  }
  return place;
}

/** The text node at the end of the path, and the offset in it; null where the path leads nowhere. */
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
    const isNamed = name === 'text()' ? isText(child) : isElement(child) && localNameOf(child) === name;
    if (isNamed) left -= 1;
    if (left === 0) return child;
  }
  return null;
}
