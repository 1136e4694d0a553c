/** What every page that lists annotations does to them, to one or to many, and how steps are taken back. */

import type { SidebarActions } from '../components/sidebar-model';
import { wordsOf } from '../core/problem';
import { stepOf } from '../core/step';
import { newId } from '../platform/new-id';
import { editAnnotation, removeAnnotation } from '../store/annotations';
import { annotationHistory } from '../store/history';
import { editAnnotations, removeAnnotations, restoreAnnotations } from '../store/many';
import type { Store } from '../store/open-store';
import { emptyTrash } from '../store/trash';
import { redo, undo } from '../store/undo';
import type { Attempt, Shown } from './attempt';
import type { DoStep } from './step-doer';

interface AnnotationParts extends Shown {
  store: Store;
  attempt: Attempt;
  doStep: DoStep;
}

export type AnnotationActions = Pick<
  SidebarActions,
  | 'edit'
  | 'remove'
  | 'editMany'
  | 'removeMany'
  | 'restore'
  | 'emptyTrash'
  | 'readHistory'
  | 'undo'
  | 'redo'
  | 'dismissStatus'
  | 'dismissProblem'
>;

export function annotationActions({
  store,
  attempt,
  doStep,
  outcome,
  show,
}: AnnotationParts): AnnotationActions {
  return {
    edit: (id, edit) =>
      void attempt(async () => {
        const { note } = edit;
        try {
          await editAnnotation(store, { commandId: newId(), id, address: null, edit });
        } catch (error) {
          if (note !== undefined) show({ unsavedNote: { id, note } });
          throw error;
        }
        const unsaved = outcome().unsavedNote;
        const isSaved =
          unsaved !== null && note !== undefined && (unsaved.id === id || note.includes(unsaved.note));
        return { status: null, ...(isSaved && { unsavedNote: null }) };
      }, wordsOf(edit)),
    remove: (id) =>
      void attempt(async () => {
        const operationId = newId();
        await removeAnnotation(store, { commandId: operationId, id, address: null });
        return { status: { kind: 'deleted', operationId } };
      }),
    editMany: (ids, edit) =>
      void doStep(
        (commandId) => editAnnotations(store, { commandId, ids, edit }),
        [...(edit.newCodes ?? []), edit.addNote ?? ''].filter((words) => words !== '').join('\n'),
      ),
    removeMany: (ids) => void doStep((commandId) => removeAnnotations(store, { commandId, ids })),
    restore: (ids) => void doStep((commandId) => restoreAnnotations(store, { commandId, ids })),
    emptyTrash: () => void doStep((commandId) => emptyTrash(store, { commandId, before: null })),
    readHistory: (id) => annotationHistory(store, id),
    undo: () =>
      void attempt(async () => {
        const step = await undo(store, newId());
        return { status: step === null ? null : { kind: 'undone', step: stepOf(step) } };
      }),
    redo: () =>
      void attempt(async () => {
        const step = await redo(store, newId());
        return { status: step === null ? null : { kind: 'redone', step: stepOf(step) } };
      }),
    dismissStatus: () => show({ status: null }),
    dismissProblem: () => show({ problem: null, unsavedNote: null }),
  };
}
