/** What is stored beside the records only to find them by, and follows from them. */

import { cleanAddress } from '../core/address';
import type { Article, TextSnapshot } from '../core/article';
import { addressKey } from '../core/identity/address-key';
import { fingerprint } from '../core/identity/fingerprint';

/** With the keys of its addresses, where it names addresses at all. */
export function withKeys<R extends object>(fields: R): R {
  const addresses: unknown = Reflect.get(fields, 'addresses');
  if (!Array.isArray(addresses)) return fields;
  return { ...fields, keys: [...new Set(addresses.map(keyOf))] };
}

/** Cleaned again: the rules may know more trackers than when it was stored. */
function keyOf(address: string): string {
  return addressKey(cleanAddress(address) ?? address);
}

/** What is read of the library holds records only. Undefined where a record is missing. */
export function withoutKeys(article: (Article & { keys?: string[] }) | undefined): Article | undefined {
  if (article === undefined) return undefined;
  const { keys: _, ...record } = article;
  return record;
}

export function fingerprintOf({ sha256, text }: TextSnapshot): { sha256: string; marks: number[] } {
  return { sha256, marks: fingerprint(text) };
}
