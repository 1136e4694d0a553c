/** Which key asks for what, under what the person has chosen. */

import { type KeyCommandName, type KeySurface, keyCommand, keyCommandNames } from './key-commands';
import type { Settings } from './settings';

export type KeyChoices = Pick<Settings, 'keys' | 'hasPlainKeys'>;

/** Modifiers in this order; a letter in lower case; named keys as the browser names them. */
const wellFormed = /^(?:Ctrl\+)?(?:Alt\+)?(?:Shift\+)?(?:Meta\+)?(?:\S|[A-Z][A-Za-z\d]+)$/u;
const withModifier = /(?:Ctrl|Alt|Meta)\+./u;
const functionKey = /^(?:Shift\+)?F\d+$/u;

/** Whether the person has chosen a key other than the usual one. */
export function isChosen(name: KeyCommandName, { keys }: KeyChoices): boolean {
  return Object.hasOwn(keys, name) && wellFormed.test(keys[name] ?? '');
}

/** All keys that ask for it, the one to show first, whether or not they count now. */
export function keysOf(name: KeyCommandName, choices: KeyChoices): readonly string[] {
  const { keys, always = [] } = keyCommand(name);
  if (!isChosen(name, choices)) return keys;
  return [...new Set([choices.keys[name] ?? '', ...always])];
}

/**
 * Letters, digits and signs count only where the person lets them; Enter, Delete and their like are in nobody's way
 * where a control of ours has the focus, and Escape leads out from everywhere: see WCAG 2.2, 2.1.4.
 * @param hasFocus whether a control of ours has it
 */
export function isCounting(key: string, { hasPlainKeys }: KeyChoices, hasFocus: boolean): boolean {
  if (hasPlainKeys || withModifier.test(key) || key === 'Escape' || functionKey.test(key)) return true;
  return hasFocus && key.replace('Shift+', '').length > 1;
}

/** Of several with one key, the one for which the person chose it, then the first of the list. */
export function commandOf(
  surface: KeySurface,
  key: string,
  choices: KeyChoices,
  hasFocus: boolean,
): KeyCommandName | null {
  if (!isCounting(key, choices, hasFocus)) return null;
  const found = keyCommandNames.filter(
    (name) => keyCommand(name).surface === surface && keysOf(name, choices).includes(key),
  );
  return found.find((name) => isChosen(name, choices)) ?? found[0] ?? null;
}

/** The key to write on its button; null where no key gets there. */
export function shownKey(name: KeyCommandName, choices: KeyChoices): string | null {
  const { surface } = keyCommand(name);
  return keysOf(name, choices).find((key) => commandOf(surface, key, choices, true) === name) ?? null;
}

/** Commands that share a key where both of them count, by name. Those that are alone with theirs are left out. */
export function clashes(choices: KeyChoices): ReadonlyMap<KeyCommandName, readonly KeyCommandName[]> {
  const found = new Map<KeyCommandName, KeyCommandName[]>();
  for (const name of keyCommandNames) {
    const own = keysOf(name, choices);
    const others = keyCommandNames.filter(
      (other) =>
        other !== name &&
        placeOf(keyCommand(other).surface) === placeOf(keyCommand(name).surface) &&
        keysOf(other, choices).some((key) => own.includes(key)),
    );
    if (others.length > 0) found.set(name, others);
  }
  return found;
}

/** What is for the page hears the same keys. A code with the focus hears them before the sidebar does. */
function placeOf(surface: KeySurface): KeySurface {
  return surface === 'ends' || surface === 'reading' ? 'toolbar' : surface;
}

/** What to keep as the person's choices when a command gets this key; null gives it the usual ones again. */
export function withKey(
  { keys }: KeyChoices,
  name: KeyCommandName,
  key: string | null,
): Readonly<Record<string, string>> {
  const { [name]: _, ...others } = keys;
  const usual = keyCommand(name).keys;
  const isUsual = key === null || (usual.length === 1 && usual[0] === key);
  return isUsual ? others : { ...others, [name]: key };
}

/**
 * Whether a person can choose it: keys that move the focus or the page stay what they are everywhere. Arrows with a modifier
 * are for what moves as they do, and a field keeps all that writes.
 */
export function isBindable(key: string, surface: KeySurface): boolean {
  const bare = key.replace(/^(?:(?:Ctrl|Alt|Shift|Meta)\+)+(?=.)/u, '');
  if (surface === 'ends' && bare !== key && bare.startsWith('Arrow')) return wellFormed.test(key);
  if (surface === 'field' && !withModifier.test(key) && !functionKey.test(key)) return false;
  return wellFormed.test(key) && !/^(?:Arrow|Tab$|Space$|Escape$|Page|Home$|End$)/u.test(bare);
}
