/** The order of all annotations of a library, made from packed columns once: what a search finds is only picked from it. */

import type { Packed } from './query/packed';
import { countedUp, stableOrder, stableOrderOfTimes } from './stable-order';

/**
 * By the time of keeping; by the articles, last published first, and their text (`page`); by the place of the first code
 * in the codebook; by the outlet's name. What is equal stands as in `page`.
 */
export const listOrders = ['newest', 'oldest', 'page', 'code', 'outlet'] as const;

export type ListOrder = (typeof listOrders)[number];

/** Each annotation has a number: those of a segment follow those of the segment before it. */
export interface LibraryOrder {
  segments: readonly Packed[];
  /** By segment, the number of its first annotation. */
  bases: Uint32Array;
  /** By number, the index of its segment. */
  segmentOf: Uint32Array;
  /** By number, the index of its article. */
  articleOf: Uint32Array;
  /** The ids of the articles, each once. */
  articleIds: readonly string[];
  /** The numbers of all annotations. */
  order: Uint32Array;
}

/** @param codeRanks the place of each code in the codebook, from 0 */
export function orderLibrary(
  segments: readonly Packed[],
  order: ListOrder,
  codeRanks: ReadonlyMap<string, number>,
): LibraryOrder {
  const gathered = gather(segments);
  const { bases, segmentOf, articleOf, heads } = gathered;
  return {
    segments,
    bases,
    segmentOf,
    articleOf,
    articleIds: heads.map(({ id }) => id),
    order: sortedBy(order, gathered, codeRanks),
  };
}

interface Gathered extends Pick<LibraryOrder, 'segments' | 'bases' | 'segmentOf' | 'articleOf'> {
  heads: Packed['articles'][number][];
  count: number;
}

function gather(segments: readonly Packed[]): Gathered {
  const count = segments.reduce((sum, { isTrashed }) => sum + isTrashed.length, 0);
  const bases = new Uint32Array(segments.length);
  const segmentOf = new Uint32Array(count);
  const articleOf = new Uint32Array(count);
  const heads: Packed['articles'][number][] = [];
  const numbers = new Map<string, number>();
  let base = 0;
  for (const [segment, { articles, articleOf: local }] of segments.entries()) {
    const own = articles.map((head) => {
      const number = numbers.get(head.id) ?? numbers.set(head.id, numbers.size).size - 1;
      heads[number] ??= head;
      return number;
    });
    bases[segment] = base;
    segmentOf.fill(segment, base, base + local.length);
    for (let index = 0; index < local.length; index += 1)
      articleOf[base + index] = own[local[index] ?? 0] ?? 0;
    base += local.length;
  }
  return { segments, bases, segmentOf, articleOf, heads, count };
}

function sortedBy(
  order: ListOrder,
  { segments, articleOf, heads, count }: Gathered,
  codeRanks: ReadonlyMap<string, number>,
): Uint32Array {
  const times = joined(count, segments, ({ created }) => created);
  let [earliest, latest] = [0, 0];
  for (const time of times) {
    if (time < earliest) earliest = time;
    if (time > latest) latest = time;
  }
  for (let number = 0; number < count; number += 1) times[number] = (times[number] ?? 0) - earliest;
  latest -= earliest;
  // What has no place in the text comes after what has one: -1 becomes the greatest number.
  const places = new Uint32Array(joined(count, segments, ({ starts }) => starts));
  const ofArticle = (ranks: Uint32Array) => articleOf.map((article) => ranks[article] ?? 0);
  const asStored = countedUp(count);
  const inText = stableOrder(stableOrderOfTimes(asStored, times), places);
  const asPages = stableOrder(inText, ofArticle(publishedRanks(heads)));
  switch (order) {
    case 'page':
      return asPages;
    case 'oldest':
      return stableOrderOfTimes(asPages, times);
    case 'newest':
      return stableOrderOfTimes(
        asPages,
        times.map((time) => latest - time),
      );
    case 'code':
      return stableOrder(asPages, codeRanksOf(count, segments, codeRanks));
    case 'outlet':
      return stableOrder(asPages, ofArticle(outletRanks(heads)));
  }
}

function joined(
  count: number,
  segments: readonly Packed[],
  columnOf: (packed: Packed) => Float64Array,
): Float64Array {
  const all = new Float64Array(count);
  let base = 0;
  for (const packed of segments) {
    all.set(columnOf(packed), base);
    base += packed.isTrashed.length;
  }
  return all;
}

/** Of the first code of each; those without a code come last. */
function codeRanksOf(
  count: number,
  segments: readonly Packed[],
  codeRanks: ReadonlyMap<string, number>,
): Uint32Array {
  const all = new Uint32Array(count).fill(codeRanks.size);
  let base = 0;
  for (const { codes, codeOf, codeEnds } of segments) {
    const ranks = codes.map((id) => codeRanks.get(id) ?? codeRanks.size);
    for (let index = 0; index < codeEnds.length; index += 1) {
      const start = codeEnds[index - 1] ?? 0;
      if (start < (codeEnds[index] ?? 0)) all[base + index] = ranks[codeOf[start] ?? 0] ?? codeRanks.size;
    }
    base += codeEnds.length;
  }
  return all;
}

/** Last published first; those without a date come last. */
function publishedRanks(heads: Packed['articles']): Uint32Array {
  const byDate = heads.map((_, article) => article);
  byDate.sort((one, other) => {
    const [a, b] = [heads[one], heads[other]];
    return descending(a?.published ?? '', b?.published ?? '') || descending(b?.id ?? '', a?.id ?? '');
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
