/** What can be done to all chosen annotations in the trash. */

import { ActionButton } from '../action-button';
import type { ChosenCards } from '../chosen-cards';
import { useStrings } from '../strings';
import type { LibraryActions } from './library-model';

interface ChosenTrashProps {
  chosen: ChosenCards;
  actions: Pick<LibraryActions, 'restore'>;
  isReadOnly: boolean;
}

export function ChosenTrash({ chosen, actions, isReadOnly }: ChosenTrashProps) {
  const t = useStrings();
  return (
    <section class="chosen-bar" aria-label={t('chosen_label')}>
      <div class="row">
        <strong aria-live="polite">{t('chosen_count', String(chosen.ids.length))}</strong>
        {!isReadOnly && (
          <button
            type="button"
            class="quiet framed"
            onClick={() => {
              actions.restore(chosen.ids);
              chosen.clear();
            }}
          >
            {t('restore')}
          </button>
        )}
        <ActionButton name={t('chosen_clear')} command="sidebar-close" icon="close" onPress={chosen.clear} />
      </div>
    </section>
  );
}
