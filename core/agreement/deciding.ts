/** What a person can decide at once where two coders differ, and how two people are told apart. */

import type { Disagreement } from './compare-coders';
import type { CoderPair } from './figures';

export const verdicts = ['first', 'second', 'both', 'neither'] as const;

export type Verdict = (typeof verdicts)[number];

/** The codes that the unit shall have. */
export function codesByVerdict(
  { given }: Pick<Disagreement, 'given'>,
  [first, second]: CoderPair,
  verdict: Verdict,
): readonly string[] {
  const codesOf = (wanted: string) => given.find(({ coder }) => coder === wanted)?.codeIds ?? [];
  switch (verdict) {
    case 'first':
      return codesOf(first);
    case 'second':
      return codesOf(second);
    case 'both':
      return [...new Set([...codesOf(first), ...codesOf(second)])];
    case 'neither':
      return [];
  }
}

/** A name for each: their own, else what they are called here; the second gets a number where both are the same. */
export function coderNames(own: CoderPair, fallback: CoderPair): CoderPair {
  const [first = '', second = ''] = own.map((name, index) => name.trim() || fallback[index] || '');
  return first === second ? [first, `${second} 2`] : [first, second];
}

/** Who made a decided version: nobody of the two alone. */
export function deciderName(pair: CoderPair): string {
  return pair.toSorted().join(' + ');
}
