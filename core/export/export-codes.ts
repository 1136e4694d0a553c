/** The codebook as files carry it: in an order that is the same on every computer, each code at a place of its own. */

import type { Code } from '../code';
import { nameKey } from '../codebook/code-place';
import { inTreeOrder } from '../codebook/tree';
import type { FileCode } from '../codebook-file';

/** @param applied the ids of the codes that any exported annotation has */
export function exportCodes(
  codes: readonly Code[],
  applied: ReadonlySet<string>,
): (FileCode & { id: string })[] {
  const paths = new Map<string, string[]>();
  const taken = new Set<string>();
  return inTreeOrder(codes, byUnits).map((code) => {
    const above = paths.get(code.parentId ?? '') ?? [];
    const path = [...above, code.name];
    for (let number = 2; taken.has(placeOf(path)); number += 1)
      path.splice(-1, 1, `${code.name} (${number})`);
    taken.add(placeOf(path));
    paths.set(code.id, path);
    return {
      id: code.id,
      path,
      colour: code.colour,
      definition: code.definition ?? '',
      examples: code.examples ?? [],
      isApplied: applied.has(code.id),
    };
  });
}

function placeOf(path: readonly string[]): string {
  return JSON.stringify(path.map(nameKey));
}

/** The order of a language is not the same on every computer. */
function byUnits(one: Code, other: Code): number {
  if (one.name !== other.name) return one.name < other.name ? -1 : 1;
  return one.id < other.id ? -1 : Number(one.id > other.id);
}
