/** By what a library can be filtered, with how many annotations each filter would leave of what a query finds. */

import type { FoundPart } from './library-list';
import { type GradeReader, type GradeToSee, gradesToSee } from './query/graded';
import type { ArticleHead, Packed } from './query/packed';
import { firstDay } from './query/query-date';
import type { Steps } from './steps';

/** A value, and how many annotations have it: none, where the rest of the query finds nothing of it. */
export interface Facet<Value extends string = string> {
  value: Value;
  count: number;
}

export interface Facets {
  /** Most annotations first. */
  outlets: readonly Facet[];
  /** As `2024-01`; latest first. */
  months: readonly Facet[];
  /** BCP 47 without region or script, in lower case; most annotations first. */
  languages: readonly Facet[];
  /** How pages found the words when they were last open; what needs a look first. */
  grades: readonly Facet<GradeToSee>[];
  /** Those with a note. */
  noted: number;
  /** By the id of each code that any has. */
  codes: ReadonlyMap<string, number>;
}

/** What the query finds, for each kind of filter without the query's own filters of that kind: of these one is asked for at a time. */
export interface FacetFinds {
  outlet: readonly FoundPart[];
  month: readonly FoundPart[];
  language: readonly FoundPart[];
  grade: readonly FoundPart[];
  note: readonly FoundPart[];
  /** Codes are asked for together. */
  code: readonly FoundPart[];
}

/** Counts by numbers, which each segment is given once. */
export function createFacets(): (finds: FacetFinds, graded: GradeReader) => Steps<Facets> {
  const outlets = createValues(({ outlet }) => outlet ?? '');
  const months = createValues(monthOf);
  const languages = createValues(({ language }) => language?.toLowerCase().split('-')[0] ?? '');
  const codes = createNumbers(({ codes: ids }) => ids);
  return function* (finds, graded) {
    return {
      outlets: (yield* outlets(finds.outlet)).sort(byCount),
      months: (yield* months(finds.month)).sort(byValue),
      languages: (yield* languages(finds.language)).sort(byCount),
      grades: yield* countGrades(finds.grade, graded),
      noted: yield* countNoted(finds.note),
      codes: yield* countCodes(finds.code, codes),
    };
  };
}

/** A year alone names no month. */
function monthOf({ published }: ArticleHead): string {
  return published === null || published.length < 7 ? '' : firstDay(published).slice(0, 7);
}

interface Numbers {
  /** For each of a segment's own values, in its order, the number that the value has in all segments. */
  numbersIn(packed: Packed): Uint32Array;
  /** Each value at its number. */
  values(): string[];
}

function createNumbers(valuesOf: (packed: Packed) => readonly string[]): Numbers {
  const numbers = new Map<string, number>();
  const known = new WeakMap<Packed, Uint32Array>();
  const numberOf = (value: string) => numbers.get(value) ?? numbers.set(value, numbers.size).size - 1;
  return {
    numbersIn(packed) {
      const own = known.get(packed) ?? Uint32Array.from(valuesOf(packed), numberOf);
      known.set(packed, own);
      return own;
    },
    values: () => [...numbers.keys()],
  };
}

/** @param readValue of an article; the empty text: it has none */
function createValues(readValue: (head: ArticleHead) => string) {
  const numbers = createNumbers(({ articles }) => articles.map(readValue));
  return function* (parts: readonly FoundPart[]): Steps<Facet[]> {
    const counts: number[] = [];
    for (const { packed, indexes } of parts) {
      const own = numbers.numbersIn(packed);
      for (const index of indexes) raise(counts, own[packed.articleOf[index] ?? 0] ?? 0);
      yield;
    }
    const facets = numbers.values().map((value, number) => ({ value, count: counts[number] ?? 0 }));
    return facets.filter(({ value }) => value !== '');
  };
}

function* countCodes(parts: readonly FoundPart[], numbers: Numbers): Steps<Map<string, number>> {
  const counts: number[] = [];
  for (const { packed, indexes } of parts) {
    const own = numbers.numbersIn(packed);
    const { codeOf, codeEnds } = packed;
    for (const index of indexes) {
      const end = codeEnds[index] ?? 0;
      for (let at = codeEnds[index - 1] ?? 0; at < end; at += 1) raise(counts, own[codeOf[at] ?? 0] ?? 0);
    }
    yield;
  }
  return new Map(
    numbers.values().flatMap((id, number) => {
      const count = counts[number] ?? 0;
      return count === 0 ? [] : [[id, count] as const];
    }),
  );
}

function* countGrades(parts: readonly FoundPart[], graded: GradeReader): Steps<Facet<GradeToSee>[]> {
  const counts = new Map<GradeToSee, number>();
  for (const { packed, indexes } of parts) {
    const { ids, articles, articleOf } = packed;
    const known = articles.map(({ id }) =>
      gradesToSee.flatMap((grade) => {
        const own = graded(grade, id);
        return own === null ? [] : [{ grade, own }];
      }),
    );
    // No id is made where nothing is known.
    for (const index of known.some(({ length }) => length > 0) ? indexes : []) {
      for (const { grade, own } of known[articleOf[index] ?? 0] ?? []) {
        if (own.has(ids[index] ?? '')) counts.set(grade, (counts.get(grade) ?? 0) + 1);
      }
    }
    yield;
  }
  return gradesToSee.map((grade) => ({ value: grade, count: counts.get(grade) ?? 0 }));
}

function* countNoted(parts: readonly FoundPart[]): Steps<number> {
  let noted = 0;
  for (const { packed, indexes } of parts) {
    const { ends } = packed;
    for (const index of indexes) if ((ends[index * 2 + 1] ?? 0) - (ends[index * 2] ?? 0) > 2) noted += 1;
    yield;
  }
  return noted;
}

function raise(counts: number[], number: number): void {
  counts[number] = (counts[number] ?? 0) + 1;
}

function byValue(one: Facet, other: Facet): number {
  return one.value === other.value ? 0 : one.value > other.value ? -1 : 1;
}

function byCount(one: Facet, other: Facet): number {
  return other.count - one.count || -byValue(one, other);
}
