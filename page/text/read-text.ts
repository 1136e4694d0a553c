/** Walks a part of the page in the order in which it is shown and writes down its text, with the place of each stretch. */

import { layoutOf } from './layout';
import { firstChildOf, isElement, isText, openShadowRootOf, parentNodeOf } from './tree';

/** UTF-16 units in the text, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** Characters of one text node that stand in the text unchanged. */
interface Stretch {
  node: Text;
  /** Where it starts in the node, in UTF-16 units. */
  inNode: number;
  /** Where it starts in the text, in UTF-16 units. */
  inText: number;
  length: number;
}

export interface ReadText {
  text: string;
  /** In the order of the text. */
  stretches: Stretch[];
  /** For each text node that gave text, the index of its first stretch. */
  firstStretch: Map<Node, number>;
  /** For each element that was read; its first unit may be the separator before its first word. */
  spans: Map<Node, Span>;
  shadowRoots: ShadowRoot[];
}

type Separator = '' | ' ' | '\n';

interface OpenElement {
  node: Node;
  /** What parts it from its neighbours. */
  apart: Separator;
  showsText: boolean;
}

/** Nobody sees these, and every copy of the text would carry them. */
const unseen = '\\u00ad\\u200b\\u2060\\ufeff';
/** What can be taken over unchanged: visible characters with no more than one plain space between. */
const unchanged = new RegExp(`[^\\s${unseen}]+(?: [^\\s${unseen}]+)*`, 'gu');
/** `\s` counts U+FEFF as white space. */
const whiteSpace = /[^\S\ufeff]/u;

/** @param ignore elements that are left out with all they hold */
export function readText(root: Element, ignore: (element: Element) => boolean): ReadText {
  const pieces: string[] = [];
  let length = 0;
  let separator: Separator = '';
  const stretches: Stretch[] = [];
  const firstStretch = new Map<Node, number>();
  const spans = new Map<Node, Span>();
  const shadowRoots: ShadowRoot[] = [];

  const separate = (by: Separator) => {
    if (by !== '' && separator !== '\n') separator = by;
  };

  const write = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
  };

  const readNode = (node: Text) => {
    const { data } = node;
    let read = 0;
    for (const { 0: words, index } of data.matchAll(unchanged)) {
      if (whiteSpace.test(data.slice(read, index))) separate(' ');
      if (length > 0) write(separator);
      separator = '';
      if (!firstStretch.has(node)) firstStretch.set(node, stretches.length);
      stretches.push({ node, inNode: index, inText: length, length: words.length });
      write(words);
      read = index + words.length;
    }
    if (whiteSpace.test(data.slice(read))) separate(' ');
  };

  /** Reads `top` and all below it. Calls itself for shadow trees only: pages nest elements as deep as they like. */
  const readTree = (top: Node) => {
    const open: OpenElement[] = [];

    /** Whether the node's children are to be read. */
    const enter = (node: Node): boolean => {
      if (isText(node)) {
        if (open.at(-1)?.showsText ?? parentShowsText(node)) readNode(node);
        return false;
      }
      if (!isElement(node)) return firstChildOf(node) !== null;
      if (ignore(node)) return false;
      const { flow, showsText } = layoutOf(node);
      if (flow === 'break') separate('\n');
      if (flow === 'none' || flow === 'break') return false;
      const apart = flow === 'block' ? '\n' : flow === 'cell' ? ' ' : '';
      separate(apart);
      spans.set(node, { start: length, end: length });
      open.push({ node, apart, showsText });
      return !readShadow(node);
    };

    const leave = (node: Node) => {
      const last = open.at(-1);
      if (last?.node !== node) return;
      open.pop();
      separate(last.apart);
      const span = spans.get(node);
      if (span !== undefined) span.end = length;
    };

    const walker = document.createTreeWalker(top, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    let node = top;
    for (;;) {
      if (enter(node) && walker.firstChild() !== null) {
        node = walker.currentNode;
        continue;
      }
      leave(node);
      while (node !== top && walker.nextSibling() === null) {
        node = walker.parentNode() ?? top;
        leave(node);
      }
      if (node === top) return;
      node = walker.currentNode;
    }
  };

  /** Reads what is shown in place of the element's children; false where they are shown themselves. */
  const readShadow = (element: Element): boolean => {
    const shadowRoot = openShadowRootOf(element);
    if (shadowRoot !== null) {
      shadowRoots.push(shadowRoot);
      readTree(shadowRoot);
      return true;
    }
    const assigned = element instanceof HTMLSlotElement ? element.assignedNodes() : [];
    for (const node of assigned) readTree(node);
    return assigned.length > 0;
  };

  const { ownerDocument: document } = root;
  readTree(root);
  return { text: pieces.join(''), stretches, firstStretch, spans, shadowRoots };
}

function parentShowsText(node: Node): boolean {
  const parent = parentNodeOf(node);
  return parent === null || !isElement(parent) || layoutOf(parent).showsText;
}
