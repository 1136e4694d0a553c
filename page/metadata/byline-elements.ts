/** Finds the elements of a page that say by their marks or class names that they hold the byline or the source. */

import { attributeOf, parentOf, tagOf, textOf } from '../detection/unclobbered';
import { otherPartTest } from '../text/page-parts';
import { plainText } from './plain-text';

/** UTF-16 units; a longer one holds a biography. */
const longestByline = 120;
/** Elements looked at; a page with more lists articles. */
const mostElements = 60;
/** Levels above the root that still belong to the article. */
const levelsAround = 3;

const marked = '[itemprop~="author"], [rel~="author"]';
const named =
  '[class*="author" i], [class*="byline" i], [class*="autor" i], [class*="writer" i], [class*="reporter" i], [id*="author" i], [id*="byline" i]';
const sourceNamed = '[class*="source" i], [id*="source" i], [class*="laiyuan" i], [class*="origin" i], [class*="copyfrom" i], [class~="ly" i]';
const notByline =
  /(?:^|[-_\s])(?:bio|biography|about|desc\w*|avatar|img|image|photo|picture|social|follow|twitter|share|related|recommend\w*|comments?|posts?-?by|more|list|box|widget|job|role|title|email|date|time|timestamp|published?)(?:[-_\s]|$)/iu;

export interface MarkedByline {
  text: string;
  /** Whether the standards say so (`rel`, `itemprop`), rather than a class name. */
  isStandard: boolean;
}

/**
 * In page order, those outside related texts, comments and the like.
 * @param title where the headline stands; widens the search to what holds both
 */
export function readMarkedBylines(root: Element, title: Element | null): MarkedByline[] {
  const scope = scopeOf(root, title);
  return [
    ...textsOf(scope, marked).map((text) => ({ text, isStandard: true })),
    ...textsOf(scope, named).map((text) => ({ text, isStandard: false })),
  ];
}

export function readMarkedSources(root: Element, title: Element | null): string[] {
  return textsOf(scopeOf(root, title), sourceNamed);
}

function textsOf(scope: Element, selector: string): string[] {
  const isOther = otherPartTest(() => 0);
  const elements = [...Element.prototype.querySelectorAll.call(scope, selector)];
  const some = elements.length > mostElements ? elements.slice(0, mostElements) : elements;
  return some.flatMap((element) => {
    if (isOther(element) || notByline.test(attributeOf(element, 'class').replace(/([a-z])([A-Z])/gu, '$1-$2'))) return [];
    const isMeta = tagOf(element) === 'META';
    const whole = isMeta ? attributeOf(element, 'content') : textOf(nameIn(element) ?? element);
    const text = whole.length > longestByline * 3 ? null : plainText(whole);
    return text === null || text.length > longestByline ? [] : [text];
  });
}

/** A microdata person names itself in a part of it. */
function nameIn(element: Element): Element | null {
  return Element.prototype.querySelector.call(element, '[itemprop~="name"]');
}

function scopeOf(root: Element, title: Element | null): Element {
  let scope = root;
  for (let level = 0; level < levelsAround * 4; level += 1) {
    const parent = parentOf(scope);
    if (parent === null || /^(?:HTML)$/u.test(tagOf(parent))) break;
    const holdsTitle = title !== null && Node.prototype.contains.call(scope, title);
    if (holdsTitle || (title === null && level >= levelsAround)) break;
    scope = parent;
  }
  return scope;
}
