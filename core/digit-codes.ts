/** Which code each digit gives, wherever codes are given: those with a digit of their own, and the recent ones on the others. */

import type { Code } from './code';

/** `1` to `9`. */
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/**
 * The ids of the codes that `1` to `9` give, in that order; null where a digit gives none. An archived code has no digit.
 * @param recentCodeIds most recently used first
 */
export function digitCodes(
  codes: readonly Pick<Code, 'id' | 'shortcut' | 'archived'>[],
  recentCodeIds: readonly string[],
): (string | null)[] {
  const offered = codes.filter(({ archived }) => (archived ?? null) === null);
  const owners = digits.map((digit) => offered.find(({ shortcut }) => shortcut === digit)?.id ?? null);
  const isOffered = new Set(offered.map(({ id }) => id));
  const rest = recentCodeIds.filter((id) => isOffered.has(id) && !owners.includes(id)).values();
  return owners.map((owner) => owner ?? rest.next().value ?? null);
}
