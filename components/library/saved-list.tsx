/** Searches with names: shown again by a press, and what is shown now kept under a name. */

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { printView } from '../../core/library-view';
import { ActionButton } from '../action-button';
import { isComposition } from '../key-press';
import { useStrings } from '../strings';
import type { LibraryActions, LibraryState } from './library-model';

interface SavedListProps {
  state: Pick<LibraryState, 'saved' | 'view' | 'isReadOnly'>;
  actions: Pick<LibraryActions, 'saveSearch' | 'showSaved' | 'removeSaved'>;
}

export function SavedList({ state, actions }: SavedListProps) {
  const t = useStrings();
  const [name, setName] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const isNaming = name !== null;
  useLayoutEffect(() => field.current?.focus(), [isNaming]);
  const shown = printView(state.view);
  const canSave = !state.isReadOnly && shown !== '' && !state.saved.some(({ view }) => view === shown);
  if (state.saved.length === 0 && !canSave) return null;

  function save(): void {
    const given = name?.trim() ?? '';
    if (given !== '') actions.saveSearch(given);
    setName(null);
  }

  return (
    <section class="facets">
      <h2>{t('saved_searches')}</h2>
      {/* A list without markers is no list to some screen readers unless it says so. */}
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <ul role="list">
        {state.saved.map((search) => (
          <li key={search.id} class="saved-row">
            <button
              type="button"
              class="filter-row"
              aria-pressed={search.view === shown ? 'true' : 'false'}
              onClick={() => actions.showSaved(search)}
            >
              <span class="filter-name" dir="auto">
                {search.name}
              </span>
            </button>
            {!state.isReadOnly && (
              <ActionButton
                class="icon-button small"
                name={t('saved_remove', search.name)}
                icon="close"
                onPress={() => actions.removeSaved(search.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {name === null && canSave && (
        <button type="button" class="link" onClick={() => setName(state.view.query)}>
          {t('saved_save')}
        </button>
      )}
      {name !== null && (
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <input
            ref={field}
            type="text"
            dir="auto"
            aria-label={t('saved_name')}
            placeholder={t('saved_name')}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && !isComposition(event)) setName(null);
            }}
          />
          <button type="submit" class="primary">
            {t('save')}
          </button>
        </form>
      )}
    </section>
  );
}
