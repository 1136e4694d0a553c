/** Searches with names, kept beside the records and told by no operation: they point into the library and are nothing of it. */

import { readSavedSearches, type SavedSearch } from '../core/saved-search';
import { NewerLibraryError } from './errors';
import type { Store } from './open-store';

const key = 'saved-searches';

/** In the order of their names. */
export async function savedSearches({ database }: Store): Promise<SavedSearch[]> {
  const saved = readSavedSearches((await database.meta.get(key))?.value ?? '[]');
  return saved.sort((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }));
}

/** One with the same name is replaced. @throws NewerLibraryError */
export async function saveSearch(store: Store, { name, view }: Omit<SavedSearch, 'id'>): Promise<void> {
  await change(store, (saved) => [
    ...saved.filter((search) => search.name !== name),
    { id: saved.find((search) => search.name === name)?.id ?? store.environment.newId(), name, view },
  ]);
}

/** @throws NewerLibraryError */
export async function removeSearch(store: Store, id: string): Promise<void> {
  await change(store, (saved) => saved.filter((search) => search.id !== id));
}

async function change(store: Store, made: (saved: SavedSearch[]) => SavedSearch[]): Promise<void> {
  const { database, readOnly } = store;
  if (readOnly) throw new NewerLibraryError();
  await database.transaction('rw', database.meta, async () => {
    await database.meta.put({ key, value: JSON.stringify(made(await savedSearches(store))) });
  });
}
