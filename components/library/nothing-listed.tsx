/** What stands where the library's list is empty: why, and the next step. */

import { useStrings } from '../strings';
import type { LibraryActions, LibraryState } from './library-model';

interface NothingListedProps {
  state: Pick<LibraryState, 'list' | 'isWhole' | 'view' | 'keptCount' | 'trashedCount'>;
  actions: Pick<LibraryActions, 'show'>;
}

export function NothingListed({ state, actions }: NothingListedProps) {
  const t = useStrings();
  const { list, isWhole, view } = state;
  if (list === null || !isWhole || list.found > 0) return null;
  const stored = view.isTrashed ? state.trashedCount : state.keptCount;
  if (stored > 0) {
    return (
      <section class="empty">
        <h2>{t('nothing_found')}</h2>
        <button type="button" class="quiet framed" onClick={() => actions.show({ query: '' })}>
          {t('show_all')}
        </button>
      </section>
    );
  }
  return (
    <section class="empty">
      <h2>{t(view.isTrashed ? 'trash_empty' : 'library_empty')}</h2>
      <p>{t(view.isTrashed ? 'trash_empty_next' : 'library_empty_next')}</p>
    </section>
  );
}
