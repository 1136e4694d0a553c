/** The addresses at which an article is this one: one can be split off, another one joined. */

import { useId, useRef, useState } from 'preact/hooks';
import type { AboutArticle } from '../core/about-article';
import { cleanAddress } from '../core/address';
import type { SidebarActions } from './sidebar-model';
import { useStrings } from './strings';

interface AddressListProps {
  about: AboutArticle;
  canChange: boolean;
  actions: Pick<SidebarActions, 'joinAddress' | 'splitAddress'>;
}

export function AddressList({ about: { addresses, here }, canChange, actions }: AddressListProps) {
  const t = useStrings();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isRefused, setRefused] = useState(false);

  function join(event: Event): void {
    event.preventDefault();
    const typed = field.current?.value.trim() ?? '';
    const isAddress = cleanAddress(typed) !== null;
    setRefused(!isAddress);
    if (!isAddress || field.current === null) return;
    actions.joinAddress(typed);
    field.current.value = '';
  }

  return (
    <div class="addresses">
      <h2>{t('addresses')}</h2>
      <p class="hint">{t('addresses_why')}</p>
      <ul>
        {addresses.map((address, index) => (
          <li key={address}>
            <span id={`${id}-${index}`} dir="ltr">
              {address}
            </span>
            {address === here && <span class="hint">{t('address_here')}</span>}
            {canChange && addresses.length > 1 && (
              <button
                type="button"
                class="quiet framed"
                title={t('address_split_title')}
                aria-describedby={`${id}-${index}`}
                onClick={() => actions.splitAddress(address)}
              >
                {t('address_split')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {canChange && (
        <form class="row" onSubmit={join}>
          <input
            ref={field}
            type="text"
            inputMode="url"
            dir="ltr"
            placeholder={t('address_join_label')}
            aria-label={t('address_join_label')}
            aria-invalid={isRefused}
          />
          <button type="submit" class="quiet framed">
            {t('address_join')}
          </button>
          {isRefused && (
            <p class="hint" role="alert">
              {t('address_bad')}
            </p>
          )}
        </form>
      )}
    </div>
  );
}
