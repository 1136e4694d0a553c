/** What the reader has chosen for all pages, kept beside the records and told by no operation. */

import { readSettings } from '../core/read-settings';
import type { Settings } from '../core/settings';
import { NewerLibraryError } from './errors';
import type { Store } from './open-store';

const key = 'settings';

export async function settings({ database }: Store): Promise<Settings> {
  return readSettings((await database.meta.get(key))?.value ?? '{}');
}

/** Announced like a write, so that every page hears of it. @throws NewerLibraryError */
export async function changeSettings(store: Store, change: Partial<Settings>): Promise<void> {
  const { database, readOnly, environment } = store;
  if (readOnly) throw new NewerLibraryError();
  await database.transaction('rw', database.meta, async () => {
    await database.meta.put({ key, value: JSON.stringify({ ...(await settings(store)), ...change }) });
  });
  environment.announce({ kind: 'settings', articleIds: [], codebook: false });
}

/** The name given last stays until another is given. A library that is read-only remembers nothing. */
export async function rememberCoder(store: Store, name: string): Promise<void> {
  const coder = name.trim();
  if (store.readOnly || coder === '' || coder === (await settings(store)).coder) return;
  await changeSettings(store, { coder });
}
