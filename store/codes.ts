/** The codebook: every code, the ones used last, and what a reader may change about one. */

import { type Code, parsePath } from '../core/code';
import type { Colour } from '../core/colour';
import { placeOf } from './code-paths';
import { BadCodeNameError, CodeNameTakenError, RecordNotFoundError } from './errors';
import type { Store } from './open-store';
import { write } from './write';

/** How many annotations are looked through for recent codes; beyond them nothing is recent. */
const recentAnnotations = 200;

/** The whole codebook, in no order: hundreds of small records, unlike annotations. */
export function allCodes(store: Store): Promise<Code[]> {
  return store.database.codes.toArray();
}

/** Of the annotations changed last, each code once, most recently used first. */
export async function recentCodeIds(store: Store, limit: number): Promise<string[]> {
  const recent = new Set<string>();
  let looked = 0;
  await store.database.annotations
    .orderBy('[modified+id]')
    .reverse()
    .until(() => recent.size >= limit || ++looked > recentAnnotations)
    .each(({ codeIds, deleted }) => {
      if (deleted === null) for (const id of codeIds) recent.add(id);
    });
  return [...recent].slice(0, limit);
}

/** @throws RecordNotFoundError, BadCodeNameError, CodeNameTakenError */
export async function renameCode(
  store: Store,
  { commandId, id, name: typed }: { commandId: string; id: string; name: string },
): Promise<void> {
  const [name, ...lower] = parsePath(typed);
  if (name === undefined || lower.length > 0) throw new BadCodeNameError(typed);
  await write(store, { commandId, kind: 'rename-code' }, async (recorder) => {
    const codes = await allCodes(store);
    const code = codes.find((one) => one.id === id);
    if (code === undefined) throw new RecordNotFoundError('codes', id);
    const place = placeOf({ parentId: code.parentId, name });
    if (codes.some((one) => one !== code && placeOf(one) === place)) throw new CodeNameTakenError(name);
    await recorder.update('codes', id, { name });
  });
}

/** @throws RecordNotFoundError */
export async function colourCode(
  store: Store,
  { commandId, id, colour }: { commandId: string; id: string; colour: Colour },
): Promise<void> {
  await write(store, { commandId, kind: 'colour-code' }, (recorder) =>
    recorder.update('codes', id, { colour }),
  );
}
