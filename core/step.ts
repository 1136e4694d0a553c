/** A step as *Undo* names it: what was done, and to how many. */

import type { Operation, OperationKind, RecordTable } from './operation';

export interface Step {
  kind: OperationKind;
  /** Codes where the step is about codes, annotations otherwise; at least 1. */
  count: number;
}

export function stepOf({ kind, changes, parts }: Pick<Operation, 'kind' | 'changes' | 'parts'>): Step {
  if (parts !== undefined) return { kind, count: Math.max(1, parts.annotationCount) };
  const touched = (table: RecordTable) => changes.filter((change) => change.table === table);
  if (kind === 'merge-codes') {
    // What the others were merged into stays.
    const gone = touched('codes').filter(({ after }) => after === null);
    return { kind, count: gone.length + 1 };
  }
  const counted = touched(aboutCodes.has(kind) ? 'codes' : 'annotations');
  return { kind, count: Math.max(1, counted.length) };
}

const aboutCodes: ReadonlySet<OperationKind> = new Set(['delete-code', 'import-codebook']);
