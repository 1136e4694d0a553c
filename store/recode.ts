/** Changes to the codebook that change annotations with it: codes deleted, merged and split. */

import type { Code } from '../core/code';
import {
  type CodeMerge,
  type CodeMergePlan,
  mergedFields,
  mergeInCodebook,
  withStandIns,
} from '../core/codebook/merge-codes';
import { withCodesUnder } from '../core/codebook/tree';
import { codesAt } from './code-paths';
import { allCodes } from './codes';
import { BadCodeNameError, CodeNameTakenError } from './errors';
import { codeMadeBy, knownCode, refuseTaken } from './known-codes';
import type { Store } from './open-store';
import { write } from './write';

/** With all codes under them, taken off every annotation. @throws RecordNotFoundError */
export async function deleteCodes(
  store: Store,
  { commandId, ids }: { commandId: string; ids: readonly string[] },
): Promise<void> {
  await write(store, { commandId, kind: 'delete-code' }, async (recorder) => {
    const codes = await allCodes(store);
    for (const id of ids) knownCode(codes, id);
    const gone = withCodesUnder(codes, ids);
    await recorder.updateAll('annotations', await annotationsWith(store, [...gone]), ({ codeIds }) => ({
      codeIds: codeIds.filter((id) => !gone.has(id)),
    }));
    await recorder.remove('codes', [...gone]);
  });
}

interface MergeOfCodes {
  /** The target among them counts for nothing. */
  ids: readonly string[];
  intoId: string;
}

/** The dry run: changes nothing. @throws as `mergeCodes` */
export async function planMerge(store: Store, request: MergeOfCodes): Promise<CodeMergePlan> {
  const { annotations, codes } = store.database;
  return store.database.transaction('r', [annotations, codes], async () => {
    const { standIns, parents } = soundMerge(await allCodes(store), request);
    const goneIds = [...standIns.keys()];
    const ids = await annotationsWith(store, goneIds);
    const inTrash = new Set(await annotations.where('deleted').above('').primaryKeys());
    const annotationCount = ids.filter((id) => !inTrash.has(id)).length;
    return { intoId: request.intoId, goneIds, movedIds: [...parents.keys()], annotationCount };
  });
}

/**
 * Each annotation that has one of the codes, those in the trash too, has the target instead; what stands under them comes
 * under the target, and their definitions and examples are added to its own.
 * @throws RecordNotFoundError; CodeNameTakenError where a target that takes the place of a code above it meets another there
 */
export async function mergeCodes(
  store: Store,
  { commandId, ...request }: MergeOfCodes & { commandId: string },
): Promise<void> {
  await write(store, { commandId, kind: 'merge-codes' }, async (recorder) => {
    const codes = await allCodes(store);
    const { standIns, parents } = soundMerge(codes, request);
    const ids = await annotationsWith(store, [...standIns.keys()]);
    await recorder.updateAll('annotations', ids, ({ codeIds }) => ({
      codeIds: withStandIns(codeIds, standIns),
    }));
    await recorder.remove('codes', [...standIns.keys()]);
    const gone = Map.groupBy(
      codes.filter(({ id }) => standIns.has(id)),
      ({ id }) => standIns.get(id) ?? '',
    );
    await recorder.updateAll('codes', [...new Set([...parents.keys(), ...gone.keys()])], (code) => ({
      ...mergedFields(code, gone.get(code.id) ?? []),
      ...(parents.has(code.id) && { parentId: parents.get(code.id) ?? null }),
    }));
  });
}

function soundMerge(codes: readonly Code[], { ids, intoId }: MergeOfCodes): CodeMerge {
  for (const id of ids) knownCode(codes, id);
  const into = knownCode(codes, intoId);
  const merge = mergeInCodebook(codes, ids, intoId);
  const parentId = merge.parents.get(intoId);
  const others = codes.filter(({ id }) => !merge.standIns.has(id));
  if (parentId !== undefined) refuseTaken(others, { ...into, parentId });
  return merge;
}

/**
 * Those of the annotations that have the code have another one instead, at the same place among their codes.
 * @param request.path of the other one; its missing levels are made
 * @throws RecordNotFoundError, BadCodeNameError; CodeNameTakenError where the path is the code's own
 */
export async function splitCode(
  store: Store,
  request: { commandId: string; id: string; annotationIds: readonly string[]; path: string },
): Promise<Code> {
  const { commandId, id, annotationIds, path } = request;
  const { newId } = store.environment;
  const operation = await write(store, { commandId, kind: 'split-code' }, async (recorder) => {
    const codes = await allCodes(store);
    const code = knownCode(codes, id);
    const { ids, made } = codesAt(codes, [path], { newId, now: recorder.now });
    const [otherId] = ids;
    if (otherId === undefined) throw new BadCodeNameError(path);
    if (otherId === id) throw new CodeNameTakenError(code.name);
    await recorder.add('codes', made);
    const standIns = new Map([[id, otherId]]);
    await recorder.updateAll('annotations', annotationIds, ({ codeIds }) => ({
      codeIds: withStandIns(codeIds, standIns),
    }));
  });
  const made = await codeMadeBy(store, operation);
  if (made !== null) return made;
  const codes = await allCodes(store);
  const [otherId = ''] = codesAt(codes, [path], { newId, now: '' }).ids;
  return knownCode(codes, otherId);
}

/** In no order, each once, with those in the trash. */
async function annotationsWith({ database }: Store, codeIds: readonly string[]): Promise<string[]> {
  const ids = await database.annotations
    .where('codeIds')
    .anyOf([...codeIds])
    .primaryKeys();
  return [...new Set(ids)];
}
