/** A library with a small codebook, for tests of what is done to codes. */

import { codePath } from '../../core/code';
import { inTreeOrder } from '../../core/codebook/tree';
import { allCodes, newCode } from '../../store/codes';
import type { Store } from '../../store/open-store';
import { anId } from '../builders';
import { aLibrary } from './a-library';

/** Makes a code for each path, and gives their ids in the same order. */
export async function aCodebook(...paths: string[]) {
  const library = aLibrary();
  const store = await library.open();
  const ids: string[] = [];
  for (const path of paths) ids.push((await newCode(store, { commandId: anId(), path })).id);
  return { library, store, ids };
}

/** As a person reads the codebook: every code's path, in the order of the tree. */
export async function paths(store: Store): Promise<string[]> {
  const codes = await allCodes(store);
  const byId = new Map(codes.map((code) => [code.id, code]));
  return inTreeOrder(codes).map((code) => codePath(code, byId).join('/'));
}

/** The names of an annotation's codes, in its order. */
export async function namesOn({ database }: Store, id: string): Promise<(string | undefined)[]> {
  const annotation = await database.annotations.get(id);
  const codes = await database.codes.bulkGet(annotation?.codeIds ?? []);
  return codes.map((code) => code?.name);
}
