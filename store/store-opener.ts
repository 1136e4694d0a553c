/** Gives the open library to whoever asks, and opens it again where it was closed meanwhile or would not open. */

import { openStore, type Store, type StoreOptions } from './open-store';

/**
 * For scripts that outlive a connection: other code's upgrade, the reader's "clear site data", or the browser itself
 * can close the library at any time. What was under way then fails as DatabaseClosedError, and may be asked again with
 * the same command id; the next call opens anew, read-only where newer code has upgraded the library.
 */
export function createStoreOpener(options: StoreOptions): () => Promise<Store> {
  let opening: Promise<Store> | null = null;
  return async () => {
    const known = opening;
    const store = await known?.catch(() => null);
    if (store?.database.isOpen()) return store;
    // Others who waited for the same opening find the next one under way.
    if (opening === known) opening = openStore(options);
    return opening ?? openStore(options);
  };
}
