/** Tells where the words of a range are seen in the window: what scrolls out of its frame or lies under a fixed bar is left out. */

import { holderOf, isElement, isText } from '../text/tree';

/** In viewport pixels. */
export interface WordBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Whether the line runs from top to bottom. */
  isVertical: boolean;
}

type Edges = Pick<WordBox, 'left' | 'top' | 'right' | 'bottom'>;

export interface WordBoxReader {
  read(range: Range): WordBox[];
  /** The elements on whose sizes the places hang, of all that was read. */
  holders(): Iterable<Element>;
}

const everywhere: Edges = {
  left: Number.NEGATIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
};

/** True for one moment: a layout later, make another. Asks for layout and styles, each element's once. */
export function createWordBoxReader(document: Document): WordBoxReader {
  const view = document.defaultView;
  const styles = new Map<Element, CSSStyleDeclaration>();
  const frames = new Map<Element, Edges | null>();
  const covers = new Map<Element, boolean>();

  const styleOf = (element: Element): CSSStyleDeclaration | null => {
    const known = styles.get(element);
    if (known !== undefined || view === null) return known ?? null;
    const style = view.getComputedStyle(element);
    styles.set(element, style);
    return style;
  };

  /** What of the window the element's content can be seen in; null where it is not shown at all. */
  const frameOf = (element: Element): Edges | null => {
    const known = frames.get(element);
    if (known !== undefined) return known;
    const frame = isShown(element) ? findFrame(element) : null;
    frames.set(element, frame);
    return frame;
  };

  const findFrame = (element: Element): Edges | null => {
    const style = styleOf(element);
    const outer = outerFrame(element, style?.position ?? 'static');
    const isRoot = element === document.documentElement || element === document.body;
    if (isRoot || outer === null || style === null || !cutsOff(style)) return outer;
    const box = Element.prototype.getBoundingClientRect.call(element);
    return meet(outer, box);
  };

  /** An element that is taken out of the flow is cut off by its containing block and what is around that, not by what lies between. */
  const outerFrame = (element: Element, position: string): Edges | null => {
    let holder = elementAround(element);
    const isContaining = (candidate: Element) => {
      const style = styleOf(candidate);
      if (style === null) return true;
      return style.transform !== 'none' || (position === 'absolute' && style.position !== 'static');
    };
    if (position === 'absolute' || position === 'fixed') {
      while (holder !== null && !isContaining(holder)) holder = elementAround(holder);
    }
    return holder === null ? everywhere : frameOf(holder);
  };

  /** Whether something that stays in place while the page scrolls lies over this point of the element's text. */
  const isCovered = (element: Element, x: number, y: number): boolean => {
    const root = element.getRootNode();
    if (!(root instanceof Document || root instanceof ShadowRoot)) return false;
    const top = root.elementFromPoint(x, y);
    if (top === null || top.contains(element) || element.contains(top)) return false;
    return staysInPlace(top, element);
  };

  const staysInPlace = (top: Element, element: Element): boolean => {
    for (let cover: Element | null = top; cover !== null && !cover.contains(element); ) {
      const known = covers.get(cover) ?? /fixed|sticky/u.test(styleOf(cover)?.position ?? '');
      covers.set(cover, known);
      if (known) return true;
      cover = elementAround(cover);
    }
    return false;
  };

  const isInWindow = (x: number, y: number) =>
    view !== null && x >= 0 && y >= 0 && x < view.innerWidth && y < view.innerHeight;

  return {
    read(range) {
      const boxes: WordBox[] = [];
      for (const { element, rects } of textRects(range)) {
        const frame = frameOf(element);
        if (frame === null) continue;
        const isVertical = styleOf(element)?.writingMode.startsWith('vertical') ?? false;
        for (const rect of rects) {
          const seen = meet(frame, rect);
          if (seen.right - seen.left <= 0 || seen.bottom - seen.top <= 0) continue;
          const [x, y] = [(seen.left + seen.right) / 2, (seen.top + seen.bottom) / 2];
          if (isInWindow(x, y) && isCovered(element, x, y)) continue;
          boxes.push({ ...seen, isVertical });
        }
      }
      return boxes;
    },
    holders: () => frames.keys(),
  };
}

/** By text node: a range's own boxes are also those of whole paragraphs in it. */
function* textRects(range: Range): Generator<{ element: Element; rects: DOMRectList }> {
  const { startContainer, startOffset, endContainer, endOffset, commonAncestorContainer: top } = range;
  const document = top.ownerDocument;
  if (document === null) return;
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  const part = document.createRange();
  for (
    let node: Node | null = isText(top) ? top : walker.nextNode();
    node !== null;
    node = walker.nextNode()
  ) {
    if (!isText(node) || !range.intersectsNode(node)) continue;
    const holder = holderOf(node);
    const element = holder === null || isElement(holder) ? holder : elementAround(node);
    if (element === null) continue;
    part.setStart(node, node === startContainer ? startOffset : 0);
    part.setEnd(node, node === endContainer ? endOffset : node.length);
    yield { element, rects: part.getClientRects() };
  }
}

function isShown(element: Element): boolean {
  if (!('checkVisibility' in element)) return true;
  return Element.prototype.checkVisibility.call(element, { opacityProperty: true, visibilityProperty: true });
}

function cutsOff({ overflowX, overflowY }: CSSStyleDeclaration): boolean {
  return overflowX !== 'visible' || overflowY !== 'visible';
}

function elementAround(node: Node): Element | null {
  const slot = isElement(node) ? node.assignedSlot : null;
  let holder = slot ?? holderOf(node);
  while (holder !== null && !isElement(holder)) holder = holderOf(holder);
  return holder;
}

function meet(one: Edges, other: Edges): Edges {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}
