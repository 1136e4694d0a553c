/** Counts codes by something that an article's head tells, a segment at a time, without reading a record. */

import type { ArticleHead, Packed } from '../query/packed';
import { type CodeAxis, codesInSegment } from './code-axis';
import type { CountedRow } from './cross-table';

/** What a search has found in one segment. */
export interface FoundInSegment {
  packed: Pick<Packed, 'ids' | 'articles' | 'articleOf' | 'codes' | 'codeOf' | 'codeEnds' | 'starts'>;
  indexes: readonly number[];
}

export interface CodeCounter {
  add(found: FoundInSegment): void;
  /** By key. */
  rows(): ReadonlyMap<string, CountedRow>;
}

export function createCodeCounter(axis: CodeAxis, keyOf: (head: ArticleHead) => string): CodeCounter {
  const rows = new Map<string, CountedRow>();
  const rowFor = (key: string): CountedRow => {
    const row = rows.get(key) ?? { total: 0, counts: new Uint32Array(axis.codes.length) };
    rows.set(key, row);
    return row;
  };
  return {
    add({ packed, indexes }) {
      const codesOf = codesInSegment(axis, packed);
      const byArticle: (CountedRow | undefined)[] = [];
      for (const index of indexes) {
        const article = packed.articleOf[index] ?? 0;
        const head = packed.articles[article];
        if (head === undefined) continue;
        const row = byArticle[article] ?? rowFor(keyOf(head));
        byArticle[article] = row;
        row.total += 1;
        for (const code of codesOf(index)) row.counts[code] = (row.counts[code] ?? 0) + 1;
      }
    },
    rows: () => rows,
  };
}
