/** Finds the live element that holds an article's text: the ground on which positions are counted. */

import { runAtOnce } from '../../core/run-at-once';
import { readTextBlocks, type TextBlock } from '../detection/text-blocks';
import { holderOf, isProse } from '../detection/text-groups';
import { attributeOf, parentOf, rootOf, tagOf } from '../detection/unclobbered';

const mostNodes = 40_000;
/** In Latin letters; a page with less running text than one short paragraph has no article. */
const fewestLetters = 100;
/** What a paragraph is worth to the element that holds it, and to the two around that. */
const worthByDistance = [1, 0.6, 0.3];
/** How much more running text an element needs than the one inside it to be taken instead. */
const worthClimbing = 1.15;
const highestLinkShare = 0.3;
/** An element most of whose text is not running text is the page rather than the article. */
const lowestProseShare = 0.45;

const otherPart = /^(?:ASIDE|FOOTER|NAV)$/u;
const otherName =
  /(?:^|[-_\s])(?:comments?|related|recommend\w*|side-?bar|footer|nav|navbar|menu|share|social|promo|newsletter|subscribe|cookies?|consent|breadcrumbs?|popular|trending|hot|rank|advert|ads?|sponsor|outbrain|taboola|login|modal|popup|tags?)(?:[-_\s]|$)/iu;
const articleName = /article|content|post|entry|story|main|body/iu;

interface Sums {
  /** All in Latin letters. */
  text: number;
  linked: number;
  prose: number;
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
  const sums = sumByAncestor(blocks);
  const marked = markedBody(page);
  if (marked !== null && (sums.get(marked)?.prose ?? 0) >= fewestLetters) return marked;
  const seed = findSeed(blocks, sums);
  return seed === null ? null : climb(seed, sums);
}

/** The element that the page itself marks as the body of its one article. */
function markedBody(page: Element): Element | null {
  const marked = page.querySelectorAll('[itemprop~="articleBody"]');
  return marked.length === 1 ? (marked[0] ?? null) : null;
}

function sumByAncestor(blocks: readonly TextBlock[]): Map<Element, Sums> {
  const sums = new Map<Element, Sums>();
  const isAside = asideTest();
  for (const block of blocks) {
    const prose = isProse(block) && !isAside(block.element) ? block.length - block.linked : 0;
    for (let element: Element | null = block.element; element !== null; element = parentOf(element)) {
      const sum = sums.get(element) ?? { text: 0, linked: 0, prose: 0 };
      sum.text += block.length;
      sum.linked += block.linked;
      sum.prose += prose;
      sums.set(element, sum);
    }
  }
  return sums;
}

function findSeed(blocks: readonly TextBlock[], sums: ReadonlyMap<Element, Sums>): Element | null {
  const worth = new Map<Element, number>();
  for (const block of blocks) {
    const { prose } = sums.get(block.element) ?? { prose: 0 };
    if (prose === 0 || !isProse(block)) continue;
    let element: Element | null = holderOf(block);
    for (const share of worthByDistance) {
      if (element === null) break;
      worth.set(element, (worth.get(element) ?? 0) + share * (block.length - block.linked));
      element = parentOf(element);
    }
  }
  let best: Element | null = null;
  let most = fewestLetters;
  for (const [element, value] of worth) {
    const fair = value * (1 - linkShare(sums.get(element))) * (isWholePage(element) ? 0.5 : 1);
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
    if (sum === undefined || held === undefined || sum.prose <= held.prose * worthClimbing) continue;
    if (linkShare(sum) > highestLinkShare || sum.prose < sum.text * lowestProseShare) break;
    chosen = element;
  }
  return chosen;
}

function linkShare(sum: Sums | undefined): number {
  return sum === undefined || sum.text === 0 ? 0 : sum.linked / sum.text;
}

function isWholePage(element: Element): boolean {
  return /^(?:BODY|HTML)$/u.test(tagOf(element));
}

/** Whether an element stands in a part of the page that names itself as navigation, comments, related texts or the like. */
function asideTest(): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  const isAside = (element: Element): boolean => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const parent = parentOf(element);
    const answer = namesItselfAside(element) || (parent !== null && isAside(parent));
    known.set(element, answer);
    return answer;
  };
  return isAside;
}

function namesItselfAside(element: Element): boolean {
  if (isWholePage(element)) return false;
  if (otherPart.test(tagOf(element))) return true;
  const name = `${attributeOf(element, 'id')} ${attributeOf(element, 'class')}`;
  return otherName.test(name) && !articleName.test(name);
}
