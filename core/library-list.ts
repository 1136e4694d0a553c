/** What a search found, in the order in which a person wants to see it: no record is read for it. */

import type { LibraryOrder } from './library-order';
import type { Packed } from './query/packed';

/** What was found in one segment: indexes into its columns. */
export interface FoundPart {
  packed: Packed;
  indexes: readonly number[];
}

/** Everything that was found, one after the other; all columns have the same length. */
export interface FoundList {
  ids: readonly string[];
  /** For each the index of its article. */
  articleOf: Uint32Array;
  /** The ids of articles, each once; of some of them nothing may be found. */
  articleIds: readonly string[];
  /** The ids of its codes. */
  codeIdsAt(position: number): string[];
}

/** @param parts one for each segment of the library, in the same order */
export function orderFound(library: LibraryOrder, parts: readonly FoundPart[]): FoundList {
  const { segments, bases, segmentOf, articleOf, articleIds, order } = library;
  const isFound = new Uint8Array(order.length);
  let count = 0;
  for (const [segment, { indexes }] of parts.entries()) {
    const base = bases[segment] ?? 0;
    for (const index of indexes) isFound[base + index] = 1;
    count += indexes.length;
  }
  const numbers = new Uint32Array(count);
  const articles = new Uint32Array(count);
  const ids: string[] = [];
  for (const number of order) {
    if (isFound[number] === 0) continue;
    const segment = segmentOf[number] ?? 0;
    numbers[ids.length] = number;
    articles[ids.length] = articleOf[number] ?? 0;
    ids.push(segments[segment]?.ids[number - (bases[segment] ?? 0)] ?? '');
  }
  return {
    ids,
    articleOf: articles,
    articleIds,
    codeIdsAt(position) {
      const number = numbers[position] ?? 0;
      const segment = segmentOf[number] ?? 0;
      const packed = segments[segment];
      return packed === undefined ? [] : codesOf(packed, number - (bases[segment] ?? 0));
    },
  };
}

function codesOf({ codes, codeOf, codeEnds }: Packed, index: number): string[] {
  return Array.from(codeOf.subarray(codeEnds[index - 1] ?? 0, codeEnds[index]), (code) => codes[code] ?? '');
}
