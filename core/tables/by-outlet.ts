/** Codes by outlet; names that search takes for the same are one outlet. */

import { foldForSearch } from '../search';
import type { CodeAxis } from './code-axis';
import { type CodeCounter, createCodeCounter } from './count-codes';
import { type CrossTable, crossTable } from './cross-table';

export interface OutletCounter extends CodeCounter {
  /** How an outlet is written, by its key. */
  nameOf(key: string): string;
}

export function countByOutlet(axis: CodeAxis): OutletCounter {
  const names = new Map<string, string>();
  const counter = createCodeCounter(axis, ({ outlet }) => {
    const key = foldForSearch(outlet ?? '');
    const known = names.get(key);
    // Of several spellings always the same one, in whatever order they come.
    if (outlet !== null && (known === undefined || outlet < known)) names.set(key, outlet);
    return key;
  });
  return { ...counter, nameOf: (key) => (key === '' ? '' : (names.get(key) ?? key)) };
}

/** Those with most annotations first; articles without an outlet last. */
export function outletTable(axis: CodeAxis, counter: OutletCounter): CrossTable {
  const rows = Array.from(counter.rows(), ([key, { total, counts }]) => {
    const label = counter.nameOf(key);
    const clause = { isNot: false, field: 'outlet' as const, text: label, isWhole: true };
    return { key, label, facts: [label], query: key === '' ? null : [clause], total, counts };
  }).sort(
    (one, other) =>
      Number(one.key === '') - Number(other.key === '') ||
      other.total - one.total ||
      (one.key < other.key ? -1 : 1),
  );
  return crossTable('outlet', axis, ['outlet'], rows);
}
