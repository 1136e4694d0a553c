/** The order of all annotations of a library, made from packed columns once: what a search finds is only picked from it. */

import type { Packed } from './query/packed';
import { countedUp, stableOrder, stableOrderOfTimes } from './stable-order';
import type { Steps } from './steps';

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
export function* orderLibrary(
  segments: readonly Packed[],
  order: ListOrder,
  codeRanks: ReadonlyMap<string, number>,
): Steps<LibraryOrder> {
  const gathered = gather(segments);
  yield;
  const { bases, segmentOf, articleOf, heads } = gathered;
  return {
    segments,
    bases,
    segmentOf,
    articleOf,
    articleIds: heads.map(({ id }) => id),
    order: yield* sortedBy(order, gathered, codeRanks),
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

function* sortedBy(
  order: ListOrder,
  { segments, articleOf, heads, count }: Gathered,
  codeRanks: ReadonlyMap<string, number>,
): Steps<Uint32Array> {
  const times = fromFirst(joined(count, segments, ({ created }) => created));
  yield;
  const inTime = stableOrderOfTimes(countedUp(count), times);
  yield;
  // What has no place in the text comes after what has one: -1 becomes the greatest number.
  const places = new Uint32Array(joined(count, segments, ({ starts }) => starts));
  const inText = stableOrder(inTime, places);
  yield;
  const published = publishedRanks(heads);
  yield;
  const asPages = stableOrder(inText, ofArticles(published, articleOf));
  yield;
  switch (order) {
    case 'page':
      return asPages;
    case 'oldest':
      return stableOrderOfTimes(asPages, times);
    case 'newest':
      return stableOrderOfTimes(asPages, backwards(times));
    case 'code':
      return stableOrder(asPages, codeRanksOf(count, segments, codeRanks));
    case 'outlet':
      return stableOrder(asPages, ofArticles(outletRanks(heads), articleOf));
  }
}

/** Times as they are stored may lie before 1970, and only what is not below 0 can be sorted by its digits. */
function fromFirst(times: Float64Array): Float64Array {
  let earliest = 0;
  for (let number = 0; number < times.length; number += 1) {
    const time = times[number] as number;
    if (time < earliest) earliest = time;
  }
  for (let number = 0; number < times.length; number += 1)
    times[number] = (times[number] as number) - earliest;
  return times;
}

function backwards(times: Float64Array): Float64Array {
  const turned = new Float64Array(times.length);
  let latest = 0;
  for (let number = 0; number < times.length; number += 1) latest = Math.max(latest, times[number] as number);
  for (let number = 0; number < times.length; number += 1)
    turned[number] = latest - (times[number] as number);
  return turned;
}

/** By number, the rank of its article. */
function ofArticles(ranks: Uint32Array, articleOf: Uint32Array): Uint32Array {
  const all = new Uint32Array(articleOf.length);
  for (let number = 0; number < all.length; number += 1)
    all[number] = ranks[articleOf[number] as number] as number;
  return all;
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
