/** What the sidebar does to article variables, and to all places of a phrase. */

import type { SidebarActions } from '../../components/sidebar-model';
import { stepOf } from '../../core/step';
import { askTab } from '../../platform/tabs';
import type { Store } from '../../store/open-store';
import { nextUndoRedo } from '../../store/undo';
import { fillVariable, removeVariable, saveVariable } from '../../store/variables';
import type { Attempt } from '../../wiring/attempt';
import type { DoStep } from '../../wiring/step-doer';
import type { Facts } from './facts';
import { silentPage } from './place-actions';

interface OccurrenceParts {
  store: Store;
  facts(): Facts;
  attempt: Attempt;
  doStep: DoStep;
}

type OccurrenceActions = Pick<
  SidebarActions,
  'saveVariable' | 'removeVariable' | 'fillVariable' | 'findOccurrences' | 'keepOccurrences'
>;

export function occurrenceActions({ store, facts, attempt, doStep }: OccurrenceParts): OccurrenceActions {
  return {
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
