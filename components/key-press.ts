/** What every shortcut asks first of a key press: is it a plain key, and not meant for a field or an input method? */

import { isElement } from './any-frame';

/** The part of a KeyboardEvent that shortcuts look at. */
export interface KeyPress {
  readonly key: string;
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
 * The key as a shortcut names it: letters in lower case whatever Caps Lock says.
 * Null when the press is no shortcut: in an editable field, while composing, with a modifier other than Shift,
 * or `Enter` on something that `Enter` already presses.
 */
export function shortcutKey(press: KeyPress): string | null {
  if (!isForPage(press) || press.ctrlKey || press.altKey || press.metaKey) return null;
  if (press.key === 'Enter' && isWithin(press.composedPath()[0], pressable)) return null;
  return press.key.length === 1 ? press.key.toLowerCase() : press.key;
}

function isWithin(target: EventTarget | undefined, selector: string): boolean {
  // A form's own properties can be shadowed by its fields' names, so the method is taken from the prototype.
  return isElement(target) && Element.prototype.closest.call(target, selector) !== null;
}
