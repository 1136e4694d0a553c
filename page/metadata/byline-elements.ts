/** Finds the elements of a page that say by their marks, links or class names that they hold the byline or the source. */

import { attributeOf, parentOf, rootOf, tagOf } from '../detection/unclobbered';
import { otherPartTest } from '../text/page-parts';
import type { PageFacts } from './page-facts';
import { plainText } from './plain-text';

/** UTF-16 units; a longer one holds a biography. */
const longestByline = 120;
/** Elements looked at; a page with more lists articles. */
const mostElements = 60;
/** Levels above the root that still belong to the article, where the headline does not tell. */
const levelsAround = 3;
const mostLevels = 12;

const marked = '[itemprop~="author"], [rel~="author"]';
const named = [
  ...['author', 'byline', 'autor', 'writer', 'reporter'].map((name) => `[class*="${name}" i]`),
  ...['author', 'byline'].map((name) => `[id*="${name}" i]`),
  ...[
    '/author',
    '/autor',
    '/auteur',
    '/people/',
    '/staff/',
    '/redak',
    '/profile',
    '/byline',
    '/producers/',
  ].map((path) => `a[href*="${path}" i]`),
].join(', ');
const sourceNamed =
  '[class*="source" i], [id*="source" i], [class*="laiyuan" i], [class*="origin" i], [class*="copyfrom" i], [class~="ly" i], [class*="media-name" i], [class*="account" i], #js_name';
const notByline =
  /(?:^|[-_\s])(?:bio|biography|about|desc\w*|avatar|img|image|photo|picture|bild\w*|foto\w*|reviews?|reviewer|testimonials?|social|follow|twitter|share|related|recommend\w*|comments?|more|list|box|widget|job|role|email|date|time|timestamp|published?|button|btn)(?:[-_\s]|$)/i;
/** What presents the author below the text. */
const authorBox = ['author-box', 'authorbox', 'author-info', 'author-bio', 'author-card', 'about-author']
  .map((name) => `[class*="${name}" i]`)
  .join(', ');
const nameInBox = 'a[href*="/author" i], [class*="name" i], h2, h3, h4, h5, strong';
const mostBoxes = 4;
/** Others than the author write there. */
const answer =
  '[itemtype*="Review" i], [itemtype*="Comment" i], [itemtype*="Answer" i], [itemprop~="review"], [itemprop~="comment"], [class*="comment" i]';
const label =
  /^(?:(?:written|posted|published|article|story|words|text|ein artikel)\s+)?(?:by|von|par|por|di|door|af|av)\s*:?$|^(?:authors?|autor(?:en|in)?|auteurs?|作者|文)\s*[:：]?$/i;
const joint = /^(?:,|and|und|et|y|e|&|、)$/i;

export interface MarkedByline {
  text: string;
  /** Whether the standards say so (`rel`, `itemprop`), rather than a class name or a link. */
  isStandard: boolean;
  /** Whether it stands above the text. */
  isAbove: boolean;
}

type Scope = Pick<PageFacts, 'root' | 'titleElement' | 'shareOf'>;

/**
 * In page order, those outside related texts, comments and the like.
 * @param first where the running text begins
 */
export function readMarkedBylines(
  { root, titleElement, shareOf }: Scope,
  first: Element | null,
): MarkedByline[] {
  if (root === null) return [];
  const scope = scopeOf(root, titleElement);
  const read = (selector: string, isStandard: boolean) =>
    elementsOf(scope, selector, shareOf).flatMap((element): MarkedByline[] => {
      const text = bylineText(element);
      const isAbove =
        first === null || (first.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
      return text === null ? [] : [{ text, isStandard, isAbove }];
    });
  return [...read(marked, true), ...read(named, false)];
}

/** What may be the name in each box that presents an author, wherever on the page it stands. */
export function readAuthorBoxes({ root }: Pick<Scope, 'root'>): string[][] {
  const page = root === null ? null : rootOf(root.ownerDocument);
  return [...(page?.querySelectorAll(authorBox) ?? [])]
    .slice(0, mostBoxes)
    .filter((box) => !isAnswer(box))
    .map((box) =>
      [...Element.prototype.querySelectorAll.call(box, nameInBox)].flatMap((name) => bylineText(name) ?? []),
    );
}

function isAnswer(element: Element): boolean {
  return Element.prototype.closest.call(element, answer) !== null;
}

export function readMarkedSources({ root, titleElement, shareOf }: Scope): string[] {
  if (root === null) return [];
  return elementsOf(scopeOf(root, titleElement), sourceNamed, shareOf).flatMap(
    (element) => plainText(partsOf(element).join(' ')) ?? [],
  );
}

function elementsOf(scope: Element, selector: string, shareOf: Scope['shareOf']): Element[] {
  const isOther = otherPartTest(shareOf);
  return [...Element.prototype.querySelectorAll.call(scope, selector)]
    .slice(0, mostElements)
    .filter(
      (element) =>
        !isOther(element) &&
        !isAnswer(element) &&
        !notByline.test(attributeOf(element, 'class').replace(/([a-z])([A-Z])/gu, '$1-$2')),
    );
}

/** The first name and those joined to it; what follows is the author's office, or the date. */
function bylineText(element: Element): string | null {
  if (tagOf(element) === 'META') return plainText(attributeOf(element, 'content'));
  // A microdata person names itself in a part of it.
  const name = Element.prototype.querySelector.call(element, '[itemprop~="name"]');
  if (name !== null && tagOf(name) === 'META') return plainText(attributeOf(name, 'content'));
  const parts = partsOf(name ?? element);
  while (parts.length > 1 && label.test(parts[0] ?? '')) parts.shift();
  let text = parts.shift() ?? '';
  while (
    parts.length > 0 &&
    (joint.test(parts[0] ?? '') ||
      /(?:,|\band|\bund|&|、)$/i.test(text) ||
      /^(?:,|and\b|und\b|&)/i.test(parts[0] ?? ''))
  ) {
    text += ` ${parts.shift()}`;
  }
  const line = plainText(text);
  return line === null || line.length > longestByline ? null : line;
}

/** The texts in an element, one for each text node. */
function partsOf(element: Element): string[] {
  const parts: string[] = [];
  const walker = Document.prototype.createTreeWalker.call(
    element.ownerDocument,
    element,
    NodeFilter.SHOW_TEXT,
  );
  while (walker.nextNode() && parts.length < 12) {
    const text = plainText(walker.currentNode.nodeValue ?? '');
    if (text !== null) parts.push(text);
  }
  return parts;
}

function scopeOf(root: Element, title: Element | null): Element {
  const page = rootOf(root.ownerDocument);
  let scope = root;
  for (let level = 0; level < mostLevels; level += 1) {
    const parent = parentOf(scope);
    if (parent === null || parent === page) break;
    const isEnough = title === null ? level >= levelsAround : Node.prototype.contains.call(scope, title);
    if (isEnough) break;
    scope = parent;
  }
  return scope;
}
