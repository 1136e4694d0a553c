/** The keys that decide where two coders differ: a key press in, a verdict out. */

import { type Verdict, verdicts } from '../../core/agreement/deciding';
import { commandOf, type KeyChoices } from '../../core/key-bindings';
import { type KeyPress, shortcutKey } from '../key-press';

/** Null where the key press decides nothing. */
export function decidingKeyAction(press: KeyPress, choices: KeyChoices): Verdict | null {
  const key = shortcutKey(press);
  const command = key === null ? null : commandOf('deciding', key, choices, true);
  return verdicts.find((verdict) => command === `deciding-${verdict}`) ?? null;
}
