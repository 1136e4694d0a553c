/** Follows which highlights stand near the window, so that a page with a thousand of them costs what is seen of it. */

import { holderOf, isElement } from '../text/tree';
import type { Highlight } from './highlight';

export interface Nearness {
  /** From now on these count, and no others. Asks for layout, so that the words are painted in the same frame as they are. */
  follow(highlights: readonly Highlight[]): void;
  /** In their order. */
  near(): Highlight[];
  stop(): void;
}

/** A longer passage can be in view with neither its first nor its last words near. In UTF-16 units. */
const longPassage = 2_000;

/** How far around the window is near, in heights of the window, so that fast scrolling shows no bare words. */
const margin = 1;

/** Nobody has scrolled before, and the browser has more urgent things to do. In milliseconds. */
const settling = 200;

/** @param changed called when something came near or went away, once for each frame at most */
export function followNearness(document: Document, changed: () => void): Nearness {
  let followed: readonly Highlight[] = [];
  /** Which of them each element tells the place of. */
  let standing = new Map<Element, number[]>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const near = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      let hasChanged = false;
      for (const { target, isIntersecting } of entries) {
        if (near.has(target) === isIntersecting) continue;
        if (isIntersecting) near.add(target);
        else near.delete(target);
        hasChanged = true;
      }
      if (hasChanged) changed();
    },
    { rootMargin: `${margin * 100}%` },
  );

  /** Asking again for what is observed already does nothing. */
  const observe = () => {
    timer = null;
    for (const element of standing.keys()) observer.observe(element);
  };

  return {
    follow(highlights) {
      const before = standing;
      followed = highlights;
      standing = findBoxes(highlights);
      for (const element of before.keys()) {
        if (standing.has(element)) continue;
        observer.unobserve(element);
        near.delete(element);
      }
      const height = document.defaultView?.innerHeight ?? 0;
      for (const element of standing.keys()) {
        if (!before.has(element) && isWithin(element, -margin * height, (1 + margin) * height))
          near.add(element);
      }
      timer ??= setTimeout(observe, settling);
    },
    near() {
      const indexes = new Set<number>();
      for (const element of near) for (const index of standing.get(element) ?? []) indexes.add(index);
      return [...indexes].sort((one, other) => one - other).flatMap((index) => followed[index] ?? []);
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      observer.disconnect();
      near.clear();
      standing = new Map();
      followed = [];
    },
  };
}

/** Viewport pixels. */
function isWithin(element: Element, top: number, bottom: number): boolean {
  const box = Element.prototype.getBoundingClientRect.call(element);
  return box.bottom > top && box.top < bottom;
}

/** The elements whose boxes tell where the highlights are, with the indexes of these. */
function findBoxes(highlights: readonly Highlight[]): Map<Element, number[]> {
  const standing = new Map<Element, number[]>();
  const boxes = new Map<Node, Element | null>();
  const stand = (node: Node, index: number) => {
    const box = findBox(node, boxes);
    if (box === null) return;
    const indexes = standing.get(box);
    if (indexes === undefined) standing.set(box, [index]);
    else indexes.push(index);
  };
  for (const [index, { ranges, start, end }] of highlights.entries()) {
    for (const range of ranges) {
      const first = end - start > longPassage ? range.commonAncestorContainer : range.startContainer;
      stand(first, index);
      const last = end - start > longPassage ? first : range.endContainer;
      if (last !== first) stand(last, index);
    }
  }
  return standing;
}

/** The nearest element that has a box of its own; null where nothing around the node is shown. */
function findBox(node: Node, boxes: Map<Node, Element | null>): Element | null {
  const known = boxes.get(node);
  if (known !== undefined) return known;
  const hasBox = isElement(node) && Element.prototype.getClientRects.call(node).length > 0;
  const holder = hasBox ? null : holderOf(node);
  const box = hasBox ? node : holder === null ? null : findBox(holder, boxes);
  boxes.set(node, box);
  return box;
}
