/** How far a page is believed when it names another address as its own (`rel=canonical`): many name a wrong one. */

import { cleanAddress } from '../address';
import { addressKey, namesArticle, plainPath } from './address-key';
import { siteOf } from './site';

/** What a page says of itself beyond its address. */
export interface PageClaim {
  /** As the page writes it, made absolute. */
  canonical: string;
  /** Of the page's text; see `fingerprint.ts`. */
  fingerprint: number[];
}

/**
 * The cleaned canonical address where it may be believed, as long as the texts do not differ; else null.
 * Never one of another site, a front page, one higher up in the site, the first part of an article in several, or one that
 * drops what chooses the article.
 * @param address of the page, cleaned
 */
export function trustedCanonical(address: string, canonical: string): string | null {
  const claimed = cleanAddress(canonical);
  if (claimed === null || claimed === address) return null;
  const [own, other] = [new URL(address), new URL(claimed)];
  if (siteOf(own.hostname) !== siteOf(other.hostname) || own.port !== other.port) return null;
  const [ownPath, otherPath] = [plainPath(own.pathname), plainPath(other.pathname)];
  if (otherPath === '' || depth(otherPath) < depth(ownPath)) return null;
  if (isFurtherPart(ownPath, own.search) && !isFurtherPart(otherPath, other.search)) return null;
  const isSamePath = ownPath === otherPath;
  const drops = own.search.length > other.search.length;
  const isWhole = namesArticle(otherPath) || /\.s?html?$/u.test(otherPath);
  return isSamePath && drops && !isWhole ? null : claimed;
}

/**
 * Whether the two addresses themselves show that they are of one article: the same key, or an article's number or slug
 * that stands in both. Then a page at the other one need not be seen before it counts.
 */
export function isKindred(address: string, claimed: string): boolean {
  if (addressKey(address) === addressKey(claimed)) return true;
  const names = namesIn(address);
  return namesIn(claimed).some((name) => names.includes(name));
}

/** The second part of an article that goes on over several pages, or a later one. */
function isFurtherPart(path: string, search: string): boolean {
  return (
    /[?&](?:page|pg|pn|paged|pageno|part)=\d{1,2}(?:&|$)/iu.test(search) ||
    /\d[_-]\d{1,2}\.s?html?$/u.test(path)
  );
}

function depth(path: string): number {
  return path.split('/').length;
}

/** Numbers, slugs and mixed signs that name an article; a day is in the address of every article of that day. */
function namesIn(address: string): string[] {
  const { pathname, search } = new URL(address);
  const parts = `${pathname}${search}`.split(/[/?&=]|\.[a-z]+$/u);
  const numbers = parts.flatMap((part) => part.match(/\d{5,}/gu) ?? []);
  const slugs = parts.filter(
    (part) => part.split('-').length > 3 || /^(?=.*\d)(?=.*[a-z])[a-z\d]{9,}$/iu.test(part),
  );
  return [...numbers.filter((number) => !/^(?:19|20)\d{4}(?:\d\d)?$/u.test(number)), ...slugs];
}
