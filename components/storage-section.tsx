/** How much the library holds, and whether the browser has promised to keep it. */

import type { SettingsActions, StorageState } from './settings-model';
import { type MessageKey, useStrings } from './strings';

interface StorageSectionProps {
  /** Null until it has been read. */
  state: StorageState | null;
  actions: Pick<SettingsActions, 'askToPersist'>;
}

export function StorageSection({ state, actions }: StorageSectionProps) {
  const t = useStrings();
  return (
    <section id="storage" aria-labelledby="of-storage">
      <h2 id="of-storage">{t('storage_title')}</h2>
      {state !== null && (
        <>
          <dl class="amounts">
            <Amount name={t('storage_annotations')} value={amount(state.annotations)} />
            <Amount name={t('storage_articles')} value={amount(state.articles)} />
            <Amount name={t('storage_codes')} value={amount(state.codes)} />
            <Amount name={t('storage_trashed')} value={amount(state.trashed)} />
            {state.usage !== null && <Amount name={t('storage_usage')} value={megabytes(state.usage)} />}
          </dl>
          <p role="status">{t(promiseWords(state))}</p>
          {!state.isPersisted && (
            <button type="button" class="quiet framed" onClick={actions.askToPersist}>
              {t('storage_ask')}
            </button>
          )}
        </>
      )}
    </section>
  );
}

function promiseWords({ isPersisted, isRefused }: StorageState): MessageKey {
  if (isPersisted) return 'storage_kept';
  return isRefused ? 'storage_refused' : 'storage_not_kept';
}

function Amount({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function amount(value: number): string {
  return value.toLocaleString();
}

function megabytes(bytes: number): string {
  const value = bytes / 1e6;
  const maximumFractionDigits = value < 10 ? 1 : 0;
  return `${value.toLocaleString(undefined, { maximumFractionDigits })} MB`;
}
