/** Narrows the list: words to search for, and one code. */

import type { RefObject } from 'preact';
import { ActionButton } from './action-button';
import { useShownKey } from './key-choices';
import { isComposition } from './key-press';
import type { SidebarActions, SidebarState } from './sidebar-model';
import { useStrings } from './strings';

interface SearchBarProps {
  state: Pick<SidebarState, 'search' | 'codes' | 'codeFilter'>;
  actions: Pick<SidebarActions, 'search' | 'filterByCode' | 'openSettings'>;
  field: RefObject<HTMLInputElement | null>;
}

export function SearchBar({ state, actions, field }: SearchBarProps) {
  const t = useStrings();
  const key = useShownKey('sidebar-search');
  const usable = state.codes.filter(({ id, count }) => count > 0 || id === state.codeFilter);

  function clear(): void {
    actions.search('');
    field.current?.focus();
  }

  return (
    <search class="row search">
      <span class="search-field">
        <input
          ref={field}
          type="text"
          enterkeyhint="search"
          aria-label={t('search')}
          aria-keyshortcuts={key}
          title={key === undefined ? t('search') : t('with_key', t('search'), key)}
          placeholder={t('search')}
          value={state.search}
          onInput={(event) => actions.search(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (isComposition(event) || event.key !== 'Escape') return;
            if (state.search === '') event.currentTarget.blur();
            else actions.search('');
          }}
        />
        {state.search !== '' && <ActionButton name={t('search_clear')} icon="close" onPress={clear} />}
      </span>
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
