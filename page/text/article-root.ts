/** Finds the live element that holds an article's text: the ground on which positions are counted. */

import { runAtOnce } from '../../core/run-at-once';
import { readTextBlocks, type TextBlock } from '../detection/text-blocks';
import { holderOf, isProse } from '../detection/text-groups';
import { parentOf, rootOf, titleOf } from '../detection/unclobbered';
import { isWholePage, otherPartTest, proseShares } from './page-parts';

const mostNodes = 40_000;
/** In Latin letters; a page with less running text than one short paragraph has no article. */
const fewestLetters = 100;
/** What a paragraph is worth to the element that holds it, and to the two around that. */
const worthByDistance = [1, 0.6, 0.3];
/** How much more running text an element needs than the one inside it to be taken instead. */
const worthClimbing = 1.15;
/** How much more the element that holds the first running text after the headline is worth. */
const leadWorth = 2.5;
/** How much less running text in lists is worth where the text after the headline stands in none. */
const teaserShare = 0.8;
/** In UTF-16 units without space; a shorter line agrees with a title by chance. */
const fewestSigns = 5;
/** In UTF-16 units. */
const longestTitle = 500;
/** Blocks between headline and text: dates, bylines, buttons. */
const mostBetween = 30;
const highestLinkShare = 0.3;
/** An element most of whose text is not running text is the page rather than the article. */
const lowestProseShare = 0.45;

interface Sums {
  /** All in Latin letters. */
  text: number;
  linked: number;
  prose: number;
  /** The part of `prose` that stands in lists. */
  listed: number;
}

/** As `findArticleRoot`, in two steps. */
export function* findingArticleRoot(document: Document): Generator<void, Element | null> {
  const page = rootOf(document);
  if (page === null) return null;
  const blocks = readTextBlocks(page, mostNodes);
  yield;
  return findRootAmong(page, blocks);
}

/**
 * Reads only; the same document gives the same element. The headline may stand outside; captions and credits inside.
 * Null where the page has no running text.
 */
export function findArticleRoot(document: Document): Element | null {
  return runAtOnce(findingArticleRoot(document));
}

/** As `findArticleRoot`, for a caller that has read the page's blocks already. */
export function findRootAmong(page: Element, blocks: readonly TextBlock[]): Element | null {
  const title = titleOf(page).slice(0, longestTitle);
  return findRootOf(page, blocks, title, isProse) ?? findRootOf(page, blocks, title, isPlain);
}

function findRootOf(
  page: Element,
  blocks: readonly TextBlock[],
  title: string,
  isText: (block: TextBlock) => boolean,
): Element | null {
  const headline = findHeadline(blocks, title);
  const sums = sumByAncestor(blocks, isText, blocks[headline]?.element ?? null);
  const marked = markedBody(page);
  if (marked !== null && (sums.get(marked)?.prose ?? 0) >= fewestLetters) return marked;
  const seed = findSeed(blocks, sums, isText, leadHolder(blocks, sums, headline, isText));
  return seed === null ? null : climb(seed, sums);
}

/** Where a page has no whole sentence: a poem, a diary, a list. */
function isPlain({ length, linked }: TextBlock): boolean {
  return length >= 16 && linked * 2 < length;
}

/** The last line with which the page's title begins; -1 where there is none. */
function findHeadline(blocks: readonly TextBlock[], title: string): number {
  const wanted = withoutSpace(title);
  return blocks.findLastIndex(({ text, linked }) => {
    const line = withoutSpace(text);
    return linked === 0 && line.length >= fewestSigns && wanted.startsWith(line);
  });
}

/** What holds the first running text after the headline: a brief is found there among longer teasers. */
function leadHolder(
  blocks: readonly TextBlock[],
  sums: ReadonlyMap<Element, Sums>,
  headline: number,
  isText: (block: TextBlock) => boolean,
): Element | null {
  if (headline === -1) return null;
  const lead = blocks
    .slice(headline + 1, headline + 1 + mostBetween)
    .find(
      (block) =>
        isText(block) &&
        (sums.get(block.element)?.prose ?? 0) > 0 &&
        Element.prototype.closest.call(block.element, 'header, hgroup') === null,
    );
  return lead === undefined ? null : holderOf(lead);
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** The element that the page itself marks as the body of its one article. */
function markedBody(page: Element): Element | null {
  const marked = page.querySelectorAll('[itemprop~="articleBody"]');
  return marked.length === 1 ? (marked[0] ?? null) : null;
}

function sumByAncestor(
  blocks: readonly TextBlock[],
  isText: (block: TextBlock) => boolean,
  headline: Element | null,
): Map<Element, Sums> {
  const shareOf = proseShares(blocks);
  // What holds the headline is no side matter, whatever it calls itself and how much longer the teasers are.
  const isOther = otherPartTest((element) =>
    headline !== null && Node.prototype.contains.call(element, headline) ? 1 : shareOf(element),
  );
  const sums = new Map<Element, Sums>();
  for (const block of blocks) {
    const prose = isText(block) && !isOther(block.element) ? block.length - block.linked : 0;
    const isListed = prose > 0 && Element.prototype.closest.call(block.element, 'li') !== null;
    for (let element: Element | null = block.element; element !== null; element = parentOf(element)) {
      const sum = sums.get(element) ?? { text: 0, linked: 0, prose: 0, listed: 0 };
      sum.text += block.length;
      sum.linked += block.linked;
      sum.prose += prose;
      if (isListed) sum.listed += prose;
      sums.set(element, sum);
    }
  }
  return sums;
}

function findSeed(
  blocks: readonly TextBlock[],
  sums: ReadonlyMap<Element, Sums>,
  isText: (block: TextBlock) => boolean,
  lead: Element | null,
): Element | null {
  const worth = new Map<Element, number>();
  for (const block of blocks) {
    const { prose } = sums.get(block.element) ?? { prose: 0 };
    if (prose === 0 || !isText(block)) continue;
    let element: Element | null = holderOf(block);
    for (const share of worthByDistance) {
      if (element === null) break;
      worth.set(element, (worth.get(element) ?? 0) + share * (block.length - block.linked));
      element = parentOf(element);
    }
  }
  const isLeadListed = lead === null || Element.prototype.closest.call(lead, 'li') !== null;
  let best: Element | null = null;
  let most = fewestLetters;
  for (const [element, value] of worth) {
    const fair =
      value *
      (1 - linkShare(sums.get(element))) *
      (isWholePage(element) ? 0.5 : 1) *
      (isLeadListed ? 1 : 1 - teaserShare * listedShare(sums.get(element))) *
      (element === lead ? leadWorth : 1);
    if (fair > most) [best, most] = [element, fair];
  }
  return best;
}

/** Goes up while the element around holds clearly more of the same text, and little else. */
function climb(seed: Element, sums: ReadonlyMap<Element, Sums>): Element {
  let chosen = seed;
  for (let element = parentOf(seed); element !== null && !isWholePage(element); element = parentOf(element)) {
    const sum = sums.get(element);
    const held = sums.get(chosen);
    if (sum === undefined || held === undefined || !isWorthClimbing(sum, held)) continue;
    if (linkShare(sum) > highestLinkShare || sum.prose < sum.text * lowestProseShare) break;
    chosen = element;
  }
  return chosen;
}

/** Teasers of other articles stand in lists; where the text itself is a list, its seed is one too. */
function isWorthClimbing(around: Sums, held: Sums): boolean {
  const gained = around.prose - held.prose - (around.listed - held.listed);
  return gained > held.prose * (worthClimbing - 1);
}

function listedShare(sum: Sums | undefined): number {
  return sum === undefined || sum.prose === 0 ? 0 : sum.listed / sum.prose;
}

function linkShare(sum: Sums | undefined): number {
  return sum === undefined || sum.text === 0 ? 0 : sum.linked / sum.text;
}
