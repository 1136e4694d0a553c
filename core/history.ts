/** What was done to one record, read from the operations. */

import { timeOf } from './clock';
import type { Operation, OperationKind } from './operation';

export interface HistoryEntry {
  operationId: string;
  /** ISO 8601, UTC. */
  at: string;
  kind: OperationKind;
  changes: FieldChange[];
  /** The step was taken back, and not done again. */
  isUndone: boolean;
}

export interface FieldChange {
  field: string;
  /** Undefined where the record had no such field, or was not there. */
  before: unknown;
  /** As `before`. */
  after: unknown;
}

/**
 * Each step once, newest first, whether it stands or not: undo and redo are no entries of their own.
 * @param operations newest first; all that changed the record
 */
export function historyOf(id: string, operations: readonly Operation[]): HistoryEntry[] {
  const takenBack = new Set<string>();
  const entries: HistoryEntry[] = [];
  for (const { id: operationId, clock, kind, changes, undoes } of operations) {
    const isUndone = takenBack.has(operationId);
    if (!isUndone && undoes !== null) takenBack.add(undoes);
    const own = changes.filter((change) => change.id === id);
    if (undoes !== null || own.length === 0) continue;
    entries.push({ operationId, at: timeOf(clock), kind, changes: own.flatMap(fieldsOf), isUndone });
  }
  return entries;
}

/** Told by every change, and nothing that a person did. */
const kept: ReadonlySet<string> = new Set(['id', 'created', 'modified']);

function fieldsOf({ before, after }: Operation['changes'][number]): FieldChange[] {
  return Object.keys({ ...before, ...after })
    .filter((field) => !kept.has(field))
    .map((field) => ({ field, before: before?.[field], after: after?.[field] }));
}
