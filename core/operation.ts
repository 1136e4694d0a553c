/** The operation record: one recorded change, from which undo, trash, history and backup are read. */

export type RecordTable = 'annotations' | 'articles' | 'codes';

/** Field names to values. On an update only the fields that changed. */
export type Fields = Readonly<Record<string, unknown>>;

/** One record's change. `before` null: it was made; `after` null: it was taken away. */
export interface Change {
  table: RecordTable;
  id: string;
  before: Fields | null;
  after: Fields | null;
}

/** What the person did; names the step in "Undo …". */
export type OperationKind =
  | 'keep'
  | 'code'
  | 'note'
  | 'delete'
  | 'restore'
  | 'rename-code'
  | 'colour-code'
  | 'correct-metadata'
  | 'add-address'
  | 'import'
  | 'undo'
  | 'redo';

/** Written once, in the transaction that makes its changes, and never changed after. */
export interface Operation {
  /** Given by whoever asks, so that asking twice does the work once. A UUID. */
  id: string;
  device: string;
  /** Hybrid logical clock, sortable as text; see `core/clock.ts`. */
  clock: string;
  kind: OperationKind;
  changes: Change[];
  /** For `undo` and `redo`: the operation that this one takes back. */
  undoes: string | null;
}

/** The changes that take these back, last first. */
export function invert(changes: readonly Change[]): Change[] {
  return changes
    .map(({ table, id, before, after }) => ({ table, id, before: after, after: before }))
    .reverse();
}

/**
 * What *Undo* and *Redo* would take back now, reading newest first and only as far as needed.
 * Undo skips what is already undone; redo exists only while nothing new was done since the undo.
 */
export async function nextSteps(
  newestFirst: AsyncIterable<Operation> | Iterable<Operation>,
): Promise<{ undo: Operation | null; redo: Operation | null }> {
  const takenBack = new Set<string>();
  let redo: Operation | null = null;
  let redoDecided = false;
  for await (const operation of newestFirst) {
    if (operation.undoes !== null && !takenBack.has(operation.id)) takenBack.add(operation.undoes);
    if (operation.kind === 'undo') {
      if (!redoDecided && !takenBack.has(operation.id)) {
        redo = operation;
        redoDecided = true;
      }
      continue;
    }
    if (operation.kind === 'redo') continue;
    if (!redoDecided && !takenBack.has(operation.id)) redoDecided = true;
    if (!takenBack.has(operation.id)) return { undo: operation, redo };
  }
  return { undo: null, redo };
}
