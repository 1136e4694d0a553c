/** The codebook as files carry it: in an order that is the same on every computer, each code at a place of its own. */

import type { Code } from '../code';
import { nameKey } from '../codebook/code-place';
import type { FileCode } from '../codebook-file';
import { inPathOrder } from './code-order';

/** @param applied the ids of the codes that any exported annotation has */
export function exportCodes(
  codes: readonly Code[],
  applied: ReadonlySet<string>,
): (FileCode & { id: string })[] {
  const paths = new Map<string, string[]>();
  const taken = new Set<string>();
  return inPathOrder(codes).map(({ code }) => {
    const above = paths.get(code.parentId ?? '') ?? [];
    const path = [...above, code.name];
    for (let number = 2; taken.has(placeOf(path)); number += 1) path.splice(-1, 1, `${code.name} ${number}`);
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
