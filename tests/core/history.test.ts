/** What was done to one record, read from the operations. */

import { expect, it } from 'vitest';
import { historyOf } from '../../core/history';
import type { Change, Operation, OperationKind } from '../../core/operation';

const change = (id: string, before: object | null, after: object | null): Change => ({
  table: 'annotations',
  id,
  before: before === null ? null : { ...before },
  after: after === null ? null : { ...after },
});

let clock = 0;
function operation(
  id: string,
  kind: OperationKind,
  changes: Change[],
  undoes: string | null = null,
): Operation {
  clock += 1;
  return { id, device: 'a', clock: `${String(clock).padStart(15, '0')}.000000.a`, kind, changes, undoes };
}

it('names what each step changed in the record and nothing that changes with every step', () => {
  const operations = [
    operation('1', 'keep', [change('a', null, { id: 'a', note: 'x', created: 't', modified: 't' })]),
    operation('2', 'note', [
      change('a', { note: 'x', modified: 't' }, { note: 'y', modified: 'u' }),
      change('b', { note: '' }, { note: 'y' }),
    ]),
    operation('3', 'empty-trash', [change('a', { id: 'a', note: 'y' }, null)]),
  ].toReversed();
  expect(historyOf('a', operations).map(({ kind, changes }) => [kind, changes])).toEqual([
    ['empty-trash', [{ field: 'note', before: 'y', after: undefined }]],
    ['note', [{ field: 'note', before: 'x', after: 'y' }]],
    ['keep', [{ field: 'note', before: undefined, after: 'x' }]],
  ]);
});

it('tells which steps were taken back, and forgets it where they were done again', () => {
  const note = [change('a', { note: 'x' }, { note: 'y' })];
  const operations = [
    operation('1', 'note', note),
    operation('2', 'undo', note, '1'),
    operation('3', 'redo', note, '2'),
    operation('4', 'note', note),
    operation('5', 'undo', note, '4'),
  ].toReversed();
  expect(historyOf('a', operations).map(({ operationId, isUndone }) => [operationId, isUndone])).toEqual([
    ['4', true],
    ['1', false],
  ]);
});
