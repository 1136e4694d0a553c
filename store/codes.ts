/** The codebook: every code, the ones used last, how often each is used, and what a reader may change about one. */

import { type Code, parsePath } from '../core/code';
import { withCodesUnder } from '../core/codebook/tree';
import type { Colour } from '../core/colour';
import { codesAt } from './code-paths';
import { countsByCode } from './counts';
import { BadCodeNameError, BadShortcutError, CodeNameTakenError, CodeUnderItselfError } from './errors';
import { codeMadeBy, knownCode, refuseTaken } from './known-codes';
import type { Store } from './open-store';
import { write } from './write';

/** How many annotations are looked through for recent codes; beyond them nothing is recent. */
const recentAnnotations = 200;

interface CodeRequest {
  commandId: string;
  id: string;
}

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

/** Annotations not in the trash, by the id of each code that any has. Reads one small row for each. Fit for `watch`. */
export function codeCounts(store: Store): Promise<ReadonlyMap<string, number>> {
  return countsByCode(store);
}

/** With the levels above it that are missing. @throws BadCodeNameError, CodeNameTakenError */
export async function newCode(
  store: Store,
  { commandId, path }: { commandId: string; path: string },
): Promise<Code> {
  const operation = await write(store, { commandId, kind: 'new-code' }, async (recorder) => {
    const codes = await allCodes(store);
    const { newId } = store.environment;
    const { ids, made } = codesAt(codes, [path], { newId, now: recorder.now });
    if (ids.length === 0) throw new BadCodeNameError(path);
    if (made.length === 0) throw new CodeNameTakenError(path);
    await recorder.add('codes', made);
  });
  const code = await codeMadeBy(store, operation);
  if (code === null) throw new Error(`command ${commandId} made no code`);
  return code;
}

/** @throws RecordNotFoundError, BadCodeNameError, CodeNameTakenError */
export async function renameCode(
  store: Store,
  { commandId, id, name: typed }: CodeRequest & { name: string },
): Promise<void> {
  const [name, ...lower] = parsePath(typed);
  if (name === undefined || lower.length > 0) throw new BadCodeNameError(typed);
  await write(store, { commandId, kind: 'rename-code' }, async (recorder) => {
    const codes = await allCodes(store);
    refuseTaken(codes, { ...knownCode(codes, id), name });
    await recorder.update('codes', id, { name });
  });
}

/** @throws RecordNotFoundError */
export async function colourCode(
  store: Store,
  { commandId, id, colour }: CodeRequest & { colour: Colour },
): Promise<void> {
  await write(store, { commandId, kind: 'colour-code' }, (recorder) =>
    recorder.update('codes', id, { colour }),
  );
}

/** What is left out stays. A shortcut moves away from the code that had it. @throws RecordNotFoundError, BadShortcutError */
export async function describeCode(
  store: Store,
  request: CodeRequest & Partial<Pick<Code, 'definition' | 'examples' | 'shortcut'>>,
): Promise<void> {
  const { commandId, id, definition, examples, shortcut } = request;
  if (typeof shortcut === 'string' && !/^[1-9]$/u.test(shortcut)) throw new BadShortcutError(shortcut);
  await write(store, { commandId, kind: 'describe-code' }, async (recorder) => {
    const codes = await allCodes(store);
    const code = knownCode(codes, id);
    const fields: Partial<Code> = {};
    // What is missing is no other than what is empty.
    if (definition !== undefined && definition !== (code.definition ?? '')) fields.definition = definition;
    const said = examples?.filter((example) => example.trim() !== '');
    if (said !== undefined && (said.length > 0 || code.examples !== undefined)) fields.examples = said;
    if (shortcut !== undefined && shortcut !== (code.shortcut ?? null)) fields.shortcut = shortcut;
    const holder = codes.find(
      (one) => one.id !== id && typeof shortcut === 'string' && one.shortcut === shortcut,
    );
    if (holder !== undefined) await recorder.update('codes', holder.id, { shortcut: null });
    await recorder.update('codes', id, fields);
  });
}

/**
 * With all codes under it.
 * @param request.parentId null: to the top
 * @throws RecordNotFoundError, CodeUnderItselfError, CodeNameTakenError
 */
export async function moveCode(
  store: Store,
  { commandId, id, parentId }: CodeRequest & { parentId: string | null },
): Promise<void> {
  await write(store, { commandId, kind: 'move-code' }, async (recorder) => {
    const codes = await allCodes(store);
    const code = knownCode(codes, id);
    if (parentId !== null) knownCode(codes, parentId);
    if (parentId !== null && withCodesUnder(codes, [id]).has(parentId))
      throw new CodeUnderItselfError(code.name);
    refuseTaken(codes, { ...code, parentId });
    await recorder.update('codes', id, { parentId });
  });
}

/** An archived code is not offered any more; annotations keep it. @throws RecordNotFoundError */
export async function archiveCode(
  store: Store,
  { commandId, id, isArchived }: CodeRequest & { isArchived: boolean },
): Promise<void> {
  await write(store, { commandId, kind: 'archive-code' }, async (recorder) => {
    const { archived = null } = knownCode(await allCodes(store), id);
    if (isArchived === (archived !== null)) return;
    await recorder.update('codes', id, { archived: isArchived ? recorder.now : null });
  });
}
