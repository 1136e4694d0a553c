/** How a component learns which key a command has now: from what the person has chosen, handed down by whoever mounts the tree. */

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { commandOf, type KeyChoices, shownKey } from '../core/key-bindings';
import type { KeyCommandName } from '../core/key-commands';
import { usualSettings } from '../core/settings';
import { isComposition, type KeyPress, keyName } from './key-press';

export const Keys = createContext<KeyChoices>(usualSettings);

/** As it is written on buttons; undefined where no key asks for it now. */
export function useShownKey(command: KeyCommandName | undefined): string | undefined {
  const choices = useContext(Keys);
  const key = command === undefined ? null : shownKey(command, choices);
  return key === null ? undefined : keyWords(key);
}

/** What a key pressed in a field asks for; null where it only writes. */
export function useFieldCommand(): (press: KeyPress) => KeyCommandName | null {
  const choices = useContext(Keys);
  return (press) => {
    const key = isComposition(press) ? null : keyName(press);
    return key === null ? null : commandOf('field', key, choices, true);
  };
}

/** As keyboards name it. */
export function keyWords(key: string): string {
  return key
    .replace(/Escape$/u, 'Esc')
    .replace(/Meta\+(?=.)/u, '⌘+')
    .replace(/Arrow(?:Left|Right|Up|Down)$/u, (arrow) => arrowSigns[arrow] ?? arrow);
}

const arrowSigns: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};
