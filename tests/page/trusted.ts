/** Events that count as a person's: jsdom calls every dispatched event a script's, so its own record of it is changed. */

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { implForWrapper } = require('jsdom/lib/generated/idl/utils.js') as {
  implForWrapper(event: Event): object | null;
};

export function trusted<E extends Event>(event: E): E {
  const record = implForWrapper(event);
  if (record === null) throw new Error('jsdom keeps its events otherwise now');
  Object.defineProperty(record, 'isTrusted', { get: () => true, set: () => undefined });
  return event;
}

/** A key that a person presses where the focus is, or on `target`. False when somebody took it. */
export function pressKey(
  key: string,
  target: EventTarget = document.body,
  more: KeyboardEventInit = {},
): boolean {
  const init = { key, code: `Key${key}`, bubbles: true, cancelable: true, composed: true, ...more };
  return target.dispatchEvent(trusted(new KeyboardEvent('keydown', init)));
}

export function releaseKey(key: string, target: EventTarget = document.body): void {
  const init = { key, code: `Key${key}`, bubbles: true, cancelable: true, composed: true };
  target.dispatchEvent(trusted(new KeyboardEvent('keyup', init)));
}
