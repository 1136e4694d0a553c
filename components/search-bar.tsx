/** Narrows the list: words to search for, and one code. */

import type { RefObject } from 'preact';
import { ActionButton } from './action-button';
import { SearchField } from './search-field';
import type { SidebarActions, SidebarState } from './sidebar-model';
import { useStrings } from './strings';

interface SearchBarProps {
  state: Pick<SidebarState, 'search' | 'codes' | 'codeFilter'>;
  actions: Pick<SidebarActions, 'search' | 'filterByCode' | 'openSettings'>;
  field: RefObject<HTMLInputElement | null>;
}

export function SearchBar({ state, actions, field }: SearchBarProps) {
  const t = useStrings();
  const usable = state.codes.filter(({ id, count }) => count > 0 || id === state.codeFilter);

  return (
    <search class="row search">
      <SearchField
        name={t('search')}
        value={state.search}
        field={field}
        onInput={actions.search}
        leaveKeys={['Escape']}
        onLeave={(input) => input.blur()}
      />
      {usable.length > 0 && (
        <select
          aria-label={t('filter_label')}
          title={t('filter_label')}
          value={state.codeFilter ?? ''}
          onChange={(event) => actions.filterByCode(event.currentTarget.value || null)}
        >
          <option value="" selected={state.codeFilter === null}>
            {t('filter_all')}
          </option>
          {usable.map(({ id, path, count }) => (
            <option key={id} value={id} selected={id === state.codeFilter}>
              {t('filter_count', path, String(count))}
            </option>
          ))}
        </select>
      )}
      <ActionButton
        name={t('keys_title')}
        command="sidebar-keys"
        icon="keys"
        onPress={actions.openSettings}
      />
    </search>
  );
}
