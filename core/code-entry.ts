/** A code as the interface shows it: its whole path in one line, and how often it is used. */

import type { Annotation } from './annotation';
import { type Code, codePath, pathMark } from './code';
import type { Colour } from './colour';

export interface CodeEntry {
  id: string;
  /** The names from the top of the codebook down, joined by `/`. */
  path: string;
  colour: Colour;
  /** Annotations with this code in what is being looked at. */
  count: number;
  /** No longer offered, yet shown where it was given. Missing: it is offered. */
  isArchived?: true;
}

/** One entry for each code: siblings in the order of their names, each followed by the codes below it. */
export function codeEntries(codes: readonly Code[], annotations: readonly Annotation[]): CodeEntry[] {
  const counts = new Map<string, number>();
  for (const { codeIds } of annotations) {
    for (const id of codeIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return inOrder(codes).map(([{ id, colour, archived }, path]) => ({
    id,
    path,
    colour,
    count: counts.get(id) ?? 0,
    ...((archived ?? null) !== null && { isArchived: true }),
  }));
}

/** As `codeEntries`; gives the same list again as long as it is asked of the same lists. */
export function createCodeEntries(): typeof codeEntries {
  let last: { codes: readonly Code[]; annotations: readonly Annotation[]; entries: CodeEntry[] } | null =
    null;
  return (codes, annotations) => {
    if (last?.codes !== codes || last.annotations !== annotations) {
      last = { codes, annotations, entries: codeEntries(codes, annotations) };
    }
    return last.entries;
  };
}

const names = new Intl.Collator(undefined, { numeric: true });

/** Each code with its path. Those whose codes above are missing, or form a circle, stand at the top. */
function inOrder(codes: readonly Code[]): [Code, string][] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const below = Map.groupBy(codes, ({ parentId }) => (byId.has(parentId ?? '') ? parentId : null));
  const ordered = new Map<Code, string>();
  const walk = (parentId: string | null, path: string) => {
    const siblings = below.get(parentId) ?? [];
    for (const code of siblings.toSorted((one, other) => names.compare(one.name, other.name))) {
      ordered.set(code, path + code.name);
      walk(code.id, path + code.name + pathMark);
    }
  };
  walk(null, '');
  for (const code of codes) {
    if (!ordered.has(code)) ordered.set(code, codePath(code, byId).join(pathMark));
  }
  return [...ordered];
}

/** By id, for the chips of a card; codes that no longer exist are left out by whoever looks them up. */
export function indexCodes(codes: readonly CodeEntry[]): ReadonlyMap<string, CodeEntry> {
  return new Map(codes.map((code) => [code.id, code]));
}

/** The entries of these ids, in the order of the ids; unknown ids are dropped. */
export function pickCodes(ids: readonly string[], codes: ReadonlyMap<string, CodeEntry>): CodeEntry[] {
  return ids.flatMap((id) => codes.get(id) ?? []);
}
