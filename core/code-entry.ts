/** A code as the interface shows it: its whole path in one line, and how often it is used. */

import type { Annotation } from './annotation';
import { type Code, codePath, pathMark } from './code';
import { inTreeOrder } from './codebook/tree';
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

/** Each code with its path, in the order of the codebook; those that form a circle come last. */
function inOrder(codes: readonly Code[]): [Code, string][] {
  const paths = new Map<string, string>();
  const ordered = inTreeOrder(codes).map((code): [Code, string] => {
    const above = paths.get(code.parentId ?? '');
    const path = above === undefined ? code.name : above + pathMark + code.name;
    paths.set(code.id, path);
    return [code, path];
  });
  const byId = new Map(codes.map((code) => [code.id, code]));
  const circles = codes.filter(({ id }) => !paths.has(id));
  return [...ordered, ...circles.map((code): [Code, string] => [code, codePath(code, byId).join(pathMark)])];
}

/** By id, for the chips of a card; codes that no longer exist are left out by whoever looks them up. */
export function indexCodes(codes: readonly CodeEntry[]): ReadonlyMap<string, CodeEntry> {
  return new Map(codes.map((code) => [code.id, code]));
}

/** The entries of these ids, in the order of the ids; unknown ids are dropped. */
export function pickCodes(ids: readonly string[], codes: ReadonlyMap<string, CodeEntry>): CodeEntry[] {
  return ids.flatMap((id) => codes.get(id) ?? []);
}
