/** A step in words: what it was, and of how many. */

import { expect, it } from 'vitest';
import type { Change, OperationKind, RecordTable } from '../../core/operation';
import { stepOf } from '../../core/step';

const made = (table: RecordTable): Change => ({ table, id: 'x', before: null, after: {} });
const changed = (table: RecordTable): Change => ({ table, id: 'x', before: {}, after: {} });
const gone = (table: RecordTable): Change => ({ table, id: 'x', before: {}, after: null });

it.each<[OperationKind, Change[], number]>([
  ['keep', [made('articles'), made('codes'), made('annotations')], 1],
  ['keep', [made('articles'), made('annotations'), made('annotations')], 2],
  ['merge-codes', [changed('annotations'), gone('codes'), changed('codes')], 2],
  ['delete-code', [changed('annotations'), gone('codes'), gone('codes'), gone('codes')], 3],
  ['import-codebook', [made('codes'), changed('codes')], 2],
  ['split-code', [made('codes'), changed('annotations'), changed('annotations')], 2],
  ['empty-trash', [gone('annotations'), gone('annotations')], 2],
  ['rename-code', [changed('codes')], 1],
  ['fill-variable', [changed('articles')], 1],
])('%s counts what it is about', (kind, changes, count) => {
  expect(stepOf({ kind, changes })).toEqual({ kind, count });
});
