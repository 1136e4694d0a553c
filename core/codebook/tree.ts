/** The codebook as a tree: what stands under a code, and every code after the one above it. */

import type { Code } from '../code';

/** These codes and all codes under them, each once. */
export function withCodesUnder(codes: readonly Code[], ids: Iterable<string>): Set<string> {
  const under = Map.groupBy(codes, ({ parentId }) => parentId);
  const all = new Set(ids);
  // A set that grows while it is walked is walked to its end.
  for (const id of all) for (const code of under.get(id) ?? []) all.add(code.id);
  return all;
}

/** As people read a codebook: siblings by name, numbers in number order. */
export function byName(one: Pick<Code, 'name'>, other: Pick<Code, 'name'>): number {
  return collator.compare(one.name, other.name);
}

const collator = new Intl.Collator(undefined, { numeric: true });

/**
 * Each code straight after those that stand before it and above it, siblings by name unless told. A code whose parent is
 * missing counts as one at the top. Without recursion: a file may nest thousands of levels.
 */
export function inTreeOrder(
  codes: readonly Code[],
  compare: (one: Code, other: Code) => number = byName,
): Code[] {
  const known = new Set(codes.map(({ id }) => id));
  const sorted = codes.toSorted(compare);
  const under = Map.groupBy(sorted, ({ parentId }) => (known.has(parentId ?? '') ? parentId : null));
  const ordered: Code[] = [];
  const next = (under.get(null) ?? []).toReversed();
  for (let code = next.pop(); code !== undefined; code = next.pop()) {
    ordered.push(code);
    next.push(...(under.get(code.id) ?? []).toReversed());
  }
  return ordered;
}
