/** GUIDs for what has no id of its own in a library, the same at every export. */

import { uuidOf } from '../uuid';

/**
 * A UUID that follows from the names, by cyrb128's way of mixing: not safe against people who
 * look for two names with one GUID, who would harm only their own file.
 */
export function derivedGuid(...names: readonly string[]): string {
  const text = JSON.stringify(names);
  let [a, b, c, d] = [1_779_033_703, 3_144_134_277, 1_013_904_242, 2_773_480_762];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = b ^ Math.imul(a ^ unit, 597_399_067);
    b = c ^ Math.imul(b ^ unit, 2_869_860_233);
    c = d ^ Math.imul(c ^ unit, 951_274_213);
    d = a ^ Math.imul(d ^ unit, 2_716_044_179);
  }
  a = Math.imul(c ^ (a >>> 18), 597_399_067);
  b = Math.imul(d ^ (b >>> 22), 2_869_860_233);
  c = Math.imul(a ^ (c >>> 17), 951_274_213);
  d = Math.imul(b ^ (d >>> 19), 2_716_044_179);
  const hex = [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a]
    .map((part) => (part >>> 0).toString(16).padStart(8, '0'))
    .join('');
  return uuidOf(hex);
}
