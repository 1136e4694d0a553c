import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createFacets, type Facet } from '../../core/library-facets';
import { withoutFilters } from '../../core/library-filters';
import type { FoundPart } from '../../core/library-list';
import { gradedBy, gradesToSee, nothingGraded } from '../../core/query/graded';
import { parseQuery } from '../../core/query/parse-query';
import type { Query } from '../../core/query/query';
import { createScan } from '../../core/query/scan';
import { doAll } from '../../core/steps';
import { type AnyLibrary, anyLibrary } from './any-packed';
import { anyQueryText, codebook } from './query/any-query';
import { isFound } from './query/naive-match';

const tallied = (values: readonly (string | null | undefined)[]): Facet[] =>
  Array.from(
    Map.groupBy(
      values.flatMap((value) => value ?? []),
      (value) => value,
    ),
    ([value, all]) => ({ value, count: all.length }),
  );
const byName = (facets: readonly Facet[]) =>
  facets.filter(({ count }) => count > 0).sort((one, other) => (one.value < other.value ? -1 : 1));

const findsOf = ({ segments }: AnyLibrary, query: Query, isTrashed: boolean) => {
  const finds = (wanted: Query): FoundPart[] => {
    const scan = createScan(wanted, codebook, { isTrashed });
    return segments.map((packed) => ({ packed, indexes: scan(packed) }));
  };
  return {
    outlet: finds(withoutFilters(query, 'outlet')),
    month: finds(withoutFilters(query, 'month')),
    language: finds(withoutFilters(query, 'language')),
    grade: finds(withoutFilters(query, 'grade')),
    note: finds(withoutFilters(query, 'note')),
    code: finds(query),
  };
};

/** What the records of those that are found say, one by one. */
const naiveReader = ({ annotations, articles }: AnyLibrary, query: Query, isTrashed: boolean) => {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const own = annotations.filter(({ deleted }) => (deleted !== null) === isTrashed);
  return (field: string) => {
    const wanted = query.filter((clause) => clause.isNot || !field.split(' ').includes(clause.field));
    return own.flatMap((annotation) => {
      const article = byId.get(annotation.articleId) ?? null;
      const isMeant = isFound(wanted, codebook, annotation, article);
      return isMeant ? { ...article?.metadata, annotation } : [];
    });
  };
};

it('counts what each filter would leave of what the query finds, as going through the records does', () => {
  const count = createFacets();
  const anyQuery = fc.array(anyQueryText, { maxLength: 2 }).map((texts) => parseQuery(texts.join(' ')));
  fc.assert(
    fc.property(anyLibrary, anyQuery, fc.boolean(), (library, query, isTrashed) => {
      const found = naiveReader(library, query, isTrashed);
      const facets = doAll(count(findsOf(library, query, isTrashed), nothingGraded));
      expect(byName(facets.outlets)).toEqual(
        byName(tallied(found('outlet').map((one) => one.outlet?.value))),
      );
      expect(byName(facets.languages)).toEqual(
        byName(tallied(found('lang').map((one) => one.language?.value.toLowerCase().split('-')[0]))),
      );
      expect(byName(facets.months)).toEqual(
        byName(
          tallied(found('before after').map((one) => /^\d{4}-\d\d/u.exec(one.published?.value ?? '')?.[0])),
        ),
      );
      expect(facets.noted).toBe(
        found('has').filter(({ annotation }) => annotation.note.trim() !== '').length,
      );
      const codeIds = found('').flatMap(({ annotation }) => annotation.codeIds);
      expect(facets.codes).toEqual(new Map(tallied(codeIds).map((one) => [one.value, one.count])));
    }),
  );
});

it('counts those of which a page said that they need a look, and what that leaves is what the query then finds', () => {
  const anyGrade = fc.constantFrom('lost', 'ambiguous', 'changed', 'moved', 'exact', 'pending');
  fc.assert(
    fc.property(anyLibrary, fc.array(anyGrade, { minLength: 30, maxLength: 30 }), (library, drawn) => {
      const graded = gradedBy(
        library.annotations.flatMap(({ id }, index) => ({ id, grade: drawn[index] ?? 'exact' })),
      );
      const { grades } = doAll(createFacets()(findsOf(library, [], false), graded));
      expect(grades.map(({ value }) => value)).toEqual(gradesToSee);
      for (const { value, count } of grades) {
        const scan = createScan(parseQuery(`grade:${value}`), [], { graded });
        expect(library.segments.flatMap(scan)).toHaveLength(count);
        const kept = library.annotations.filter(({ deleted }) => deleted === null);
        expect(kept.filter((one) => graded(value, one.articleId)?.has(one.id))).toHaveLength(count);
      }
    }),
  );
});

it('lists most annotations first, and of the same number by name; the latest month first', () => {
  fc.assert(
    fc.property(anyLibrary, (library) => {
      const { outlets, months } = doAll(createFacets()(findsOf(library, [], false), nothingGraded));
      for (const [index, { value, count }] of outlets.entries()) {
        const next = outlets[index + 1];
        if (next !== undefined)
          expect(count > next.count || (count === next.count && value < next.value)).toBe(true);
      }
      const names = months.map(({ value }) => value);
      expect(names).toEqual(names.toSorted().reverse());
    }),
  );
});
