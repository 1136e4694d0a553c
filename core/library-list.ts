/** What a search found in the order in which a person wants to see it: made from packed columns, no record is read. */

import type { Packed } from './query/packed';
import { stableOrder } from './stable-order';

/**
 * By the time of keeping; by the articles, last published first, and their text (`page`); by the place of the first code
 * in the codebook; by the outlet's name. What is equal stands as in `page`.
 */
export const listOrders = ['newest', 'oldest', 'page', 'code', 'outlet'] as const;

export type ListOrder = (typeof listOrders)[number];

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
  /** The ids of the articles, each once. */
  articleIds: readonly string[];
  /** The ids of its codes. */
  codeIdsAt(position: number): string[];
}

/** @param codeRanks the place of each code in the codebook, from 0 */
export function orderFound(
  parts: readonly FoundPart[],
  order: ListOrder,
  codeRanks: ReadonlyMap<string, number>,
): FoundList {
  const gathered = gather(parts);
  const { ids, articleOf, heads, partOf, indexOf } = gathered;
  const sorted = sortedBy(order, gathered, codeRanks);
  return {
    ids: Array.from(sorted, (at) => ids[at] ?? ''),
    articleOf: sorted.map((at) => articleOf[at] ?? 0),
    articleIds: heads.map(({ id }) => id),
    codeIdsAt(position) {
      const at = sorted[position] ?? 0;
      const part = parts[partOf[at] ?? 0];
      return part === undefined ? [] : codesOf(part.packed, indexOf[at] ?? 0);
    },
  };
}

interface Gathered {
  ids: string[];
  heads: Packed['articles'][number][];
  articleOf: Uint32Array;
  created: Float64Array;
  starts: Float64Array;
  firstCode: (string | null)[];
  partOf: Uint32Array;
  indexOf: Uint32Array;
}

function gather(parts: readonly FoundPart[]): Gathered {
  const count = parts.reduce((sum, { indexes }) => sum + indexes.length, 0);
  const found: Gathered = {
    ids: [],
    heads: [],
    articleOf: new Uint32Array(count),
    created: new Float64Array(count),
    starts: new Float64Array(count),
    firstCode: [],
    partOf: new Uint32Array(count),
    indexOf: new Uint32Array(count),
  };
  const numbers = new Map<string, number>();
  const numberOf = (head: Packed['articles'][number]) => {
    const known = numbers.get(head.id);
    if (known !== undefined) return known;
    numbers.set(head.id, numbers.size);
    found.heads.push(head);
    return numbers.size - 1;
  };
  for (const [part, { packed, indexes }] of parts.entries()) {
    const { articles, articleOf, created, starts, codes, codeOf, codeEnds } = packed;
    const own = new Map<number, number>();
    for (const index of indexes) {
      const at = found.ids.length;
      const local = articleOf[index] ?? 0;
      const head = articles[local];
      const number = own.get(local) ?? (head === undefined ? 0 : numberOf(head));
      own.set(local, number);
      const codeStart = codeEnds[index - 1] ?? 0;
      found.ids.push(packed.ids[index] ?? '');
      found.firstCode.push(
        codeStart < (codeEnds[index] ?? 0) ? (codes[codeOf[codeStart] ?? 0] ?? null) : null,
      );
      found.articleOf[at] = number;
      found.created[at] = created[index] ?? 0;
      found.starts[at] = starts[index] ?? -1;
      found.partOf[at] = part;
      found.indexOf[at] = index;
    }
  }
  return found;
}

function sortedBy(
  order: ListOrder,
  { ids, heads, articleOf, created, starts, firstCode }: Gathered,
  codeRanks: ReadonlyMap<string, number>,
): Uint32Array {
  const last = heads.length;
  const earliest = created.reduce((least, time) => Math.min(least, time), 0);
  const times = created.map((time) => time - earliest);
  const perArticle = (ranks: Uint32Array) => articleOf.map((article) => ranks[article] ?? last);
  // What has no place in the text comes after what has one.
  const places = starts.map((start) => (start < 0 ? 2 ** 32 : start));
  const inText = stableOrder(
    stableOrder(
      Uint32Array.from(ids, (_, at) => at),
      times,
    ),
    places,
  );
  const asPages = stableOrder(inText, perArticle(publishedRanks(heads)));
  switch (order) {
    case 'page':
      return asPages;
    case 'oldest':
      return stableOrder(asPages, times);
    case 'newest': {
      const latest = times.reduce((greatest, time) => Math.max(greatest, time), 0);
      return stableOrder(
        asPages,
        times.map((time) => latest - time),
      );
    }
    case 'code': {
      const none = codeRanks.size;
      return stableOrder(
        asPages,
        Uint32Array.from(firstCode, (id) => (id === null ? none : (codeRanks.get(id) ?? none))),
      );
    }
    case 'outlet':
      return stableOrder(asPages, perArticle(outletRanks(heads)));
  }
}

/** Last published first; those without a date come last. */
function publishedRanks(heads: Packed['articles']): Uint32Array {
  const byDate = heads.map((_, article) => article);
  byDate.sort((one, other) => {
    const [a, b] = [heads[one], heads[other]];
    return descending(a?.published ?? '', b?.published ?? '') || -descending(a?.id ?? '', b?.id ?? '');
  });
  const ranks = new Uint32Array(heads.length);
  for (const [rank, article] of byDate.entries()) ranks[article] = rank;
  return ranks;
}

function descending(one: string, other: string): number {
  return one === other ? 0 : one > other ? -1 : 1;
}

/** By name as people sort names; those without an outlet come last. */
function outletRanks(heads: Packed['articles']): Uint32Array {
  const names = new Set(heads.flatMap(({ outlet }) => outlet ?? []));
  const sorted = [...names].sort(names.size > 1 ? new Intl.Collator().compare : undefined);
  const ranks = new Map(sorted.map((name, rank) => [name, rank]));
  return Uint32Array.from(heads, ({ outlet }) => ranks.get(outlet ?? '') ?? sorted.length);
}

function codesOf({ codes, codeOf, codeEnds }: Packed, index: number): string[] {
  return Array.from(codeOf.subarray(codeEnds[index - 1] ?? 0, codeEnds[index]), (code) => codes[code] ?? '');
}
