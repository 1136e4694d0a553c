/** The codes by which tables count: each annotation under its own codes, and where wanted under those above them. */

import type { Code } from '../code';
import { codeEntries } from '../code-entry';
import type { Colour } from '../colour';
import { codeClause } from '../query/code-clauses';
import type { Packed } from '../query/packed';
import type { Clause } from '../query/query';

export interface CodeAxis {
  /** In the order of the codebook; each is meant by its index in this list. */
  codes: readonly { id: string; path: string; colour: Colour }[];
  /** The codes that an annotation counts under, each once, ascending; ids of no code count nowhere. */
  indexesOf(codeIds: Iterable<string>): number[];
  /** Finds the annotations that count under a code. */
  clauseOf(index: number): Clause;
}

/** @param isRolledUp whether an annotation counts under the codes above its own, too */
export function createCodeAxis(codes: readonly Code[], isRolledUp: boolean): CodeAxis {
  const entries = codeEntries(codes, []);
  const numbers = new Map(entries.map(({ id }, index) => [id, index]));
  const byId = new Map(codes.map((code) => [code.id, code]));
  const levels = new Map<string, readonly number[]>();
  const levelsOf = (id: string): readonly number[] => {
    const known = levels.get(id);
    if (known !== undefined) return known;
    const above = isRolledUp ? pathIds(id, byId) : [id];
    const found = above.flatMap((level) => numbers.get(level) ?? []);
    levels.set(id, found);
    return found;
  };
  return {
    codes: entries.map(({ id, path, colour }) => ({ id, path, colour })),
    indexesOf(codeIds) {
      const found = new Set<number>();
      for (const id of codeIds) for (const index of levelsOf(id)) found.add(index);
      return [...found].sort((one, other) => one - other);
    },
    clauseOf(index) {
      const clause = codeClause(entries[index]?.id ?? '', codes);
      return clause.field === 'code' && !isRolledUp ? { ...clause, field: 'only' } : clause;
    },
  };
}

/** The code and those above it; codes that form a circle are above each other. */
function pathIds(id: string, codes: ReadonlyMap<string, Code>): string[] {
  const ids = new Set<string>();
  for (
    let code = codes.get(id);
    code !== undefined && !ids.has(code.id);
    code = codes.get(code.parentId ?? '')
  ) {
    ids.add(code.id);
  }
  return [...ids];
}

/** As `indexesOf`, for annotations by their index in a segment. */
export function codesInSegment(
  { indexesOf }: CodeAxis,
  { codes, codeOf, codeEnds }: Pick<Packed, 'codes' | 'codeOf' | 'codeEnds'>,
): (index: number) => number[] {
  return (index) => {
    const own = codeOf.subarray(codeEnds[index - 1] ?? 0, codeEnds[index]);
    return indexesOf(Array.from(own, (code) => codes[code] ?? ''));
  };
}
