/** Splits a page into blocks of running text, in page order, without asking for layout. */

import { parentOf, tagOf } from './unclobbered';

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

const inline = /^(?:[ABIQSU]|ABBR|CITE|CODE|DEL|EM|FONT|INS|MARK|SMALL|SPAN|STRONG|SU[BP]|TIME|WBR)$/;
const silent = /^(?:head|(?:no)?script|style|template|svg|button|select|textarea)$/i;
const sentenceEnd = /[。！？；।۔؟]|[.!?]["”’)\]]*(?:\s|$)/g;

/**
 * @param root the document's own root, not a form: its accessors are taken at their word
 * @param mostNodes where to stop, in elements and text nodes: what a page costs has to have an end
 */
export function readTextBlocks(root: Element, mostNodes: number): TextBlock[] {
  const blocks: TextBlock[] = [];
  const walker = Document.prototype.createTreeWalker.call(root.ownerDocument, root, 5, (node) =>
    silent.test(tagOf(node)) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let block: TextBlock | undefined;
  for (let left = mostNodes; left > 0 && walker.nextNode(); left--) {
    const node = walker.currentNode;
    const tag = tagOf(node);
    if (tag === 'BR') {
      if (block !== undefined) block.text += '\n';
    } else if (tag !== '#text') {
      if (!inline.test(tag)) block = undefined;
    } else {
      block = addText(blocks, block, node);
    }
  }
  return blocks;
}

/** Adds a text node to the open block, or to a new one where it stands in another element. */
function addText(blocks: TextBlock[], open: TextBlock | undefined, node: Node): TextBlock | undefined {
  const text = (node.textContent || '').replace(/\s+/g, ' ');
  if (text === ' ' && open !== undefined) open.text += text;
  if (text === '' || text === ' ') return open;
  const parent = parentOf(node);
  let element = parent;
  while (element !== null && inline.test(tagOf(element))) element = parentOf(element);
  if (parent === null || element === null) return open;
  let block = open;
  if (block?.element !== element) {
    block = { element, text: '', length: 0, linked: 0, sentences: 0 };
    blocks.push(block);
  }
  const length = text.trim().length + 1.2 * countDense(text);
  block.text += text;
  block.length += length;
  block.sentences += count(text, sentenceEnd);
  if (Element.prototype.closest.call(parent, 'a') !== null) block.linked += length;
  return block;
}

/** Chinese, Japanese and Korean signs. A loop: a page has tens of thousands, and a pattern would make a string of each. */
function countDense(text: string): number {
  let signs = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x3040 && (unit <= 0x9fff || (unit >= 0xac00 && unit <= 0xd7af))) signs += 1;
  }
  return signs;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
