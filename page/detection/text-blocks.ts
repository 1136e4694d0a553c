/** Splits a page into blocks of running text, in page order, without asking for layout. */

import { parentOf, tagOf, textOf } from './unclobbered';

/** The text that stands directly in one block-level element; `<br>` is a line feed in it. */
export interface TextBlock {
  element: Element;
  text: string;
  /** Length in Latin letters: a Chinese, Japanese or Korean sign says about as much as two. */
  length: number;
  /** The part of `length` that stands in links. */
  linked: number;
  /** Ends of sentences, in Latin, Chinese, Indian and Arabic writing. */
  sentences: number;
}

const inline = new Set(
  'A,ABBR,B,BDI,BDO,CITE,CODE,DEL,EM,FONT,I,INS,KBD,LABEL,MARK,Q,RUBY,S,SMALL,SPAN,STRONG,SUB,SUP,TIME,U,WBR'.split(
    ',',
  ),
);
const silent = new Set(
  'HEAD,TITLE,SCRIPT,NOSCRIPT,STYLE,TEMPLATE,SVG,svg,BUTTON,SELECT,TEXTAREA,IFRAME,OBJECT'.split(','),
);
/** White space other than a single plain one. */
const wide = /[^\S ]| {2}/;
const sentenceEnd = /[。！？；।۔؟]|[.!?]["”’)\]]*(?:\s|$)/g;
/** Chinese, Japanese and Korean signs. */
const dense = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2}/;
const denseLength = 2.2;

/**
 * @param root the document's own root, not a form: its accessors are taken at their word
 * @param mostNodes where to stop, in elements and text nodes: what a page costs has to have an end
 * @param isSkipped by tag: what is passed over with all that it holds
 */
export function readTextBlocks(
  root: Element,
  mostNodes: number,
  isSkipped?: (tag: string) => boolean,
): TextBlock[] {
  const blocks: TextBlock[] = [];
  const walker = Document.prototype.createTreeWalker.call(root.ownerDocument, root, 5);
  let block: TextBlock | undefined;
  let left = mostNodes;
  for (let node = walker.nextNode(); node !== null && left > 0; left--) {
    const tag = tagOf(node);
    if (tag === '#text') {
      block = addText(blocks, block, node);
    } else if (tag === 'BR') {
      if (block !== undefined) block.text += '\n';
    } else if (silent.has(tag) || isSkipped?.(tag) === true) {
      block = undefined;
      node = afterAll(walker);
      continue;
    } else if (!inline.has(tag)) {
      block = undefined;
    }
    node = walker.nextNode();
  }
  return blocks;
}

/** The node that follows the current one and all that is in it. */
function afterAll(walker: TreeWalker): Node | null {
  for (;;) {
    const next = walker.nextSibling();
    if (next !== null) return next;
    if (walker.parentNode() === null) return null;
  }
}

/** Adds a text node to the open block, or to a new one where it stands in another element. */
function addText(blocks: TextBlock[], open: TextBlock | undefined, node: Node): TextBlock | undefined {
  const raw = textOf(node);
  const trimmed = raw.trim();
  if (trimmed === '') {
    if (open !== undefined && raw !== '') open.text += ' ';
    return open;
  }
  const parent = parentOf(node);
  let element = parent;
  let isLinked = false;
  while (element !== null && inline.has(tagOf(element))) {
    if (tagOf(element) === 'A') isLinked = true;
    element = parentOf(element);
  }
  if (parent === null || element === null) return open;
  let block = open;
  if (block?.element !== element) {
    block = { element, text: '', length: 0, linked: 0, sentences: 0 };
    blocks.push(block);
    // A link may hold whole blocks.
    isLinked ||= Element.prototype.closest.call(element, 'a') !== null;
  } else isLinked ||= block.linked > 0 && Element.prototype.closest.call(element, 'a') !== null;
  const length = trimmed.length * (dense.test(trimmed) ? denseLength : 1);
  block.text += wide.test(raw) ? raw.replace(/\s+/g, ' ') : raw;
  block.length += length;
  if (trimmed.length >= shortestSentence) block.sentences += trimmed.match(sentenceEnd)?.length ?? 0;
  if (isLinked) block.linked += length;
  return block;
}

/** UTF-16 units; nothing shorter ends a sentence but its own mark. */
const shortestSentence = 2;
