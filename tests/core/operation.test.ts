/** What undo and redo take back, checked against the plain two stacks that people have in mind. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createStepFinder, invert, type Operation, type OperationKind } from '../../core/operation';

function operation(id: string, kind: OperationKind = 'note', undoes: string | null = null): Operation {
  return { id, device: 'laptop', clock: id, kind, changes: [], undoes };
}

function stepsOf(oldestFirst: readonly Operation[]) {
  const finder = createStepFinder();
  for (const one of oldestFirst.toReversed()) if (finder.read(one)) break;
  return { undo: finder.undo(), redo: finder.redo() };
}

describe('finding the next steps', () => {
  test('an empty history has nothing to undo and nothing to redo', () => {
    expect(stepsOf([])).toEqual({ undo: null, redo: null });
  });

  test('when the only step was undone, it can be redone', () => {
    const undone = operation('2', 'undo', '1');
    expect(stepsOf([operation('1'), undone])).toEqual({ undo: null, redo: undone });
  });

  test('something new ends what could be redone', () => {
    const steps = stepsOf([operation('1'), operation('2', 'undo', '1'), operation('3')]);
    expect(steps.undo?.id).toBe('3');
    expect(steps.redo).toBeNull();
  });

  test('any walk of doing, undoing and redoing takes back what two stacks would', () => {
    const walk = fc.array(fc.constantFrom('do', 'undo', 'redo'), { maxLength: 60 });
    fc.assert(
      fc.property(walk, (acts) => {
        const history: Operation[] = [];
        const done: string[] = [];
        let undone: { step: string; by: string }[] = [];
        for (const [index, act] of acts.entries()) {
          const id = String(index);
          const found = stepsOf(history);
          expect(found.undo?.id).toBe(done.at(-1));
          expect(found.redo?.id).toBe(undone.at(-1)?.by);
          if (act === 'do') {
            history.push(operation(id));
            done.push(id);
            undone = [];
          } else if (act === 'undo') {
            const step = done.pop();
            if (step === undefined) continue;
            history.push(operation(id, 'undo', step));
            undone.push({ step, by: id });
          } else {
            const last = undone.pop();
            if (last === undefined) continue;
            history.push(operation(id, 'redo', last.by));
            done.push(last.step);
          }
        }
      }),
    );
  });

  test('reading stops at the step that undo takes back', () => {
    const finder = createStepFinder();
    expect(finder.read(operation('3', 'undo', '2'))).toBe(false);
    expect(finder.read(operation('2'))).toBe(false);
    expect(finder.read(operation('1'))).toBe(true);
  });
});

test('inverting twice gives the same changes', () => {
  const changes = [
    { table: 'codes', id: 'a', before: null, after: { id: 'a' } },
    { table: 'annotations', id: 'b', before: { note: '' }, after: { note: 'x' } },
  ] as const;
  expect(invert(invert(changes))).toEqual(changes);
  expect(invert(changes)[0]).toEqual({
    table: 'annotations',
    id: 'b',
    before: { note: 'x' },
    after: { note: '' },
  });
});
