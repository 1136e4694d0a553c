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
  /** Which of them each element tells the place of. Null until the browser is asked to tell. */
  let standing: Map<Element, number[]> | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const boxesOf = boxReader();
  const near = new Set<Element>();
  let observer: IntersectionObserver | null = null;
  const hear = (entries: readonly IntersectionObserverEntry[]) => {
    let hasChanged = false;
    for (const { target, isIntersecting } of entries) {
      if (near.has(target) === isIntersecting) continue;
      if (isIntersecting) near.add(target);
      else near.delete(target);
      hasChanged = true;
    }
    if (hasChanged) changed();
  };

  const zone = () => {
    const height = document.defaultView?.innerHeight ?? 0;
    return { top: -margin * height, bottom: (1 + margin) * height };
  };

  const stand = (): Map<Element, number[]> => {
    const now = new Map<Element, number[]>();
    for (const [index, highlight] of followed.entries()) {
      for (const box of boxesOf(highlight)) {
        const indexes = now.get(box);
        if (indexes === undefined) now.set(box, [index]);
        else indexes.push(index);
      }
    }
    return now;
  };

  const observe = () => {
    timer = null;
    for (const highlight of guessNear(followed, zone())) for (const box of boxesOf(highlight)) near.add(box);
    standing = stand();
    observer = new IntersectionObserver(hear, { rootMargin: `${margin * 100}%` });
    for (const element of standing.keys()) observer.observe(element);
  };

  return {
    follow(highlights) {
      followed = highlights;
      if (standing === null) {
        timer ??= setTimeout(observe, settling);
        return;
      }
      const before = standing;
      standing = stand();
      for (const element of before.keys()) {
        if (standing.has(element)) continue;
        observer?.unobserve(element);
        near.delete(element);
      }
      const { top, bottom } = zone();
      for (const element of standing.keys()) {
        if (before.has(element)) continue;
        const box = boundsOf(element);
        if (box.bottom > top && box.top < bottom) near.add(element);
        observer?.observe(element);
      }
    },
    near() {
      if (standing === null) return guessNear(followed, zone());
      const indexes = new Set<number>();
      for (const element of near) for (const index of standing.get(element) ?? []) indexes.add(index);
      return [...indexes].sort((one, other) => one - other).flatMap((index) => followed[index] ?? []);
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      observer?.disconnect();
      near.clear();
      [observer, standing] = [null, null];
      followed = [];
    },
  };
}

/**
 * As if the page were one column: right for nearly every page, and by a few boxes instead of all. Viewport pixels.
 */
function guessNear(highlights: readonly Highlight[], zone: { top: number; bottom: number }): Highlight[] {
  const byStart = highlights.toSorted((one, other) => one.start - other.start);
  const boxAt = (index: number): DOMRect | null => {
    const range = byStart[index]?.ranges[0];
    const box = range === undefined ? null : findBox(range.startContainer);
    return box === null ? null : boundsOf(box);
  };
  const first = firstIndex(byStart.length, (index) => (boxAt(index)?.bottom ?? 0) > zone.top);
  const last = firstIndex(byStart.length, (index) => (boxAt(index)?.top ?? 0) >= zone.bottom);
  const from = byStart[first]?.start ?? Number.POSITIVE_INFINITY;
  const to = byStart[last]?.start ?? Number.POSITIVE_INFINITY;
  return highlights.filter(({ start, end }) => end > from && start < to);
}

/** The first index from which on `holds` is true; `count` where there is none. */
function firstIndex(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function boundsOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

/** Gives the elements whose boxes tell where a highlight is; asks the page once for each list of ranges. */
function boxReader(): (highlight: Highlight) => readonly Element[] {
  const known = new WeakMap<readonly Range[], readonly Element[]>();
  return ({ ranges, start, end }) => {
    const before = known.get(ranges);
    if (before !== undefined) return before;
    const boxes = new Set<Element>();
    for (const range of ranges) {
      const isLong = end - start > longPassage;
      const nodes = isLong ? [range.commonAncestorContainer] : [range.startContainer, range.endContainer];
      for (const node of nodes) {
        const box = findBox(node);
        if (box !== null) boxes.add(box);
      }
    }
    const found = [...boxes];
    known.set(ranges, found);
    return found;
  };
}

/** The nearest element that has a box of its own; null where nothing around the node is shown. */
function findBox(node: Node): Element | null {
  for (let at: Node | null = node; at !== null; at = holderOf(at)) {
    if (!isElement(at)) continue;
    const { width, height } = boundsOf(at);
    if (width > 0 || height > 0) return at;
  }
  return null;
}
