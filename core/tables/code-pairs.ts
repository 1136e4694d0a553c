/** Which codes stand together: on one annotation, on words that overlap, or in one article. */

import type { Query } from '../query/query';
import { type CodeAxis, codesInSegment } from './code-axis';
import type { FoundInSegment } from './count-codes';
import { type CrossTable, codeItem } from './cross-table';

export type PairsWithin = 'annotation' | 'words' | 'article';

/** An annotation with a place in a kept text. UTF-16 units, end exclusive. */
export interface PlacedAnnotation {
  id: string;
  /** The digest of the text. */
  text: string;
  start: number;
  end: number;
  codeIds: readonly string[];
}

export interface PairCounter {
  /** For pairs on one annotation or in one article. */
  add(found: FoundInSegment): void;
  /** For overlapping words: the annotations of one article. */
  addPlaced(annotations: readonly PlacedAnnotation[]): void;
  /**
   * Both ways round. Off the diagonal: annotations with both codes; or pairs of annotations that overlap, one with each
   * code, an annotation with both being a pair with itself; or articles with both. On it: annotations, or articles, with the code.
   */
  table(): CrossTable;
}

export function createPairCounter(axis: CodeAxis, within: PairsWithin): PairCounter {
  const size = axis.codes.length;
  const counts = new Uint32Array(size * size);
  /** By pair of codes: the ids of the articles, or of the annotations, that make its count. */
  const behind = new Map<number, Set<string>>();
  const codesByArticle = new Map<string, Set<number>>();

  const step = (one: number, other: number) => {
    counts[one * size + other] = (counts[one * size + other] ?? 0) + 1;
    if (one !== other) counts[other * size + one] = (counts[other * size + one] ?? 0) + 1;
  };
  const stepPairs = (codes: readonly number[], note: (one: number, other: number) => void = () => {}) => {
    for (const [index, one] of codes.entries()) {
      for (const other of codes.slice(index)) {
        step(one, other);
        note(one, other);
      }
    }
  };
  const keep = (one: number, other: number, ids: readonly string[]) => {
    const key = Math.min(one, other) * size + Math.max(one, other);
    const known = behind.get(key) ?? new Set();
    behind.set(key, known);
    for (const id of ids) known.add(id);
  };

  return {
    add({ packed, indexes }) {
      const codesOf = codesInSegment(axis, packed);
      for (const index of indexes) {
        const codes = codesOf(index);
        if (within === 'annotation') stepPairs(codes);
        if (within !== 'article' || codes.length === 0) continue;
        const id = packed.articles[packed.articleOf[index] ?? 0]?.id ?? '';
        const known = codesByArticle.get(id) ?? new Set();
        codesByArticle.set(id, known);
        for (const code of codes) known.add(code);
      }
    },
    addPlaced(annotations) {
      const coded = annotations.map((annotation) => ({
        ...annotation,
        codes: axis.indexesOf(annotation.codeIds),
      }));
      for (const { id, codes } of coded) stepPairs(codes, (one, other) => keep(one, other, [id]));
      for (const [one, other] of overlapping(coded)) {
        // A pair with the codes both ways round is still one pair.
        const pairs = new Set<number>();
        for (const a of one.codes) {
          for (const b of other.codes) if (a !== b) pairs.add(Math.min(a, b) * size + Math.max(a, b));
        }
        for (const pair of pairs) {
          const [a, b] = [Math.floor(pair / size), pair % size];
          step(a, b);
          keep(a, b, [one.id, other.id]);
        }
      }
    },
    table() {
      for (const [id, codes] of codesByArticle) {
        stepPairs(
          [...codes].sort((one, other) => one - other),
          (one, other) => keep(one, other, [id]),
        );
      }
      codesByArticle.clear();
      const used = [...axis.codes.keys()].filter((code) => (counts[code * size + code] ?? 0) > 0);
      const items = used.map((code) => codeItem(axis, code, counts[code * size + code] ?? 0));
      const shown = new Uint32Array(used.length * used.length);
      for (const [row, one] of used.entries()) {
        for (const [column, other] of used.entries()) {
          shown[row * used.length + column] = counts[one * size + other] ?? 0;
        }
      }
      const cellQuery = (row: number, column: number): Query | null => {
        const [one, other] = [used[row] ?? 0, used[column] ?? 0];
        const clauses = [...new Set([one, other])].map((code) => axis.clauseOf(code));
        if (within === 'annotation') return clauses;
        const ids = [...(behind.get(Math.min(one, other) * size + Math.max(one, other)) ?? [])].sort();
        if (ids.length === 0) return null;
        const found = { isNot: false, field: 'id' as const, ids };
        return within === 'words' ? [found] : [found, axis.clauseOf(one)];
      };
      return {
        kind: 'pairs',
        facts: ['code'],
        rows: items.map(withName),
        columns: items,
        counts: shown,
        cellQuery,
      };
    },
  };
}

function withName<T extends { label: string }>(item: T): T & { facts: readonly string[] } {
  return { ...item, facts: [item.label] };
}

/** Every two that share a character of one text, each pair once. */
function* overlapping<T extends PlacedAnnotation>(annotations: readonly T[]): Generator<[T, T]> {
  for (const inText of Map.groupBy(annotations, ({ text }) => text).values()) {
    let open: T[] = [];
    for (const next of inText.toSorted((one, other) => one.start - other.start)) {
      open = open.filter(({ end }) => end > next.start);
      for (const before of open) yield [before, next];
      open.push(next);
    }
  }
}
