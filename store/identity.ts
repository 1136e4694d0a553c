/** Which article a page is: by its address, by the address that it names as its own, or by its text. */

import type { Article } from '../core/article';
import { isKindred, type PageClaim, trustedCanonical } from '../core/identity/canonical';
import { likeEnough, likeness } from '../core/identity/fingerprint';
import type { Store } from './open-store';
import { findArticle } from './read';

/** A page as the browser and the page itself name it. */
export interface Page {
  /** Cleaned; see `core/address.ts`. */
  address: string;
  /** Null where the page names no other address as its own. */
  claim: PageClaim | null;
}

/**
 * The address by which the library knows the page: its own, or the one that it names as its own where that may be
 * believed and its article has the same text. What the reader keeps there goes to that article.
 */
export async function knownAddress(store: Store, { address, claim }: Page): Promise<string> {
  const canonical = claim === null ? null : trustedCanonical(address, claim.canonical);
  if (claim === null || canonical === null || (await findArticle(store, address)) !== null) return address;
  const article = await findArticle(store, canonical);
  const marks = article?.snapshot == null ? [] : await marksOf(store, article.snapshot);
  return likeness(marks, claim.fingerprint) < likeEnough ? address : canonical;
}

/**
 * The addresses that a page's article gets beside its own: what a page names as its own is taken over without having
 * been seen only where the addresses themselves bear it out.
 */
export function addressesOf({ address, claim }: Page): string[] {
  const canonical = claim === null ? null : trustedCanonical(address, claim.canonical);
  return canonical !== null && isKindred(address, canonical) ? [address, canonical] : [address];
}

/** An article whose first text is mostly that of a page. */
export interface Lookalike {
  article: Article;
  /** 0 to 1. */
  likeness: number;
}

/**
 * The articles with such a text, the likest first, without those that the reader has said to be others.
 * Cost: some 64 looks into an index, whatever the size of the library.
 * @param own the id of the page's article; null where it has none
 */
export async function lookalikes(
  store: Store,
  { marks, own, address }: { marks: readonly number[]; own: string | null; address: string },
): Promise<Lookalike[]> {
  if (marks.length === 0) return [];
  const { fingerprints, articles, meta } = store.database;
  const hits = await fingerprints
    .where('marks')
    .anyOf([...marks])
    .primaryKeys();
  const shares = new Map<string, number>();
  for (const digest of hits) shares.set(digest, (shares.get(digest) ?? 0) + 1 / marks.length);
  const digests = [...shares].filter(([, share]) => share >= likeEnough).map(([digest]) => digest);
  const found = await articles.where('snapshot').anyOf(digests).toArray();
  const apart = await meta.bulkGet(found.map(({ id }) => apartKey(id, address)));
  return found
    .filter(({ id }, index) => id !== own && apart[index] === undefined)
    .map((article) => ({ article, likeness: shares.get(article.snapshot ?? '') ?? 0 }))
    .sort((one, other) => other.likeness - one.likeness);
}

/** The reader's answer that a page is not that article: it is not asked again. No record, so there is no operation of it. */
export function apartKey(articleId: string, address: string): string {
  return `apart: ${articleId} ${address}`;
}

async function marksOf({ database }: Store, digest: string): Promise<number[]> {
  return (await database.fingerprints.get(digest))?.marks ?? [];
}
