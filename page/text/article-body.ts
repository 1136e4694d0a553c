/** Tells which of the lines in an article's root are its text, and which are the page's: credits, promotion, related texts. */

import type { TextBlock } from '../detection/text-blocks';
import { isProse } from '../detection/text-groups';
import { parentOf, tagOf } from '../detection/unclobbered';
import { isCreditLine, isPromotion, isRelatedHeading } from './furniture-lines';
import { otherPartTest, proseShares } from './page-parts';

const highestLinkShare = 0.5;
/** Where less than this is running text, all of it counts. */
const leastShare = 0.3;
/** How much of the running text must stand before the related ones for them to end it. */
const leastKept = 0.7;
/** In Latin letters. */
const longestRepeated = 300;
/** In Latin letters: what stands before the first paragraph or after the last is a title, a byline, a button. */
const shortest = 60;

/** The blocks of the article's text in page order; `all` are those of the page. */
export function bodyBlocks(root: Element, all: readonly TextBlock[]): TextBlock[] {
  const inside = all.filter(({ element }) => Node.prototype.contains.call(root, element));
  const isOther = otherPartTest(proseShares(inside));
  const isLinked = linkListTest(root, inside);
  const own = beforeRelated(inside).filter(
    (block) => !isOther(block.element) && !isLinked(block.element) && !isFurniture(block),
  );
  const first = own.findIndex(isText);
  const last = own.findLastIndex(isText);
  const body = own.slice(first, last + 1).filter((block, index, some) => !isRepeated(block, some[index - 1]));
  return first === -1 || lengthOf(body) < lengthOf(own) * leastShare ? own : body;
}

/** A caption that the page shows twice. */
function isRepeated({ text, length }: TextBlock, before: TextBlock | undefined): boolean {
  return before?.text === text && length < longestRepeated;
}

/** Up to the line that announces other texts, unless that stands before the better part of the text. */
function beforeRelated(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const end = blocks.findIndex(({ text, length }) => length < shortest && isRelatedHeading(text));
  if (end === -1) return blocks;
  const kept = blocks.slice(0, end);
  const isBetter = proseOf(kept) > proseOf(blocks) * leastKept;
  return isBetter ? kept : blocks;
}

function proseOf(blocks: readonly TextBlock[]): number {
  return lengthOf(blocks.filter(isProse));
}

function lengthOf(blocks: readonly TextBlock[]): number {
  return blocks.reduce((sum, { length }) => sum + length, 0);
}

function isText(block: TextBlock): boolean {
  return isProse(block) || (block.length >= shortest && block.linked * 2 < block.length);
}

function isFurniture({ element, text, length, linked }: TextBlock): boolean {
  if (/^(?:FIGCAPTION|CAPTION|H1|TH)$/u.test(tagOf(element))) return true;
  if (linked > length * 0.8 && !/^(?:LI|TD|DD)$/u.test(tagOf(element))) return true;
  return isCreditLine(text) || isPromotion(text);
}

/** Whether an element stands in a list or a box that is mostly links. */
function linkListTest(root: Element, blocks: readonly TextBlock[]): (element: Element) => boolean {
  const sums = new Map<Element, { length: number; linked: number }>();
  for (const { element, length, linked } of blocks) {
    for (let at: Element | null = element; at !== null && at !== root; at = parentOf(at)) {
      const sum = sums.get(at) ?? { length: 0, linked: 0 };
      sum.length += length;
      sum.linked += linked;
      sums.set(at, sum);
    }
  }
  return (element) => {
    for (let at: Element | null = element; at !== null && at !== root; at = parentOf(at)) {
      const sum = sums.get(at);
      const isBox = /^(?:DIV|UL|OL|SECTION|TABLE|DL)$/u.test(tagOf(at));
      if (isBox && sum !== undefined && sum.linked > sum.length * highestLinkShare) return true;
    }
    return false;
  };
}
