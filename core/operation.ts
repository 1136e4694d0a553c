/** The operation record: one recorded change, from which undo, trash, history and backup are read. */

export type RecordTable = 'annotations' | 'articles' | 'codes' | 'variables';

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
  | 're-attach'
  | 'adjust-ends'
  | 'merge-annotations'
  | 'delete'
  | 'restore'
  | 'empty-trash'
  | 'new-code'
  | 'rename-code'
  | 'colour-code'
  | 'describe-code'
  | 'move-code'
  | 'archive-code'
  | 'merge-codes'
  | 'split-code'
  | 'delete-code'
  | 'import-codebook'
  | 'edit-variable'
  | 'fill-variable'
  | 'correct-metadata'
  | 'add-address'
  | 'join'
  | 'split'
  | 'import'
  | 'decide'
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
  /** Of a step of several operations, on all but the last: the id of the last one, which stands for the step. */
  partOf?: string;
  /** On the last one, which itself changes nothing. */
  parts?: Parts;
}

/** The operations of a step that is too much for one of them: written in one transaction, one right after the other. */
export interface Parts {
  /** The clock of the first one. */
  from: string;
  /** How many changes of annotations they hold. */
  annotationCount: number;
}

/** The changes that take these back, last first. */
export function invert(changes: readonly Change[]): Change[] {
  return changes
    .map(({ table, id, before, after }) => ({ table, id, before: after, after: before }))
    .reverse();
}

/** Reads operations, newest first, until it knows what *Undo* and *Redo* would take back. */
export interface StepFinder {
  /** Takes the next older operation; true once older ones would change nothing. Parts of a step may be left out. */
  read(operation: Operation): boolean;
  /** What *Undo* takes back: the newest step that still stands. Null when there is none. */
  undo(): Operation | null;
  /** What *Redo* takes back: the newest undo, as long as nothing new was done since. Null when there is none. */
  redo(): Operation | null;
}

/** Synchronous, because a database transaction does not survive being awaited by an async iterator. */
export function createStepFinder(): StepFinder {
  const takenBack = new Set<string>();
  let undo: Operation | null = null;
  let redo: Operation | null = null;
  let isRedoDecided = false;

  return {
    read(operation) {
      if (operation.partOf !== undefined) return false;
      const stands = !takenBack.has(operation.id);
      if (stands && operation.undoes !== null) takenBack.add(operation.undoes);
      if (operation.kind === 'redo' || !stands) return false;
      if (operation.kind === 'undo') {
        if (!isRedoDecided) redo = operation;
        isRedoDecided = true;
        return false;
      }
      undo = operation;
      return true;
    },
    undo: () => undo,
    redo: () => redo,
  };
}
