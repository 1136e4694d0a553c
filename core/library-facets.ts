/** By what a library can be filtered, with how many annotations each would leave: counted a segment at a time, and each only once. */

import type { Packed } from './query/packed';
import { firstDay } from './query/query-date';

/** A value, and how many annotations have it. */
export interface Facet {
  value: string;
  count: number;
}

export interface Facets {
  total: number;
  /** Most annotations first. */
  outlets: readonly Facet[];
  /** As `2024-01`; latest first. */
  months: readonly Facet[];
  /** BCP 47 without region or script, in lower case; most annotations first. */
  languages: readonly Facet[];
  /** Those with a note. */
  noted: number;
}

interface Tally {
  total: number;
  noted: number;
  outlets: Map<string, number>;
  months: Map<string, number>;
  languages: Map<string, number>;
}

/** Counts again only segments that are new to it. */
export function createFacets(): (segments: readonly Packed[], isTrashed: boolean) => Facets {
  const known = [new WeakMap<Packed, Tally>(), new WeakMap<Packed, Tally>()] as const;
  return (segments, isTrashed) => {
    const tallies = known[isTrashed ? 1 : 0];
    const sum = emptyTally();
    for (const packed of segments) {
      const tally = tallies.get(packed) ?? tallyOf(packed, isTrashed);
      tallies.set(packed, tally);
      sum.total += tally.total;
      sum.noted += tally.noted;
      for (const field of ['outlets', 'months', 'languages'] as const) {
        for (const [value, count] of tally[field]) raise(sum[field], value, count);
      }
    }
    return {
      total: sum.total,
      noted: sum.noted,
      outlets: listed(sum.outlets, byCount),
      months: listed(sum.months, byValue),
      languages: listed(sum.languages, byCount),
    };
  };
}

function emptyTally(): Tally {
  return { total: 0, noted: 0, outlets: new Map(), months: new Map(), languages: new Map() };
}

function tallyOf({ articles, articleOf, ends, isTrashed: trashed }: Packed, isTrashed: boolean): Tally {
  const tally = emptyTally();
  const perArticle = new Uint32Array(articles.length);
  for (const [index, article] of articleOf.entries()) {
    if ((trashed[index] === 1) !== isTrashed) continue;
    perArticle[article] = (perArticle[article] ?? 0) + 1;
    tally.total += 1;
    if ((ends[index * 2 + 1] ?? 0) - (ends[index * 2] ?? 0) > 2) tally.noted += 1;
  }
  for (const [index, { outlet, published, language }] of articles.entries()) {
    const count = perArticle[index] ?? 0;
    if (count === 0) continue;
    if (outlet !== null) raise(tally.outlets, outlet, count);
    // A year alone names no month.
    if (published !== null && published.length >= 7) {
      raise(tally.months, firstDay(published).slice(0, 7), count);
    }
    const [primary = ''] = (language ?? '').toLowerCase().split('-');
    if (primary !== '') raise(tally.languages, primary, count);
  }
  return tally;
}

function raise(counts: Map<string, number>, value: string, by: number): void {
  counts.set(value, (counts.get(value) ?? 0) + by);
}

function listed(counts: ReadonlyMap<string, number>, order: (one: Facet, other: Facet) => number): Facet[] {
  return Array.from(counts, ([value, count]) => ({ value, count })).sort(order);
}

function byValue(one: Facet, other: Facet): number {
  return one.value === other.value ? 0 : one.value > other.value ? -1 : 1;
}

function byCount(one: Facet, other: Facet): number {
  return other.count - one.count || -byValue(one, other);
}
