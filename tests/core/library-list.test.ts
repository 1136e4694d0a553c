import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../core/annotation';
import { inTreeOrder } from '../../core/codebook/tree';
import { type FoundList, type FoundPart, orderFound } from '../../core/library-list';
import { type ListRow, listRows } from '../../core/library-list-rows';
import { type ListOrder, listOrders, orderLibrary } from '../../core/library-order';
import { doAll } from '../../core/steps';
import { type AnyLibrary, anyLibrary } from './any-packed';
import { codebook } from './query/any-query';

const ranks = new Map(inTreeOrder(codebook).map(({ id }, rank) => [id, rank]));
const anyOrder = fc.constantFrom(...listOrders);
const partsOf = ({ segments }: AnyLibrary): FoundPart[] =>
  segments.map((packed) => ({
    packed,
    indexes: Array.from(packed.isTrashed.keys()).filter((index) => packed.isTrashed[index] === 0),
  }));
const listOf = (library: AnyLibrary, order: ListOrder) =>
  orderFound(doAll(orderLibrary(library.segments, order, ranks)), partsOf(library));
const idsOf = ({ count, idAt }: FoundList) => Array.from({ length: count }, (_, position) => idAt(position));
const kept = ({ annotations }: AnyLibrary) => annotations.filter(({ deleted }) => deleted === null);

/** By comparing records, two by two. */
function naiveOrder(library: AnyLibrary, order: ListOrder): Annotation[] {
  const articles = new Map(library.articles.map((article) => [article.id, article]));
  const metadata = ({ articleId }: Annotation) => articles.get(articleId)?.metadata;
  const time = ({ created }: Annotation) => Date.parse(created) || 0;
  const place = ({ target }: Annotation) => target.position?.start ?? Number.MAX_SAFE_INTEGER;
  const code = ({ codeIds: [first] }: Annotation) => ranks.get(first ?? '') ?? ranks.size;
  const descending = (a: string, b: string) => (a === b ? 0 : a > b ? -1 : 1);
  const collator = new Intl.Collator();
  const asPages = (one: Annotation, other: Annotation) =>
    descending(metadata(one)?.published?.value ?? '', metadata(other)?.published?.value ?? '') ||
    -descending(one.articleId, other.articleId) ||
    place(one) - place(other) ||
    time(one) - time(other) ||
    -descending(one.id, other.id);
  const byOutlet = (one: Annotation, other: Annotation) => {
    const [a, b] = [metadata(one)?.outlet?.value, metadata(other)?.outlet?.value];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return collator.compare(a, b);
  };
  const first: Record<ListOrder, (one: Annotation, other: Annotation) => number> = {
    page: () => 0,
    newest: (one, other) => time(other) - time(one),
    oldest: (one, other) => time(one) - time(other),
    code: (one, other) => code(one) - code(other),
    outlet: byOutlet,
  };
  return kept(library).sort((one, other) => first[order](one, other) || asPages(one, other));
}

/** Heads and annotations as one reads them. */
function naiveRows(annotations: readonly Annotation[], closedIds: ReadonlySet<string>): string[] {
  return Array.from(Map.groupBy(annotations, ({ articleId }) => articleId)).flatMap(([articleId, own]) => [
    `${closedIds.has(articleId) ? 'closed' : 'open'} ${articleId} ${own.length}`,
    ...(closedIds.has(articleId) ? [] : own.map(({ id }) => id)),
  ]);
}

function readRow(row: ListRow | null): string {
  if (row === null) return 'nothing';
  return row.kind === 'annotation'
    ? row.id
    : `${row.isOpen ? 'open' : 'closed'} ${row.articleId} ${row.count}`;
}

describe('what was found', () => {
  it('stands in each order as if the records had been compared', () => {
    fc.assert(
      fc.property(anyLibrary, anyOrder, (library, order) => {
        const list = listOf(library, order);
        const { articleIds, articleOf } = list;
        const naive = naiveOrder(library, order);
        expect(idsOf(list)).toEqual(naive.map(({ id }) => id));
        for (const [position, { id }] of naive.entries()) expect(list.positionOf(id)).toBe(position);
        expect(list.positionOf('nobody')).toBe(-1);
        expect(Array.from(articleOf, (article) => articleIds[article])).toEqual(
          naive.map(({ articleId }) => articleId),
        );
      }),
    );
  });

  it('tells the codes of each', () => {
    fc.assert(
      fc.property(anyLibrary, anyOrder, (library, order) => {
        const list = listOf(library, order);
        const codeIds = new Map(library.annotations.map((annotation) => [annotation.id, annotation.codeIds]));
        for (const [position, id] of idsOf(list).entries())
          expect(list.codeIdsAt(position)).toEqual(codeIds.get(id));
      }),
    );
  });
});

describe('the rows', () => {
  it('of a flat list are the annotations', () => {
    fc.assert(
      fc.property(anyLibrary, anyOrder, (library, order) => {
        const list = listOf(library, order);
        const rows = listRows(list, { isGrouped: false, closedIds: new Set() });
        expect(Array.from({ length: rows.count }, (_, row) => readRow(rows.at(row)))).toEqual(idsOf(list));
        expect(rows.shownIds).toEqual(idsOf(list));
        expect(rows.foundIds).toEqual(idsOf(list));
        expect(rows.at(rows.count)).toBeNull();
      }),
    );
  });

  it('by article stand below its head, articles in the order of their first; a closed one is a head alone', () => {
    fc.assert(
      fc.property(anyLibrary, anyOrder, fc.nat(7), (library, order, closing) => {
        const closedIds = new Set(
          library.articles.filter((_, at) => closing & (1 << at)).map(({ id }) => id),
        );
        const list = listOf(library, order);
        const rows = listRows(list, { isGrouped: true, closedIds });
        const shown = Array.from({ length: rows.count }, (_, row) => readRow(rows.at(row)));
        const naive = naiveRows(naiveOrder(library, order), closedIds);
        expect(shown).toEqual(naive);
        expect(rows.found).toBe(kept(library).length);
        expect(rows.articleCount).toBe(new Set(kept(library).map(({ articleId }) => articleId)).size);
        expect(rows.shownCount).toBe(rows.shownIds.length);
        for (const [turn, id] of rows.shownIds.entries()) {
          expect(rows.shownId(turn)).toBe(id);
          expect(rows.turnOf(id)).toBe(turn);
          expect(rows.rowOf(turn)).toBe(naive.indexOf(id));
        }
        expect(rows.shownId(rows.shownCount)).toBeNull();
        expect(rows.rowOf(rows.shownCount)).toBe(-1);
        for (const { id, articleId } of kept(library)) {
          if (closedIds.has(articleId)) expect(rows.turnOf(id)).toBe(-1);
        }
      }),
    );
  });

  it('count the codes of those that are meant', () => {
    fc.assert(
      fc.property(anyLibrary, (library) => {
        const rows = listRows(listOf(library, 'page'), {
          isGrouped: false,
          closedIds: new Set(),
        });
        const meant = new Set(rows.shownIds.filter((_, index) => index % 2 === 0));
        const naive = new Map<string, number>();
        for (const { id, codeIds } of kept(library)) {
          if (meant.has(id)) for (const code of codeIds) naive.set(code, (naive.get(code) ?? 0) + 1);
        }
        expect(new Map([...rows.codeUses((id) => meant.has(id))].sort())).toEqual(new Map([...naive].sort()));
      }),
    );
  });
});
