/** Undo and redo, read from the operations: they work after a restart and whichever page did the step. */

import { createStepFinder, type Operation, type StepFinder } from '../core/operation';
import type { Store } from './open-store';
import { write } from './write';

/** Asked of the step in the transaction that would take it back; false leaves it as it is. */
export type MayTakeBack = (step: Operation) => Promise<boolean>;

/**
 * Takes back the newest step that still stands, by one new operation.
 * @returns the operation that was taken back, null where there was none
 */
export async function undo(
  store: Store,
  commandId: string,
  mayTakeBack: MayTakeBack = anyStep,
): Promise<Operation | null> {
  const done = await write(store, { commandId, kind: 'undo' }, async (recorder) => {
    const step = (await findSteps(store)).undo();
    if (step !== null && (await mayTakeBack(step))) await recorder.takeBack(step);
  });
  return done === null ? null : takenBackBy(store, done);
}

/**
 * Does the step again that was undone last, as long as nothing new was done since.
 * @returns the operation that was done again, null where there was none
 */
export async function redo(
  store: Store,
  commandId: string,
  mayTakeBack: MayTakeBack = anyStep,
): Promise<Operation | null> {
  const done = await write(store, { commandId, kind: 'redo' }, async (recorder) => {
    const undone = (await findSteps(store)).redo();
    if (undone === null) return;
    const step = await takenBackBy(store, undone);
    if (step !== null && (await mayTakeBack(step))) await recorder.takeBack(undone);
  });
  const undone = done === null ? null : await takenBackBy(store, done);
  return undone === null ? null : takenBackBy(store, undone);
}

/** What undo would take back and what redo would do again; null where there is none. Fit for `watch`. */
export async function nextUndoRedo(
  store: Store,
): Promise<{ undo: Operation | null; redo: Operation | null }> {
  const steps = await findSteps(store);
  const undone = steps.redo();
  return { undo: steps.undo(), redo: undone === null ? null : await takenBackBy(store, undone) };
}

async function anyStep(): Promise<boolean> {
  return true;
}

async function findSteps(store: Store): Promise<StepFinder> {
  const finder = createStepFinder();
  await store.database.operations
    .orderBy('clock')
    .reverse()
    .until((operation) => finder.read(operation))
    .each(() => {});
  return finder;
}

async function takenBackBy(store: Store, { undoes }: Operation): Promise<Operation | null> {
  return undoes === null ? null : ((await store.database.operations.get(undoes)) ?? null);
}
