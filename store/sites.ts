/** What the reader has chosen for one site: no record of the library, so there is no operation of it, and no export. */

import { type SiteRule, siteRules } from '../core/site-rule';
import { NewerLibraryError } from './errors';
import type { Store } from './open-store';

/** Whether the site is to see nothing of what is painted. @param address of any page of the site; empty for none */
export async function isPaintHidden({ database }: Store, address: string): Promise<boolean> {
  return URL.canParse(address) && (await database.meta.get(keyFor('paint hidden', address))) !== undefined;
}

/** @throws NewerLibraryError */
export async function hidePaint(
  { database, readOnly }: Store,
  address: string,
  isHidden: boolean,
): Promise<void> {
  if (readOnly) throw new NewerLibraryError();
  const key = keyFor('paint hidden', address);
  if (isHidden) await database.meta.put({ key, value: 'yes' });
  else await database.meta.delete(key);
}

/** Where the reader wants Pressmark on the site. @param address of any page of the site; empty for none */
export async function siteRule({ database }: Store, address: string): Promise<SiteRule> {
  const kept = URL.canParse(address) ? await database.meta.get(keyFor('shown', address)) : undefined;
  return siteRules.find((rule) => rule === kept?.value) ?? 'articles';
}

/** @throws NewerLibraryError */
export async function setSiteRule(
  { database, readOnly }: Store,
  address: string,
  rule: SiteRule,
): Promise<void> {
  if (readOnly) throw new NewerLibraryError();
  const key = keyFor('shown', address);
  if (rule === 'articles') await database.meta.delete(key);
  else await database.meta.put({ key, value: rule });
}

/** One for each choice and site; released ones are never renamed. */
function keyFor(choice: 'paint hidden' | 'shown', address: string): string {
  return `${choice}: ${new URL(address).origin}`;
}
