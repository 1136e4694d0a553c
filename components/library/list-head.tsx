/** What stands over the library's list: the search, how much was found, and in what order it stands. */

import type { RefObject } from 'preact';
import { type ListOrder, listOrders } from '../../core/library-order';
import type { LibraryView } from '../../core/library-view';
import { ActionButton } from '../action-button';
import { SearchField } from '../search-field';
import { type MessageKey, useStrings } from '../strings';
import { Switch } from '../switch';
import type { LibraryActions, LibraryState } from './library-model';
import { SearchHelp } from './search-help';

interface ListHeadProps {
  state: Pick<LibraryState, 'view' | 'list' | 'isWhole' | 'keptCount' | 'trashedCount' | 'isReadOnly'>;
  actions: Pick<LibraryActions, 'show' | 'restore' | 'emptyTrash' | 'openSettings'>;
  field: RefObject<HTMLInputElement | null>;
  areFiltersOpen: boolean;
  onFilters(): void;
  onLeaveField(): void;
}

const orderNames: Readonly<Record<ListOrder, MessageKey>> = {
  newest: 'sort_newest',
  oldest: 'sort_oldest',
  page: 'sort_page',
  code: 'sort_code',
  outlet: 'sort_outlet',
};

const parts: readonly (Pick<LibraryView, 'isTables' | 'isCoders'> & { name: MessageKey })[] = [
  { name: 'library_list', isTables: false, isCoders: false },
  { name: 'tables', isTables: true, isCoders: false },
  { name: 'coders', isTables: false, isCoders: true },
];

export function ListHead({ state, actions, field, areFiltersOpen, onFilters, onLeaveField }: ListHeadProps) {
  const t = useStrings();
  const { view, list } = state;
  const trash = list !== null && view.isTrashed && !state.isReadOnly && list.found > 0;
  return (
    <header class="library-top">
      <search class="row search">
        <span class="filters-button">
          <ActionButton
            name={t('library_filters')}
            icon="filter"
            isExpanded={areFiltersOpen}
            onPress={onFilters}
          />
        </span>
        <SearchField
          name={t('search')}
          value={view.query}
          field={field}
          onInput={(query) => actions.show({ query }, true)}
          leaveKeys={['Escape', 'Enter', 'ArrowDown']}
          onLeave={onLeaveField}
        />
        <ActionButton
          name={t('keys_title')}
          command="sidebar-keys"
          icon="keys"
          onPress={actions.openSettings}
        />
      </search>
      <SearchHelp />
      <div class="row library-summary">
        <p class="counts" role="status">
          {foundWords(state, t)}
        </p>
        <nav class="row views" aria-label={t('library_shows')}>
          {parts.map(({ name, isTables, isCoders }) => (
            <button
              key={name}
              type="button"
              aria-current={view.isTables === isTables && view.isCoders === isCoders ? 'true' : undefined}
              onClick={() => actions.show({ isTables, isCoders })}
            >
              {t(name)}
            </button>
          ))}
        </nav>
        <span class="row library-order" hidden={view.isTables || view.isCoders}>
          <select
            aria-label={t('sort_label')}
            title={t('sort_label')}
            value={view.order}
            onChange={(event) => {
              const order = listOrders.find((known) => known === event.currentTarget.value);
              if (order !== undefined) actions.show({ order });
            }}
          >
            {listOrders.map((order) => (
              <option key={order} value={order} selected={order === view.order}>
                {t(orderNames[order])}
              </option>
            ))}
          </select>
          <Switch isOn={view.isGrouped} onTurn={(isGrouped) => actions.show({ isGrouped })}>
            {t('library_group')}
          </Switch>
        </span>
      </div>
      {trash && (
        <div class="row">
          <span class="hint">{t('trash_about')}</span>
          <button type="button" class="quiet framed" onClick={() => actions.restore(list.shownIds)}>
            {t('restore_all')}
          </button>
          <button type="button" class="quiet framed" onClick={actions.emptyTrash}>
            {t('trash_erase')}
          </button>
        </div>
      )}
    </header>
  );
}

function foundWords(
  { list, isWhole, view, keptCount, trashedCount }: ListHeadProps['state'],
  t: ReturnType<typeof useStrings>,
): string {
  if (list === null) return t('page_loading');
  // How many articles there are is known once all has been read.
  if (!isWhole) return t('count_kept', String(view.isTrashed ? trashedCount : keptCount));
  return t('library_found', list.found.toLocaleString(), list.articleCount.toLocaleString());
}
