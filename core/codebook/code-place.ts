/** Where a code stands in the codebook, the same for names that a reader would call the same. */

import type { Code } from '../code';

/** `Label`, ` label ` and `ｌabel` stand at one place; no two codes may. */
export function placeOf({ parentId, name }: Pick<Code, 'parentId' | 'name'>): string {
  return `${parentId ?? ''}/${nameKey(name)}`;
}

/** The same for names that a reader would call the same. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim();
}
