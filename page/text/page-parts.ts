/** Tells the parts of a page that name themselves as something else than an article: navigation, comments, related texts, promotion. */

import type { TextBlock } from '../detection/text-blocks';
import { isProse } from '../detection/text-groups';
import { attributeOf, parentOf, tagOf } from '../detection/unclobbered';

const otherTag = /^(?:ASIDE|FOOTER|NAV|FORM|DIALOG)$/u;
const otherName =
  /(?:^|[-_\s])(?:comments?|disqus|related\w*|recommend\w*|more-?(?:news|stories|from)|read-?(?:more|next|also)|see-?also|side-?bar|footer|nav|navi|navigation|navbar|menu|shar(?:e|ing)\w*|social\w*|promo\w*|teasers?|newsletter\w*|subscri\w*|cookies?\w*|consent\w*|onetrust\w*|ot-sdk\w*|gdpr\w*|privacy\w*|cmp|breadcrumbs?|crumbs?|popular|trending|hot|rank\w*|adverts?|advertisement|ads?|adsense|sponsor\w*|outbrain|taboola|log-?in|sign-?up|modal|popup|tags?|tag-?list|keywords|pagination|pager|author-?(?:bio|box|info|card)|about-?author|bio|copyright|disclaimer|toolbar|banner|print-?only|skip-?link|screen-?reader-?text|sr-only|visually-?hidden|player|video-?js|qrcode|app-?download|download-?app|xgyd|xgxw|tjyd|pinglun|fenxiang)(?:[-_\s]|$)/i;
const articleName = /(?:^|[-_\s])(?:article|content|post|entry|story|main|body|text)(?:[-_\s]|$)/i;
/** Words that tell even where the name says `article-…` or `content-…` too. */
const clearlyOther =
  /(?:^|[-_\s])(?:comments?|related\w*|recommend\w*|shar(?:e|ing)\w*|social\w*|newsletter\w*|promo\w*|breadcrumbs?|tags?|side-?bar|footer|nav|author-?(?:bio|box|info|card)|teasers?|advert\w*|ads?)(?:[-_\s]|$)/i;

/** `relatedTexts` as `related-Texts`. */
const humps = /([a-z])([A-Z])/gu;

/** Parts that may well be longer than the article. */
const longOther =
  /(?:^|[-_\s])(?:comments?|disqus|replies|pinglun|onetrust|cookies?|consent|privacy)(?:[-_\s]|$)/i;
/** A part that holds so much of the running text is no side matter, whatever it calls itself. */
const mostShare = 0.5;

/**
 * Whether an element, or one around it, is such a part; remembers what it has looked at.
 * @param shareOf which part of the running text an element holds, 0 to 1
 */
export function otherPartTest(shareOf: (element: Element) => number): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  const isOther = (element: Element): boolean => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const parent = parentOf(element);
    const answer =
      (namesItselfOther(element) && (shareOf(element) < mostShare || longOther.test(nameOf(element)))) ||
      (parent !== null && isOther(parent));
    known.set(element, answer);
    return answer;
  };
  return isOther;
}

/** Which part of these blocks' running text each element holds. */
export function proseShares(blocks: readonly TextBlock[]): (element: Element) => number {
  const sums = new Map<Element, number>();
  let total = 1;
  for (const block of blocks) {
    if (!isProse(block)) continue;
    const length = block.length - block.linked;
    total += length;
    for (let at: Element | null = block.element; at !== null; at = parentOf(at)) {
      sums.set(at, (sums.get(at) ?? 0) + length);
    }
  }
  return (element) => (sums.get(element) ?? 0) / total;
}

export function isWholePage(element: Element): boolean {
  return /^(?:BODY|HTML)$/u.test(tagOf(element));
}

function namesItselfOther(element: Element): boolean {
  if (isWholePage(element)) return false;
  if (otherTag.test(tagOf(element)) || isHidden(element)) return true;
  const name = nameOf(element);
  return otherName.test(name) && (!articleName.test(name) || clearlyOther.test(name));
}

function nameOf(element: Element): string {
  return `${attributeOf(element, 'id')} ${attributeOf(element, 'class')}`.replace(humps, '$1-$2');
}

function isHidden(element: Element): boolean {
  const has = (name: string) => Element.prototype.hasAttribute.call(element, name);
  return has('hidden') || (has('style') && /display\s*:\s*none/iu.test(attributeOf(element, 'style')));
}
