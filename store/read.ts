/** What pages and the sidebar read; each answer touches only the records that it shows. Fit for `watch`. */

import type { Annotation } from '../core/annotation';
import type { Article } from '../core/article';
import { addressKey } from '../core/identity/address-key';
import type { PageLibrary } from '../core/library';
import { allCodes, recentCodeIds } from './codes';
import { keptCount } from './counts';
import type { Store } from './open-store';
import { settings } from './settings';
import { isPaintHidden } from './sites';

const recentCodes = 9;

/**
 * The article at this very address, else the oldest one at an address with the same key: two may share a key only
 * where the reader has split them.
 * @param address cleaned; see `core/address.ts`. Empty for a page that has none. Null where nothing of this page was kept.
 */
export async function findArticle({ database }: Store, address: string): Promise<Article | null> {
  if (address === '') return null;
  const { articles } = database;
  const own = await articles.where('addresses').equals(address).first();
  if (own !== undefined) return own;
  const [akin] = await articles.where('keys').equals(addressKey(address)).sortBy('created');
  return akin ?? null;
}

/** Not in the trash, in no order: the page decides the order. */
export function articleAnnotations(store: Store, articleId: string): Promise<Annotation[]> {
  return store.database.annotations.where('articleId').equals(articleId).filter(isKept).toArray();
}

/**
 * All that the annotator of one page needs.
 * @param known the address by which the library knows the page, where that is another: what the reader has chosen for a site
 * counts for the page's own
 */
export async function pageLibrary(store: Store, address: string, known = address): Promise<PageLibrary> {
  const article = await findArticle(store, known);
  return {
    annotations: article === null ? [] : await articleAnnotations(store, article.id),
    codes: await allCodes(store),
    recentCodeIds: await recentCodeIds(store, recentCodes),
    isPaintHidden: await isPaintHidden(store, address),
    settings: await settings(store),
  };
}

/** Asked for every page that is opened; where nothing was kept it costs two looks into an index. */
export async function hasAnnotations(store: Store, address: string): Promise<boolean> {
  const article = await findArticle(store, address);
  if (article === null) return false;
  const kept = await store.database.annotations.where('articleId').equals(article.id).filter(isKept).first();
  return kept !== undefined;
}

/** How many are not in the trash. */
export function countAnnotations(store: Store): Promise<number> {
  return keptCount(store);
}

function isKept({ deleted }: Annotation): boolean {
  return deleted === null;
}
