/** Reads a block of the page in the order in which it is shown, and takes over what did not change since it was read before. */

import { type Flow, flowOf, flowOfName, isVisible, styleOf } from './layout';
import { type Block, isLine, type Line, type Outline } from './outline';
import {
  dataOf,
  firstChildOf,
  isConnected,
  isElement,
  isText,
  nameOf,
  nextSiblingOf,
  openShadowRootOf,
} from './tree';
import { wordsOf } from './words';

/** A block that is being read, with the lines that it had. */
interface Home {
  block: Block;
  formerParts: readonly (Line | Block)[];
  /** By the first node; made when it is asked for. */
  formerLines: Map<Text | undefined, Line> | null;
}

/** An element whose children are being read. */
interface Frame {
  element: Element;
  home: Home;
  flow: Flow;
  style: CSSStyleDeclaration | null;
  /** What a slot shows instead of its children, and how far it was read. */
  assigned: Node[] | null;
  at: number;
  /** Null until it is asked. */
  showsText: boolean | null;
  /** Whether blocks in it are taken over where they are not stale. */
  keepsBlocks: boolean;
  /** Whether lines in it that read the same are taken over. */
  keepsLines: boolean;
}

/** So many UTF-16 units of text cost about as much as a step to another node. */
const unitsPerStep = 1_000;
const visible = /\S/u;

/**
 * Blocks that were taken over or put off stand in the parts of those around them.
 * @param most about how many steps may be taken; blocks met after them are put off: they are stale afterwards
 * @returns how many were taken
 */
export function readBlock(outline: Outline, top: Block, most: number): number {
  const { blockOf, leftOut, stale, touched, restyled, unsure } = outline;
  let steps = 0;
  let nodes: Text[] = [];
  let edges: number[] = [];
  let text = '';
  let isApart = false;
  let isKept = true;
  /** Those around the one that is being read. */
  const frames: Frame[] = [];

  const endLine = (home: Home) => {
    const first = nodes[0];
    if (first !== undefined) {
      const line = { nodes, edges, length: text.length, start: -1, text, settled: 0 };
      const former = isKept ? formerLine(home, first) : null;
      home.block.parts.push(former !== null && isSame(outline.text, former, line) ? former : line);
      [nodes, edges, text] = [[], [], ''];
    }
    isApart = false;
    isKept = true;
  };

  const readText = (node: Text, frame: Frame) => {
    const data = dataOf(node);
    // Most white space stands between blocks.
    if (text === '' && !visible.test(data)) return;
    const { text: words, spaceBefore, spaceAfter } = wordsOf(data);
    steps += data.length / unitsPerStep;
    if (words === '' && (!spaceBefore || isApart || text === '')) return;
    frame.showsText ??= isVisible(frame.style) || showsText([...frames, frame]);
    if (!frame.showsText) return;
    if (words === '') {
      isApart = true;
      return;
    }
    if (text !== '' && (isApart || spaceBefore)) text += ' ';
    nodes.push(node);
    edges.push(text.length, text.length + words.length);
    text += words;
    isApart = spaceAfter;
    if (!frame.keepsLines || touched.has(node)) isKept = false;
  };

  const open = (
    element: Element,
    home: Home,
    flow: Flow,
    style: Frame['style'],
    keepsBlocks: boolean,
    keepsLines: boolean,
  ): Frame => {
    let assigned: Node[] | null = null;
    if (element instanceof HTMLSlotElement) {
      assigned = element.assignedNodes();
      if (assigned.length === 0) assigned = null;
    }
    return { element, home, flow, style, assigned, at: 0, showsText: null, keepsBlocks, keepsLines };
  };

  /** The element to go on with inside; null for what is read already or not at all. */
  const enter = (node: Node, frame: Frame): Frame | null => {
    steps += 1;
    if (!isElement(node)) {
      if (isText(node)) readText(node, frame);
      return null;
    }
    const { home } = frame;
    const known = blockOf.get(node);
    const isTouched = touched.has(node);
    const isRestyled = isTouched || restyled.has(node);
    if (known !== undefined && frame.keepsBlocks && !isRestyled && !stale.has(known)) {
      if (!unsure.has(home.block) || flowOf(node, nameOf(node), styleOf(node)) === 'block') {
        endLine(home);
        home.block.parts.push(known);
        return null;
      }
    }
    const name = nameOf(node);
    const named = flowOfName(name);
    const style = named === null ? styleOf(node) : null;
    const flow = outline.ignore(node) ? 'none' : (named ?? flowOf(node, name, style));
    if (flow === 'break') endLine(home);
    if (flow === 'none') leftOut.add(node);
    if (known !== undefined && flow !== 'block') blockOf.delete(node);
    if (flow === 'none' || flow === 'break') return null;
    leftOut.delete(node);
    if (name.includes('-') && !isDefined(node) && openShadowRootOf(node) === null)
      outline.undefined.add(node);
    const keepsLines = frame.keepsLines && !isTouched;
    const keepsBlocks = keepsLines && frame.keepsBlocks && !isRestyled;
    if (flow === 'cell') isApart = true;
    if (flow !== 'block') return open(node, home, flow, style, keepsBlocks, keepsLines);
    endLine(home);
    const block = known ?? { element: node, parts: [], shadowRoots: [] };
    blockOf.set(node, block);
    home.block.parts.push(block);
    if (steps < most) return open(node, begin(block), flow, style, keepsBlocks, keepsLines);
    stale.add(block);
    if (!keepsLines) touched.add(node);
    else if (!keepsBlocks) restyled.add(node);
    return null;
  };

  const begin = (block: Block): Home => {
    const home = { block, formerParts: block.parts, formerLines: null };
    block.parts = [];
    block.shadowRoots = [];
    stale.delete(block);
    return home;
  };

  const firstIn = ({ element, home, assigned }: Frame): Node | null => {
    const shadowRoot = openShadowRootOf(element);
    if (shadowRoot !== null) {
      home.block.shadowRoots.push(shadowRoot);
      outline.meetShadowRoot(shadowRoot);
      return firstChildOf(shadowRoot);
    }
    return assigned?.[0] ?? firstChildOf(element);
  };

  const nextIn = (frame: Frame, node: Node): Node | null => {
    if (frame.assigned === null) return nextSiblingOf(node);
    frame.at += 1;
    return frame.assigned[frame.at] ?? null;
  };

  const isTouched = touched.has(top.element);
  const { element } = top;
  if (blockOf.get(element) !== top || !isConnected(element)) {
    stale.delete(top);
    return 0;
  }
  let frame = open(
    element,
    begin(top),
    'block',
    styleOf(element),
    !isTouched && !restyled.has(element),
    !isTouched,
  );
  if (
    element === outline.root &&
    (outline.ignore(element) || flowOf(element, nameOf(element), frame.style) === 'none')
  ) {
    return 1;
  }
  let next = firstIn(frame);
  for (;;) {
    if (next !== null) {
      const inner: Frame | null = enter(next, frame);
      if (inner === null) next = nextIn(frame, next);
      else {
        frames.push(frame);
        frame = inner;
        next = firstIn(frame);
      }
      continue;
    }
    if (frame.flow === 'block') endLine(frame.home);
    if (frame.flow === 'cell') isApart = true;
    const outer = frames.pop();
    if (outer === undefined) return steps;
    next = nextIn(outer, frame.element);
    frame = outer;
  }
}

/**
 * Whether the text in the last frame has a place among what is read. Blocks that are invisible for the time being keep
 * theirs: the other pictures of a row, a menu, a page that waits for its fonts. Invisible words inside a line do not.
 */
function showsText(frames: readonly Frame[]): boolean {
  const visible = frames.findLastIndex(({ style }) => isVisible(style));
  return visible === frames.length - 1 || frames.slice(visible + 1).some(({ flow }) => flow !== 'inline');
}

function formerLine(home: Home, first: Text): Line | null {
  home.formerLines ??= new Map(home.formerParts.filter(isLine).map((line) => [line.nodes[0], line]));
  return home.formerLines.get(first) ?? null;
}

/** Whether a line of the text reads as it did, from the same nodes. */
function isSame(text: string, former: Line, line: Line): boolean {
  return (
    former.start >= 0 &&
    former.length === line.length &&
    former.nodes.length === line.nodes.length &&
    former.nodes.every((node, index) => node === line.nodes[index]) &&
    former.edges.every((edge, index) => edge === line.edges[index]) &&
    text.startsWith(line.text, former.start)
  );
}

function isDefined(element: Element): boolean {
  return Element.prototype.matches.call(element, ':defined');
}
