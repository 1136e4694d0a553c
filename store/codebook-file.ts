/** Takes the codebook out of the library, and takes one in as one step that undo takes back. */

import { codePath } from '../core/code';
import { type CodebookImport, planCodebookImport as plan } from '../core/codebook/import-codebook';
import { inTreeOrder } from '../core/codebook/tree';
import type { CodebookFile } from '../core/codebook-file';
import { allCodes, codeCounts } from './codes';
import { BadCodeNameError } from './errors';
import type { Store } from './open-store';
import { write } from './write';

/** Archived codes too. In the order in which people read the tree. */
export async function libraryCodebook(store: Store): Promise<CodebookFile> {
  const [codes, counts] = await Promise.all([allCodes(store), codeCounts(store)]);
  const byId = new Map(codes.map((code) => [code.id, code]));
  return {
    codes: inTreeOrder(codes).map((code) => ({
      id: code.id,
      path: codePath(code, byId),
      colour: code.colour,
      definition: code.definition ?? '',
      examples: code.examples ?? [],
      isApplied: counts.has(code.id),
    })),
  };
}

interface CodebookTally {
  added: number;
  changed: number;
  same: number;
}

/** The dry run: changes nothing. @throws BadCodeNameError */
export async function planCodebookImport(store: Store, file: CodebookFile): Promise<CodebookTally> {
  const { added, changed, same } = await importInto(store, file, '');
  return { added: added.length, changed: changed.size, same };
}

/** All of it or nothing, deciding anew against the codebook of that moment. Also where that is locked. @throws BadCodeNameError */
export async function importCodebook(
  store: Store,
  { commandId, file }: { commandId: string; file: CodebookFile },
): Promise<void> {
  await write(store, { commandId, kind: 'import-codebook' }, async (recorder) => {
    const { added, changed } = await importInto(store, file, recorder.now);
    await recorder.add('codes', added);
    await recorder.updateAll('codes', [...changed.keys()], ({ id }) => changed.get(id) ?? {});
  });
}

async function importInto(store: Store, file: CodebookFile, now: string): Promise<CodebookImport> {
  const bad = file.codes.flatMap(({ path }) => path).find((name) => !/\S/u.test(name) || /[/／]/u.test(name));
  if (bad !== undefined) throw new BadCodeNameError(bad);
  return plan(await allCodes(store), file, { newId: store.environment.newId, now });
}
