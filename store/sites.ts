/** What the reader has chosen for one site: no record of the library, so there is no operation of it, and no export. */

import { NewerLibraryError } from './errors';
import type { Store } from './open-store';

/** Whether the site is to see nothing of what is painted. @param address of any page of the site; empty for none */
export async function isPaintHidden({ database }: Store, address: string): Promise<boolean> {
  return URL.canParse(address) && (await database.meta.get(keyFor(address))) !== undefined;
}

/** @throws NewerLibraryError */
export async function hidePaint(
  { database, readOnly }: Store,
  address: string,
  isHidden: boolean,
): Promise<void> {
  if (readOnly) throw new NewerLibraryError();
  const key = keyFor(address);
  if (isHidden) await database.meta.put({ key, value: 'yes' });
  else await database.meta.delete(key);
}

function keyFor(address: string): string {
  return `paint hidden: ${new URL(address).origin}`;
}
