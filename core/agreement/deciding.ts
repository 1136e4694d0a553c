/** What a person can decide at once where two coders differ, and how two people are told apart. */

import type { Annotation } from '../annotation';
import type { Disagreement } from './compare-coders';
import type { CoderPair } from './figures';
import type { Unit } from './units';

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

/** What was decided of these units before, as far as it gave them codes. @param only the codes that are compared; null: all */
export function earlierDecisions(
  disagreements: readonly Pick<Disagreement, 'unit'>[],
  decided: readonly Annotation[],
  only: ReadonlySet<string> | null,
): Map<string, readonly string[]> {
  const byArticle = Map.groupBy(decided, ({ articleId }) => articleId);
  const decisions = new Map<string, readonly string[]>();
  for (const { unit } of disagreements) {
    const touching = (byArticle.get(unit.articleId) ?? []).filter((annotation) => isOf(unit, annotation));
    const codeIds = touching
      .flatMap((annotation) => annotation.codeIds)
      .filter((id) => only === null || only.has(id));
    if (codeIds.length > 0) decisions.set(unit.id, [...new Set(codeIds)]);
  }
  return decisions;
}

/** Whether it was decided of one of these units. */
export function isOfAny(units: readonly Unit[], annotation: Annotation): boolean {
  return units.some((unit) => unit.articleId === annotation.articleId && isOf(unit, annotation));
}

function isOf({ kind, span }: Unit, { target: { position } }: Annotation): boolean {
  if (kind === 'article') return true;
  return span !== null && position !== null && position.start < span.end && position.end > span.start;
}
