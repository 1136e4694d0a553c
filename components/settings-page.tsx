/** The frame of the settings: a way to each section, and the sections one below the other. */

import type { ComponentChildren } from 'preact';
import type { MessageKey } from './strings';
import { useStrings } from './strings';

const sections: readonly { id: string; name: MessageKey }[] = [
  { id: 'storage', name: 'storage_title' },
  { id: 'backup', name: 'backup_title' },
  { id: 'privacy', name: 'privacy_title' },
  { id: 'keys', name: 'keys_title' },
];

export function SettingsPage({ children }: { children: ComponentChildren }) {
  const t = useStrings();
  return (
    <div class="settings">
      <header>
        <h1>{t('settings_title')}</h1>
        <nav aria-label={t('settings_parts')} class="row">
          {sections.map(({ id, name }) => (
            <a key={id} href={`#${id}`}>
              {t(name)}
            </a>
          ))}
        </nav>
      </header>
      <main>{children}</main>
    </div>
  );
}
