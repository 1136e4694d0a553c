/** Everything that the reader has chosen beside the records, as a backup holds it. */

import type { Store } from './open-store';
import type { LibraryDatabase } from './schema';

/** The keys of `meta`, or how they begin. What is not among them is about this database alone. */
const chosen: readonly string[] = ['settings', 'saved-searches', 'shown: ', 'paint hidden: ', 'apart: '];

/** By the key under which each is kept. */
export async function allChoices({ database }: Store): Promise<Record<string, string>> {
  const all = await database.meta.toArray();
  return Object.fromEntries(all.filter(({ key }) => isChoice(key)).map(({ key, value }) => [key, value]));
}

/** Within a write: those that the library has none of; its own stay as they are. */
export async function fillChoices(
  { meta }: LibraryDatabase,
  choices: Readonly<Record<string, string>>,
): Promise<void> {
  const known = new Set(await meta.toCollection().primaryKeys());
  const missing = Object.entries(choices).filter(([key]) => isChoice(key) && !known.has(key));
  await meta.bulkAdd(missing.map(([key, value]) => ({ key, value })));
}

function isChoice(key: string): boolean {
  return chosen.some((known) => (known.endsWith(' ') ? key.startsWith(known) : key === known));
}
