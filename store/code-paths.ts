/** Turns the code paths that a reader types into codes, making the levels that are missing. */

import { type Code, parsePath } from '../core/code';
import { placeOf } from '../core/codebook/code-place';
import { nextColour } from '../core/codebook/next-colour';
import { CodebookLockedError, RecordNotFoundError } from './errors';
import type { Store } from './open-store';
import type { Recorder } from './recorder';
import { settings } from './settings';

/**
 * While coding: the given codes and then those of the typed paths, each once.
 * @throws RecordNotFoundError for a given one that does not exist, CodebookLockedError where a path would make a code
 */
export async function codeIdsOf(
  store: Store,
  recorder: Recorder,
  given: readonly string[],
  paths: readonly string[],
): Promise<string[]> {
  const codes = await store.database.codes.toArray();
  const known = new Set(codes.map(({ id }) => id));
  const missing = given.find((id) => !known.has(id));
  if (missing !== undefined) throw new RecordNotFoundError('codes', missing);
  const { ids, made } = codesAt(codes, paths, { newId: store.environment.newId, now: recorder.now });
  const [unknown] = made;
  if (unknown !== undefined && (await settings(store)).isCodebookLocked) {
    throw new CodebookLockedError(unknown.name);
  }
  await recorder.add('codes', made);
  return [...new Set([...given, ...ids])];
}

interface CodesAtPaths {
  /** The last level of each path, in order; a path without levels has none. */
  ids: string[];
  /** The levels that were missing, each after the one above it. */
  made: Code[];
}

/** Changes nothing. @param codes all codes of the library */
export function codesAt(
  codes: readonly Code[],
  paths: readonly string[],
  { newId, now }: { newId: () => string; now: string },
): CodesAtPaths {
  const places = new Map(codes.map((code) => [placeOf(code), code]));
  const made: Code[] = [];
  const ids: string[] = [];
  for (const path of paths) {
    let parentId: string | null = null;
    for (const name of parsePath(path)) {
      const place: string = placeOf({ parentId, name });
      let code = places.get(place);
      if (code === undefined) {
        const colour = nextColour(places.values());
        code = { id: newId(), name, parentId, colour, created: now, modified: now };
        places.set(place, code);
        made.push(code);
      }
      parentId = code.id;
    }
    if (parentId !== null) ids.push(parentId);
  }
  return { ids, made };
}
