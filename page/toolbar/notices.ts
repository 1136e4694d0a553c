/** What is read out after a change, in the words of steps. */

import type { PageStep } from '../../core/messages';
import type { OperationKind } from '../../core/operation';
import type { ToolbarNotice } from '../../core/toolbar';

export function doneNotice(kind: OperationKind, count = 1): ToolbarNotice {
  return { kind: 'done', step: { kind, count } };
}

export function stepNotice(step: 'undo' | 'redo', taken: PageStep): ToolbarNotice {
  if (taken === 'elsewhere') return { kind: 'step-elsewhere' };
  if (taken === 'none') return { kind: step === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo' };
  return { kind: step === 'undo' ? 'undone' : 'redone', step: taken };
}
