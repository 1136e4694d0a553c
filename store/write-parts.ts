/** A step that is too much for one operation: several of them in one transaction, which undo takes back as one. */

import type { Operation } from '../core/operation';
import type { Store } from './open-store';
import type { Command, Journal, RecordChange } from './write';

/** Makes a change that is a part of the step. */
export type WritePart = (change: RecordChange) => Promise<void>;

/**
 * One operation for each part that changed something, and a last one without changes that stands for all of them: a
 * record of a hundred thousand changes would be read again with every look at what undo takes back.
 * @returns the last one; null where nothing differed
 */
export async function recordParts(
  { store, journal, command }: { store: Store; journal: Journal; command: Command },
  work: (writePart: WritePart) => Promise<void>,
  undoes: string | null = null,
): Promise<Operation | null> {
  const { commandId, kind } = command;
  let from: string | null = null;
  let annotationCount = 0;
  await work(async (change) => {
    const part = await journal.record({ id: store.environment.newId(), kind, partOf: commandId }, change);
    if (part === null) return;
    from ??= part.clock;
    annotationCount += part.changes.filter(({ table }) => table === 'annotations').length;
  });
  if (from === null) return null;
  return journal.add({ id: commandId, kind, undoes, parts: { from, annotationCount } });
}

/** The ids of the parts of a step, last first. */
export function partIds({ database }: Store, { parts, clock }: Operation): Promise<string[]> {
  if (parts === undefined) return Promise.resolve([]);
  return database.operations.where('clock').between(parts.from, clock, true, false).reverse().primaryKeys();
}
