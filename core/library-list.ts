/** What a search found, in the order in which a person wants to see it: no record is read for it. */

import type { LibraryOrder } from './library-order';
import type { Packed } from './query/packed';

/** What was found in one segment: indexes into its columns. */
export interface FoundPart {
  packed: Packed;
  indexes: readonly number[];
}

/** Everything that was found, one after the other. No id is made before it is asked for. */
export interface FoundList {
  count: number;
  /** Empty beyond the last. */
  idAt(position: number): string;
  /** -1 where it was not found. */
  positionOf(id: string): number;
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
  let position = 0;
  for (let at = 0; at < order.length && position < count; at += 1) {
    const number = order[at] ?? 0;
    if (isFound[number] === 0) continue;
    numbers[position] = number;
    articles[position] = articleOf[number] ?? 0;
    position += 1;
  }
  const placeOf = (found: number) => {
    const number = numbers[found] ?? -1;
    const segment = segmentOf[number] ?? -1;
    return { packed: segments[segment], index: number - (bases[segment] ?? 0) };
  };
  return {
    count,
    articleOf: articles,
    articleIds,
    idAt(found) {
      const { packed, index } = placeOf(found);
      return packed?.ids[index] ?? '';
    },
    positionOf(id) {
      for (const [segment, { ids }] of segments.entries()) {
        const index = ids.indexOf(id);
        if (index >= 0) return numbers.indexOf((bases[segment] ?? 0) + index);
      }
      return -1;
    },
    codeIdsAt(found) {
      const { packed, index } = placeOf(found);
      return packed === undefined ? [] : codesOf(packed, index);
    },
  };
}

function codesOf({ codes, codeOf, codeEnds }: Packed, index: number): string[] {
  return Array.from(codeOf.subarray(codeEnds[index - 1] ?? 0, codeEnds[index]), (code) => codes[code] ?? '');
}
