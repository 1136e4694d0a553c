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
}

/** One entry for each code, sorted by path. */
export function codeEntries(codes: readonly Code[], annotations: readonly Annotation[]): CodeEntry[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const counts = new Map<string, number>();
  for (const { codeIds } of annotations) {
    for (const id of codeIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return codes
    .map((code) => ({
      id: code.id,
      path: codePath(code, byId).join(pathMark),
      colour: code.colour,
      count: counts.get(code.id) ?? 0,
    }))
    .sort((one, other) => one.path.localeCompare(other.path));
}

/** By id, for the chips of a card; codes that no longer exist are left out by whoever looks them up. */
export function indexCodes(codes: readonly CodeEntry[]): ReadonlyMap<string, CodeEntry> {
  return new Map(codes.map((code) => [code.id, code]));
}

/** The entries of these ids, in the order of the ids; unknown ids are dropped. */
export function pickCodes(ids: readonly string[], codes: ReadonlyMap<string, CodeEntry>): CodeEntry[] {
  return ids.flatMap((id) => codes.get(id) ?? []);
}
