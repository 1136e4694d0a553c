/** The codebook as the rows of a tree: in name order, opened and closed, narrowed by words and by what is archived. */

import { type Code, codePath, pathMark } from '../code';
import { foldForSearch } from '../search';
import { byName } from './tree';

export interface CodeRow {
  code: Code;
  /** The names from the top of the codebook down, joined by `/`. */
  path: string;
  /** 1 at the top. */
  level: number;
  /** Among its shown siblings, from 1. */
  position: number;
  siblings: number;
  /** Null where nothing is shown below it. */
  isOpen: boolean | null;
}

/** What is asked of every code once, so that a keystroke only compares. */
export interface CodeTree {
  codes: ReadonlyMap<string, Code>;
  /** Ids in name order, by the id above them; null for the top. */
  below: ReadonlyMap<string | null, readonly string[]>;
  /** The id above each; missing at the top. */
  parents: ReadonlyMap<string, string>;
  paths: ReadonlyMap<string, string>;
  folded: ReadonlyMap<string, string>;
}

export interface TreeView {
  closedIds: ReadonlySet<string>;
  /** Every word of it must stand somewhere in the path; what stands above a match is shown with it. */
  filter: string;
  showsArchived: boolean;
}

export function codeTree(codes: readonly Code[]): CodeTree {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const paths = new Map(codes.map((code) => [code.id, codePath(code, byId).join(pathMark)]));
  // A code whose parent is missing must not be out of reach.
  const parentOf = ({ parentId }: Code) => (parentId !== null && byId.has(parentId) ? parentId : null);
  const siblings = Map.groupBy(codes.toSorted(byName), parentOf);
  const below = new Map(Array.from(siblings, ([id, list]) => [id, list.map((code) => code.id)]));
  const folded = new Map(Array.from(paths, ([id, path]) => [id, foldForSearch(path)]));
  const parents = new Map(
    codes.flatMap((code) => {
      const parentId = parentOf(code);
      return parentId === null ? [] : [[code.id, parentId] as const];
    }),
  );
  return { codes: byId, below, parents, paths, folded };
}

/** From the top down, as they are seen. */
export function treeRows(tree: CodeTree, view: TreeView): CodeRow[] {
  const words = foldForSearch(view.filter)
    .split(/[\s/]+/u)
    .filter((word) => word !== '');
  const shown = new Set<string>();
  for (const [id, code] of tree.codes) {
    const isArchived = (code.archived ?? null) !== null;
    if (isArchived && !view.showsArchived) continue;
    const path = tree.folded.get(id) ?? '';
    if (!words.every((word) => path.includes(word))) continue;
    for (let at: string | null = id; at !== null && !shown.has(at); at = tree.parents.get(at) ?? null) {
      shown.add(at);
    }
  }
  const rows: CodeRow[] = [];
  const list = (parentId: string | null, level: number) => {
    const ids = (tree.below.get(parentId) ?? []).filter((id) => shown.has(id));
    for (const [index, id] of ids.entries()) {
      const code = tree.codes.get(id);
      if (code === undefined) continue;
      const hasBelow = (tree.below.get(id) ?? []).some((lower) => shown.has(lower));
      // What was found must be seen.
      const isOpen = hasBelow ? words.length > 0 || !view.closedIds.has(id) : null;
      const path = tree.paths.get(id) ?? code.name;
      rows.push({ code, path, level, position: index + 1, siblings: ids.length, isOpen });
      if (isOpen) list(id, level + 1);
    }
  };
  list(null, 1);
  return rows;
}

/** The id itself first, then what stands above it; ends at a circle. */
export function upwards({ codes }: Pick<CodeTree, 'codes'>, id: string): Set<string> {
  const ids = new Set<string>();
  let at: string | null = id;
  while (at !== null && codes.has(at) && !ids.has(at)) {
    ids.add(at);
    at = codes.get(at)?.parentId ?? null;
  }
  return ids;
}

/** The next row, after this one and round, whose name begins with the typed characters. Null where there is none. */
export function rowByName(rows: readonly CodeRow[], activeId: string | null, typed: string): CodeRow | null {
  const folded = foldForSearch(typed);
  const at = rows.findIndex(({ code }) => code.id === activeId);
  // One character goes on to the next; more of them may still mean the row that they began to find.
  const from = Array.from(typed).length === 1 ? at + 1 : Math.max(at, 0);
  const round = [...rows.slice(from), ...rows.slice(0, from)];
  return round.find(({ code }) => foldForSearch(code.name).startsWith(folded)) ?? null;
}
