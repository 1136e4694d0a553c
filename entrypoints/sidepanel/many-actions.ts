/** What the sidebar does to several annotations at once, to the trash, to article variables, and to all places of a phrase. */

import type { SidebarActions } from '../../components/sidebar-model';
import { stepOf } from '../../core/step';
import { askTab } from '../../platform/tabs';
import { annotationHistory } from '../../store/history';
import { editAnnotations, removeAnnotations, restoreAnnotations } from '../../store/many';
import type { Store } from '../../store/open-store';
import { emptyTrash } from '../../store/trash';
import { nextUndoRedo } from '../../store/undo';
import { fillVariable, removeVariable, saveVariable } from '../../store/variables';
import type { Facts } from './facts';
import { type Attempt, silentPage } from './place-actions';
import type { DoStep } from './step-doer';

interface ManyParts {
  store: Store;
  facts(): Facts;
  attempt: Attempt;
  doStep: DoStep;
}

type ManyActions = Pick<
  SidebarActions,
  | 'editMany'
  | 'removeMany'
  | 'restore'
  | 'emptyTrash'
  | 'readHistory'
  | 'saveVariable'
  | 'removeVariable'
  | 'fillVariable'
  | 'findOccurrences'
  | 'keepOccurrences'
>;

export function manyActions({ store, facts, attempt, doStep }: ManyParts): ManyActions {
  return {
    editMany: (ids, edit) =>
      void doStep(
        (commandId) => editAnnotations(store, { commandId, ids, edit }),
        [...(edit.newCodes ?? []), edit.addNote ?? ''].filter((words) => words !== '').join('\n'),
      ),
    removeMany: (ids) => void doStep((commandId) => removeAnnotations(store, { commandId, ids })),
    restore: (ids) => void doStep((commandId) => restoreAnnotations(store, { commandId, ids })),
    emptyTrash: () => void doStep((commandId) => emptyTrash(store, { commandId, before: null })),
    readHistory: (id) => annotationHistory(store, id),
    saveVariable: (id, draft) =>
      void doStep(
        (commandId) => saveVariable(store, { commandId, id, ...draft }),
        [draft.name, ...draft.choices].join('\n'),
      ),
    removeVariable: (id) => void doStep((commandId) => removeVariable(store, { commandId, id })),
    fillVariable(variableId, value) {
      const { article } = facts().library;
      if (article === null) return;
      const request = { articleId: article.id, variableId, value };
      void doStep((commandId) => fillVariable(store, { commandId, ...request }), value);
    },
    async findOccurrences(phrase) {
      const { tab } = facts().page;
      return tab === null ? null : askTab(tab.id, 'occurrences', { phrase });
    },
    keepOccurrences: (places, codeIds, newCodes) =>
      void attempt(async () => {
        const { tab } = facts().page;
        const spans = places.map(({ start, end }) => ({ start, end }));
        const kept =
          tab === null ? null : await askTab(tab.id, 'keepOccurrences', { places: spans, codeIds, newCodes });
        if (kept === null) return { problem: silentPage };
        // The page has done it: the newest step is its own, unless something was done since.
        const { undo } = await nextUndoRedo(store);
        if (kept === 0 || undo?.kind !== 'keep') return { status: null };
        return { status: { kind: 'done', step: stepOf(undo), operationId: undo.id } };
      }, newCodes.join('\n')),
  };
}
