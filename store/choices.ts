/** Everything that the reader has chosen beside the records, as a backup holds it. */

import { NewerLibraryError } from './errors';
import type { Store } from './open-store';

/** The keys of `meta`, or how they begin. What is not among them is about this database alone. */
const chosen: readonly string[] = ['settings', 'saved-searches', 'shown: ', 'paint hidden: ', 'apart: '];

/** By the key under which each is kept. */
export async function allChoices({ database }: Store): Promise<Record<string, string>> {
  const all = await database.meta.toArray();
  return Object.fromEntries(all.filter(({ key }) => isChoice(key)).map(({ key, value }) => [key, value]));
}

/** Those that the library has none of; its own stay as they are. @throws NewerLibraryError */
export async function restoreChoices(
  { database, environment, readOnly }: Store,
  choices: Readonly<Record<string, string>>,
): Promise<void> {
  if (readOnly) throw new NewerLibraryError();
  const given = Object.entries(choices).filter(([key]) => isChoice(key));
  await database.transaction('rw', database.meta, async () => {
    const known = new Set(await database.meta.toCollection().primaryKeys());
    const missing = given.filter(([key]) => !known.has(key));
    await database.meta.bulkAdd(missing.map(([key, value]) => ({ key, value })));
  });
  environment.announce({ kind: 'settings', articleIds: [], codebook: false });
}

function isChoice(key: string): boolean {
  return chosen.some((known) => (known.endsWith(' ') ? key.startsWith(known) : key === known));
}
