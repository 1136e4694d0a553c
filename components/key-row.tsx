/** One command of the keys page: its key, and how it gets another one. */

import { isChosen, isCounting, keysOf } from '../core/key-bindings';
import { type KeyCommandName, keyCommand } from '../core/key-commands';
import type { Settings } from '../core/settings';
import { keyWords } from './key-choices';
import { commandName } from './key-words';
import { useStrings } from './strings';

interface KeyRowProps {
  command: KeyCommandName;
  settings: Settings;
  /** The names of the commands with the same key; null where it is alone with it. */
  clash: string | null;
  /** Whether the next key pressed becomes its key. */
  isWaiting: boolean;
  isOff: boolean;
  onWait(isWaiting: boolean): void;
  onKey(event: KeyboardEvent): void;
  onUsual(): void;
}

export function KeyRow(props: KeyRowProps) {
  const t = useStrings();
  const { command, settings, isWaiting, clash } = props;
  const name = commandName(command, t);
  const hasFocus = keyCommand(command).surface !== 'reading';
  const label = isWaiting ? t('keys_waiting') : t('keys_new');
  return (
    <tr data-command={command}>
      <th scope="row">{name}</th>
      <td>
        {keysOf(command, settings).map((key) => (
          <kbd key={key} data-off={!isCounting(key, settings, hasFocus)}>
            {keyWords(key)}
            {!isCounting(key, settings, hasFocus) && <span class="hint"> {t('keys_off')}</span>}
          </kbd>
        ))}
        {clash !== null && <span class="clash">{t('keys_clash', clash)}</span>}
      </td>
      <td>
        <span class="row">
          <button
            type="button"
            class="quiet framed"
            aria-label={isWaiting ? label : t('keys_new_of', name)}
            data-waiting={isWaiting}
            aria-disabled={props.isOff ? 'true' : undefined}
            onClick={(event) => {
              if (props.isOff) return;
              // Not every browser does it by itself, and the key must be heard here.
              event.currentTarget.focus();
              props.onWait(!isWaiting);
            }}
            onKeyDown={(event) => isWaiting && props.onKey(event)}
            onBlur={() => isWaiting && props.onWait(false)}
          >
            {label}
          </button>
          {isChosen(command, settings) && !props.isOff && (
            <button type="button" class="link" aria-label={t('keys_usual_of', name)} onClick={props.onUsual}>
              {t('keys_usual')}
            </button>
          )}
        </span>
      </td>
    </tr>
  );
}
