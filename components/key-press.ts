/** What every shortcut asks first of a key press: which key is it, and is it not meant for a field or an input method? */

import { isElement } from './any-frame';

/** The part of a KeyboardEvent that shortcuts look at. */
export interface KeyPress {
  readonly key: string;
  /** The place on the keyboard. */
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
  /** The innermost target first, also through a page's own open shadow roots. */
  composedPath(): EventTarget[];
}

/** Some browsers end a composition with a key press that only this legacy code gives away. */
const compositionKeyCode = 229;

const editable =
  'input, textarea, select, [contenteditable]:not([contenteditable="false" i]), [role="textbox"], [role="searchbox"], [role="combobox"]';
const pressable = 'button, a[href], summary, [role="button"], [role="menuitem"], [role="option"]';

/** True while an input method is choosing characters: then no key is a command. */
export function isComposition(press: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean {
  return press.isComposing || press.keyCode === compositionKeyCode;
}

/** False in an editable field, and while an input method is choosing characters. */
export function isForPage(press: KeyPress): boolean {
  return !isComposition(press) && !isWithin(press.composedPath()[0], editable);
}

/**
 * The key as shortcuts are written: `h`, `Shift+z`, `Alt+j`, `#`, `Ctrl+Enter`. Letters in lower case whatever Caps Lock says;
 * signs without Shift, which some keyboards need for them and others do not. Null for a modifier alone, and for what is no key.
 * @param isByPlace whether anything but a letter or digit is named by its place on the keyboard: Alt makes other letters of
 * them on a Mac
 */
export function keyName(press: KeyPress, isByPlace = press.altKey): string | null {
  const key = isByPlace && !/^[a-z\d]$/iu.test(press.key) ? (placeName(press.code) ?? press.key) : press.key;
  if (/^(?:Shift|Control|Alt|AltGraph|Meta|CapsLock|Dead|Process|Unidentified|)$/u.test(key)) return null;
  const isLetter = key.toLowerCase() !== key.toUpperCase();
  const name = key === ' ' ? 'Space' : [...key].length === 1 ? key.toLowerCase() : key;
  const modifiers = [
    press.ctrlKey ? 'Ctrl+' : '',
    press.altKey ? 'Alt+' : '',
    press.shiftKey && isLetter ? 'Shift+' : '',
    press.metaKey ? 'Meta+' : '',
  ];
  return modifiers.join('') + name;
}

const signPlaces: ReadonlyMap<string, string> = new Map([
  ['BracketLeft', '['],
  ['BracketRight', ']'],
  ['Minus', '-'],
  ['Equal', '='],
  ['Semicolon', ';'],
  ['Quote', "'"],
  ['Backquote', '`'],
  ['Backslash', '\\'],
  ['Comma', ','],
  ['Period', '.'],
  ['Slash', '/'],
]);

/** What an English keyboard has there; null for keys without a sign. */
function placeName(code: string): string | null {
  return /^(?:Key|Digit)([A-Z\d])$/u.exec(code)?.[1]?.toLowerCase() ?? signPlaces.get(code) ?? null;
}

/**
 * The key as `keyName` writes it. Null when the press is no shortcut: in an editable field, while composing, or `Enter` on
 * something that `Enter` already presses.
 */
export function shortcutKey(press: KeyPress): string | null {
  if (!isForPage(press)) return null;
  if (press.key === 'Enter' && isWithin(press.composedPath()[0], pressable)) return null;
  return keyName(press);
}

function isWithin(target: EventTarget | undefined, selector: string): boolean {
  // A form's own properties can be shadowed by its fields' names, so the method is taken from the prototype.
  return isElement(target) && Element.prototype.closest.call(target, selector) !== null;
}
