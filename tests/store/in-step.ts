/** Whether what is stored beside the records to search and count them by says what the records say. */

import { expect } from 'vitest';
import { entryOf, headOf, unpack } from '../../core/query/packed';
import { fromStored } from '../../core/query/stored-packed';
import type { Store } from '../../store/open-store';
import { keyOf } from '../../store/segments';

/** Compared with the plainest reading of all records. */
export async function expectInStep({ database }: Store): Promise<void> {
  const { annotations, articles, segments, counts } = database;
  const all = await annotations.toArray();
  const stored = await segments.toArray();
  const parts = stored.map(fromStored);
  const byKey = new Map(all.map((annotation) => [keyOf(annotation), entryOf(annotation)]));
  const wanted = [...byKey.keys()].sort().map((key) => byKey.get(key));
  expect(parts.flatMap(unpack)).toEqual(wanted);
  for (const [index, part] of parts.entries()) {
    const { from, until } = stored[index] ?? { from: '', until: null };
    expect(until).toBe(stored[index + 1]?.from ?? null);
    const keys = unpack(part).map(keyOf);
    expect(keys.every((key) => key >= from && key < (until ?? '\uffff'))).toBe(true);
    expect(keys.length).toBeLessThanOrEqual(280);
  }
  const heads = new Map((await articles.toArray()).map((article) => [article.id, headOf(article)]));
  for (const head of parts.flatMap((part) => part.articles)) {
    expect(head).toEqual(heads.get(head.id) ?? { ...head, text: '\n\n', outlet: null });
  }
  const tally: Record<string, number> = {};
  for (const { deleted, codeIds } of all) {
    const keys =
      deleted === null ? ['kept', ...[...new Set(codeIds)].map((id) => `code/${id}`)] : ['trashed'];
    for (const key of keys) tally[key] = (tally[key] ?? 0) + 1;
  }
  expect(Object.fromEntries((await counts.toArray()).map(({ key, count }) => [key, count]))).toEqual(tally);
}
