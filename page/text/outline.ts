/** What the page's text is kept in: the blocks of the page, the lines in them, and what must be read anew. */

import { holderOf, isElement, openShadowRootOf, parentNodeOf, slotOf } from './tree';

/** Words that stand on one line of the text. */
export interface Line {
  /** In the order of the text. */
  nodes: readonly Text[];
  /** For each node, where its words start in the line and where they end, exclusive: UTF-16 units, two numbers a node. */
  edges: readonly number[];
  length: number;
  /** Where the line starts in the text; -1 while it is no part of it. */
  start: number;
  /** Only until the line is part of the text. */
  text: string;
  /** Which making of the text it was last part of. */
  settled: number;
}

/** An element on lines of its own. */
export interface Block {
  element: Element;
  /** In the order of the text. */
  parts: (Line | Block)[];
  /** Open shadow roots read for it, without those of blocks in it. */
  shadowRoots: ShadowRoot[];
}

export interface Outline {
  root: Element;
  /** Elements of ours, left out with all they hold. */
  ignore(element: Element): boolean;
  /** Called with each open shadow root that is read, as often as it is. */
  meetShadowRoot(shadowRoot: ShadowRoot): void;
  /** Also holds blocks that have left the page; their lines start at -1. */
  blockOf: WeakMap<Node, Block>;
  /** Elements that were left out when they were last met. */
  leftOut: WeakSet<Node>;
  /** Blocks that must be read anew; the blocks in them only where they are stale themselves. */
  stale: Set<Block>;
  /** Came, or were written to, since the text was made: nothing in them is as it was. */
  touched: Set<Node>;
  /** May be shown in another way than when the text was made. */
  restyled: Set<Node>;
  /** Stale blocks whose children may be shown in another way, each for itself. */
  unsure: Set<Block>;
  /** Elements that the page may still give a shadow root without anybody being told. */
  undefined: Set<Element>;
  /** How many elements were gone up so far to find blocks: what a page that nests them without end costs. */
  climbed: number;
  /** How often the text was made. */
  settled: number;
  text: string;
  /** The lines of `text`. */
  lines: Line[];
  shadowRoots: ShadowRoot[];
}

export function createOutline(
  root: Element,
  ignore: Outline['ignore'],
  meetShadowRoot: Outline['meetShadowRoot'],
): Outline {
  const outline: Outline = {
    root,
    ignore,
    meetShadowRoot,
    blockOf: new WeakMap(),
    leftOut: new WeakSet(),
    stale: new Set(),
    touched: new Set(),
    restyled: new Set(),
    unsure: new Set(),
    undefined: new Set(),
    climbed: 0,
    settled: 0,
    text: '',
    lines: [],
    shadowRoots: [],
  };
  touchAll(outline);
  return outline;
}

export function isLine(part: Line | Block): part is Line {
  return 'nodes' in part;
}

/** Takes nothing of the last reading over into the next. */
export function touchAll(outline: Outline): void {
  for (const marks of [outline.stale, outline.touched, outline.restyled, outline.unsure]) marks.clear();
  outline.stale.add(rootBlock(outline));
  outline.touched.add(outline.root);
}

/** Everything may be shown in another way; lines that read the same are taken over. */
export function restyleAll(outline: Outline): void {
  outline.stale.add(rootBlock(outline));
  outline.restyled.add(outline.root);
}

/** For an element that got a shadow root. */
export function restyle(outline: Outline, element: Element): void {
  const around = shownIn(element);
  const block = around === null ? null : blockAround(outline, around);
  if (block === null) return;
  outline.stale.add(block);
  outline.restyled.add(element);
}

export function moveTo(outline: Outline, root: Element): void {
  outline.root = root;
  touchAll(outline);
}

export function rootBlock(outline: Outline): Block {
  let block = outline.blockOf.get(outline.root);
  if (block === undefined) {
    block = { element: outline.root, parts: [], shadowRoots: [] };
    outline.blockOf.set(outline.root, block);
  }
  return block;
}

/** The slot, host or parent that a node is shown in; null at the top, and for a node that its host shows nowhere. */
export function shownIn(node: Node): Node | null {
  const parent = parentNodeOf(node);
  if (parent === null || !isElement(parent)) return parent === null ? holderOf(node) : holderOf(parent);
  return openShadowRootOf(parent) === null ? parent : slotOf(node);
}

/** The block that shows the node's words; null for a node in no block, or in an element that is left out. */
export function blockAround(outline: Outline, node: Node): Block | null {
  const { blockOf, leftOut } = outline;
  for (let at: Node | null = node; at !== null; at = shownIn(at)) {
    if (leftOut.has(at)) return null;
    const block = blockOf.get(at);
    if (block !== undefined) return block;
    outline.climbed += 1;
  }
  return null;
}

/** The first line of a block and the blocks in it that is part of the text. */
export function firstLineOf(block: Block): Line | null {
  let first: Line | null = null;
  visitLines(block, (line) => {
    if (line.start >= 0) first = line;
    return first !== null;
  });
  return first;
}

/**
 * Visits all lines of a block and of the blocks in it, in order, until `visit` is true. Blocks nest as deep as the page
 * likes.
 * @param meet told of each block before its lines
 */
export function visitLines(
  block: Block,
  visit: (line: Line) => boolean,
  meet?: (block: Block) => void,
): void {
  let { parts } = block;
  let at = 0;
  const open: { parts: Block['parts']; at: number }[] = [];
  meet?.(block);
  for (;;) {
    const part = parts[at];
    at += 1;
    if (part === undefined) {
      const outer = open.pop();
      if (outer === undefined) return;
      ({ parts, at } = outer);
    } else if (isLine(part)) {
      if (visit(part)) return;
    } else {
      meet?.(part);
      open.push({ parts, at });
      [parts, at] = [part.parts, 0];
    }
  }
}
