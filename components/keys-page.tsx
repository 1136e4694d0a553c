/** The settings' section of keys: every command with its key, which can be another one, and two switches. */

import { useState } from 'preact/hooks';
import { clashes, isBindable, shownKey, withKey } from '../core/key-bindings';
import { type KeyCommandName, keyCommand, keyCommandNames, keySurfaces } from '../core/key-commands';
import type { Problem } from '../core/problem';
import type { Settings } from '../core/settings';
import { keyWords } from './key-choices';
import { isComposition, keyName } from './key-press';
import { KeyRow } from './key-row';
import { commandName, surfaceWords } from './key-words';
import { ProblemBanner } from './problem-banner';
import { useStrings } from './strings';

export interface KeysPageProps {
  settings: Settings;
  problem: Problem | null;
  /** The library was written by a newer Pressmark: nothing may be changed. */
  isReadOnly: boolean;
  onChange(change: Partial<Settings>): void;
}

export function KeysPage({ settings, problem, isReadOnly, onChange }: KeysPageProps) {
  const t = useStrings();
  const [waiting, setWaiting] = useState<KeyCommandName | null>(null);
  const [said, setSaid] = useState('');
  const shared = clashes(settings);
  const namesOf = (commands: readonly KeyCommandName[]) =>
    commands.map((name) => commandName(name, t)).join(' · ');

  function give(name: KeyCommandName, key: string | null): void {
    const keys = withKey(settings, name, key);
    const next = { ...settings, keys };
    onChange({ keys });
    setWaiting(null);
    const others = clashes(next).get(name);
    const now = [commandName(name, t), keyWords(shownKey(name, next) ?? key ?? '')] as const;
    setSaid(others === undefined ? t('keys_now', ...now) : t('keys_now_clash', ...now, namesOf(others)));
  }

  function wait(name: KeyCommandName | null): void {
    setWaiting(name);
    setSaid(name === null ? '' : t('keys_waiting'));
  }

  function hear(event: KeyboardEvent, name: KeyCommandName): void {
    if (isComposition(event)) return;
    const { surface } = keyCommand(name);
    const isReading = surface === 'reading';
    const pressed = keyName(event, isReading || event.altKey);
    // Tab goes on, and that ends the waiting.
    if (pressed === null || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    // There Shift has a meaning of its own.
    const key = isReading ? pressed.replace('Shift+', '') : pressed;
    if (key === 'Escape') {
      setWaiting(null);
      setSaid(t('keys_left', commandName(name, t)));
    } else if (isBindable(key, surface)) give(name, key);
    else setSaid(t('keys_unfit', keyWords(key)));
  }

  return (
    <section id="keys" aria-labelledby="of-keys">
      <header class="row">
        <h2 id="of-keys">{t('keys_title')}</h2>
        <button
          type="button"
          class="quiet framed"
          aria-disabled={isReadOnly || Object.keys(settings.keys).length === 0 ? 'true' : undefined}
          onClick={() => {
            if (isReadOnly || Object.keys(settings.keys).length === 0) return;
            onChange({ keys: {} });
            setSaid(t('keys_all_are_usual'));
          }}
        >
          {t('keys_all_usual')}
        </button>
      </header>
      <div>
        {problem !== null && <ProblemBanner problem={problem} />}
        {isReadOnly && <p class="banner">{t('read_only')}</p>}
        <p>{t('keys_lead')}</p>
        <Switch
          name={t('plain_keys')}
          why={t('plain_keys_why')}
          isOn={settings.hasPlainKeys}
          isOff={isReadOnly}
          onSwitch={(hasPlainKeys) => onChange({ hasPlainKeys })}
        />
        <Switch
          name={t('codebook_locked')}
          why={t('codebook_lock_purpose')}
          isOn={settings.isCodebookLocked}
          isOff={isReadOnly}
          onSwitch={(isCodebookLocked) => onChange({ isCodebookLocked })}
        />
        {keySurfaces.map((surface) => {
          const { name: heading, more } = surfaceWords[surface];
          return (
            <section key={surface}>
              <h3 id={`of-${surface}`}>{t(heading)}</h3>
              {more !== null && <p class="hint">{t(more)}</p>}
              <table aria-labelledby={`of-${surface}`}>
                <thead>
                  <tr>
                    <th scope="col">{t('keys_command')}</th>
                    <th scope="col">{t('keys_key')}</th>
                    <th scope="col">{t('keys_change')}</th>
                  </tr>
                </thead>
                <tbody>
                  {keyCommandNames
                    .filter((name) => keyCommand(name).surface === surface)
                    .map((name) => (
                      <KeyRow
                        key={name}
                        command={name}
                        settings={settings}
                        clash={shared.has(name) ? namesOf(shared.get(name) ?? []) : null}
                        isWaiting={waiting === name}
                        isOff={isReadOnly}
                        onWait={(isWaiting) => wait(isWaiting ? name : null)}
                        onKey={(event) => hear(event, name)}
                        onUsual={() => give(name, null)}
                      />
                    ))}
                </tbody>
              </table>
            </section>
          );
        })}
      </div>
      <p class="said" role="status" data-empty={said === ''}>
        {said}
      </p>
    </section>
  );
}

interface SwitchProps {
  name: string;
  why: string;
  isOn: boolean;
  isOff: boolean;
  onSwitch(isOn: boolean): void;
}

function Switch({ name, why, isOn, isOff, onSwitch }: SwitchProps) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={isOn}
        disabled={isOff}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
      <span>
        {name}
        <span class="hint">{why}</span>
      </span>
    </label>
  );
}
