/** A field that narrows what is listed below it: the search's key leads to it, Esc and a button empty it. */

import type { RefObject } from 'preact';
import { ActionButton } from './action-button';
import { useShownKey } from './key-choices';
import { isComposition } from './key-press';
import { useStrings } from './strings';

interface SearchFieldProps {
  /** Its name, and what stands in it while it is empty. */
  name: string;
  value: string;
  field: RefObject<HTMLInputElement | null>;
  onInput(text: string): void;
  /** These keys leave it; `Escape` only once it is empty. */
  leaveKeys: readonly string[];
  onLeave(input: HTMLInputElement): void;
}

export function SearchField({ name, value, field, onInput, leaveKeys, onLeave }: SearchFieldProps) {
  const t = useStrings();
  const key = useShownKey('sidebar-search');

  function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLInputElement }): void {
    if (isComposition(event)) return;
    if (event.key === 'Escape' && value !== '') onInput('');
    else if (leaveKeys.includes(event.key)) onLeave(event.currentTarget);
    else return;
    event.preventDefault();
  }

  return (
    <span class="search-field">
      <input
        ref={field}
        type="text"
        enterkeyhint="search"
        aria-label={name}
        aria-keyshortcuts={key}
        title={key === undefined ? name : t('with_key', name, key)}
        placeholder={name}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {value !== '' && (
        <ActionButton
          name={t('search_clear')}
          icon="close"
          onPress={() => {
            onInput('');
            field.current?.focus();
          }}
        />
      )}
    </span>
  );
}
