/** Undo and redo, read from the operations: they work after a restart and whichever page did the step. */

import { createStepFinder, type Operation, type StepFinder } from '../core/operation';
import type { Store } from './open-store';
import { type Command, type Journal, writeAtOnce } from './write';
import { partIds, recordParts } from './write-parts';

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
  const command: Command = { commandId, kind: 'undo' };
  const done = await writeAtOnce(store, command, async (journal) => {
    const step = (await findSteps(store)).undo();
    return step !== null && (await mayTakeBack(step)) ? takeBack(store, journal, command, step) : null;
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
  const command: Command = { commandId, kind: 'redo' };
  const done = await writeAtOnce(store, command, async (journal) => {
    const undone = (await findSteps(store)).redo();
    const step = undone === null ? null : await takenBackBy(store, undone);
    if (undone === null || step === null || !(await mayTakeBack(step))) return null;
    return takeBack(store, journal, command, undone);
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

/** By new operations like those of the step: as many, the last one first. */
async function takeBack(
  store: Store,
  journal: Journal,
  command: Command,
  step: Operation,
): Promise<Operation | null> {
  const { commandId: id, kind } = command;
  if (step.parts === undefined) return journal.record({ id, kind }, (recorder) => recorder.takeBack(step));
  const ids = await partIds(store, step);
  return recordParts(
    { store, journal, command },
    async (writePart) => {
      for (const partId of ids) {
        await writePart(async (recorder) => {
          const part = await store.database.operations.get(partId);
          if (part !== undefined) await recorder.takeBack(part);
        });
      }
    },
    step.id,
  );
}

/** Passes over the parts of a step without reading them. */
function findSteps({ database }: Store): Promise<StepFinder> {
  const { operations } = database;
  const olderThan = (clock: string | null) =>
    clock === null ? operations.orderBy('clock') : operations.where('clock').below(clock);
  return database.transaction('r', operations, async () => {
    const finder = createStepFinder();
    for (let before: string | null = null; ; ) {
      const operation: Operation | undefined = await olderThan(before).reverse().first();
      if (operation === undefined || finder.read(operation)) return finder;
      before = operation.parts?.from ?? operation.clock;
    }
  });
}

async function takenBackBy(store: Store, { undoes }: Operation): Promise<Operation | null> {
  return undoes === null ? null : ((await store.database.operations.get(undoes)) ?? null);
}
