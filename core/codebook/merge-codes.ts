/** Works out what becomes of a codebook in which codes are merged; changes nothing. */

import type { Code } from '../code';
import { joinNotes } from '../join-notes';
import { placeOf } from './code-place';

/** What a merge would do, to be looked at before. */
export interface CodeMergePlan {
  intoId: string;
  /** The codes that would be no more: those given, and the codes under them that meet one of their name. */
  goneIds: string[];
  /** The codes that would come under another one. */
  movedIds: string[];
  /** Annotations not in the trash that have one of those that would be no more. */
  annotationCount: number;
}

export interface CodeMerge {
  /** For each code that is no more the one that stands for it. */
  standIns: ReadonlyMap<string, string>;
  /** For each code that comes to stand elsewhere the one above it, null at the top. */
  parents: ReadonlyMap<string, string | null>;
}

/**
 * What stands under a merged code comes under the target; where that has a code of the same name, these two meet the
 * same way. A target under one of those that are merged into it takes the place of the topmost of these.
 * @param ids the target among them counts for nothing
 */
export function mergeInCodebook(codes: readonly Code[], ids: readonly string[], intoId: string): CodeMerge {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const under = Map.groupBy(codes, ({ parentId }) => parentId);
  const standIns = new Map(ids.filter((id) => id !== intoId).map((id) => [id, intoId]));
  const parents = new Map<string, string | null>();

  const raised = placeAbove(byId, standIns, intoId);
  if (raised !== undefined) parents.set(intoId, raised);

  const places = new Map(
    codes.filter(({ id }) => id !== intoId && !standIns.has(id)).map((code) => [placeOf(code), code.id]),
  );
  // A map that grows while it is walked is walked to its end.
  for (const [goneId, parentId] of standIns) {
    for (const code of under.get(goneId) ?? []) {
      if (code.id === intoId || standIns.has(code.id)) continue;
      const place = placeOf({ parentId, name: code.name });
      const namesake = places.get(place);
      if (namesake !== undefined) standIns.set(code.id, namesake);
      else {
        parents.set(code.id, parentId);
        places.set(place, code.id);
      }
    }
  }
  return { standIns, parents };
}

/** The parent of the topmost of the merged codes that stand above the target; undefined where none does. */
function placeAbove(
  byId: ReadonlyMap<string, Code>,
  merged: ReadonlyMap<string, string>,
  intoId: string,
): string | null | undefined {
  let place: string | null | undefined;
  const seen = new Set<string>();
  let above = byId.get(intoId)?.parentId ?? null;
  while (above !== null && !seen.has(above)) {
    seen.add(above);
    const parentId: string | null = byId.get(above)?.parentId ?? null;
    if (merged.has(above)) place = parentId;
    above = parentId;
  }
  return place;
}

/** What a code says of itself once others are part of it; its own words come first, and its own digit stays. */
export function mergedFields(code: Code, gone: readonly Code[]): Partial<Code> {
  const all = [code, ...gone];
  const definition = joinNotes(all.map((one) => one.definition ?? ''));
  const examples = [...new Set(all.flatMap((one) => one.examples ?? []))];
  const shortcut = all.map((one) => one.shortcut ?? null).find((digit) => digit !== null);
  return {
    ...(definition !== '' && { definition }),
    ...(examples.length > 0 && { examples }),
    ...(shortcut !== undefined && { shortcut }),
  };
}

/** The codes with what stands in for them, each once, at the place of the first. */
export function withStandIns(codeIds: readonly string[], standIns: ReadonlyMap<string, string>): string[] {
  return [...new Set(codeIds.map((id) => standIns.get(id) ?? id))];
}
