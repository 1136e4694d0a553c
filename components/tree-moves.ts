/** Where the arrow keys go in a tree: the pattern that screen readers know. */

import type { CodeRow } from '../core/codebook/tree-rows';

export type TreeMove = { kind: 'go'; id: string } | { kind: 'turn'; id: string; isOpen: boolean };

/**
 * Null where the key does not move in a tree, or there is nowhere to go.
 * @param key as in a key press; `ArrowRight` leads down the tree also where the writing goes to the left
 */
export function treeMove(rows: readonly CodeRow[], activeId: string | null, key: string): TreeMove | null {
  const at = rows.findIndex(({ code }) => code.id === activeId);
  const row = rows[at];
  const go = (target: CodeRow | undefined): TreeMove | null =>
    target === undefined || target === row ? null : { kind: 'go', id: target.code.id };
  switch (key) {
    case 'ArrowDown':
      return go(rows[at + 1]);
    case 'ArrowUp':
      return go(rows[Math.max(at - 1, 0)]);
    case 'Home':
      return go(rows[0]);
    case 'End':
      return go(rows.at(-1));
    case 'ArrowRight':
      if (row === undefined || row.isOpen === null) return null;
      return row.isOpen ? go(rows[at + 1]) : { kind: 'turn', id: row.code.id, isOpen: true };
    case 'ArrowLeft':
      if (row === undefined) return null;
      if (row.isOpen) return { kind: 'turn', id: row.code.id, isOpen: false };
      return go(rows.slice(0, at).findLast(({ level }) => level < row.level));
    default:
      return null;
  }
}
