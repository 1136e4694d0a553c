/** What is stored beside the records only to find them by, and follows from them. */

import { cleanAddress } from '../core/address';
import type { Article, TextSnapshot } from '../core/article';
import { addressKey } from '../core/identity/address-key';
import { fingerprint } from '../core/identity/fingerprint';
import type { Operation } from '../core/operation';

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

/** Beyond so many records an operation is found as a wide one, and not by each of them: an import touches a library. */
const mostTouched = 1_000;

/** Stands for the records of a wide operation. */
export const wideOperation = '*';

/** With the ids of the records that it changed. */
export function withTouched(operation: Operation): Operation & { touched: string[] } {
  const ids = new Set(operation.changes.map(({ id }) => id));
  return { ...operation, touched: ids.size > mostTouched ? [wideOperation] : [...ids] };
}

/** As `withoutKeys`, for operations. */
export function withoutTouched(
  operation: (Operation & { touched?: string[] }) | undefined,
): Operation | undefined {
  if (operation === undefined) return undefined;
  const { touched: _, ...made } = operation;
  return made;
}
