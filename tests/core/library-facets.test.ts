import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createFacets, type Facet } from '../../core/library-facets';
import { anyLibrary } from './any-packed';

const tallied = (values: readonly (string | null | undefined)[]) =>
  Array.from(
    Map.groupBy(
      values.flatMap((value) => value ?? []),
      (value) => value,
    ),
    ([value, all]) => ({ value, count: all.length }),
  );
const sorted = (facets: readonly Facet[]) =>
  facets.toSorted((one, other) => (one.value < other.value ? -1 : 1));

it('counts outlets, months, languages and notes as going through the records does, in the trash and out of it', () => {
  const count = createFacets();
  fc.assert(
    fc.property(anyLibrary, fc.boolean(), ({ annotations, articles, segments }, isTrashed) => {
      const facets = count(segments, isTrashed);
      const own = annotations.filter(({ deleted }) => (deleted !== null) === isTrashed);
      const metadata = new Map(articles.map((article) => [article.id, article.metadata]));
      const of = own.map(({ articleId }) => metadata.get(articleId));
      expect(facets.total).toBe(own.length);
      expect(facets.noted).toBe(own.filter(({ note }) => note.trim() !== '').length);
      expect(sorted(facets.outlets)).toEqual(sorted(tallied(of.map((known) => known?.outlet?.value))));
      expect(sorted(facets.languages)).toEqual(
        sorted(tallied(of.map((known) => known?.language?.value.split('-')[0]))),
      );
      expect(facets.months).toEqual(
        sorted(tallied(of.map((known) => /^\d{4}-\d\d/u.exec(known?.published?.value ?? '')?.[0]))).reverse(),
      );
      expect(count(segments, isTrashed)).toEqual(facets);
    }),
  );
});

it('lists most annotations first, and of the same number by name', () => {
  fc.assert(
    fc.property(anyLibrary, ({ segments }) => {
      const { outlets } = createFacets()(segments, false);
      for (const [index, { value, count }] of outlets.entries()) {
        const next = outlets[index + 1];
        if (next !== undefined)
          expect(count > next.count || (count === next.count && value < next.value)).toBe(true);
      }
    }),
  );
});
