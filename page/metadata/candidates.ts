/** Chooses among what several places of a page say about one field. */

import type { Alternative, FoundValue, MetadataSource } from '../../core/article';

export type Candidate<T> = Alternative<T>;

/** Alternatives that nobody would look through are not kept. */
const mostAlternatives = 5;

export function candidate<T>(
  value: T | null | undefined,
  from: MetadataSource,
  confidence: number,
): Candidate<T>[] {
  return value === null || value === undefined ? [] : [{ value, from, confidence }];
}

/**
 * The value for which most speaks: places that agree count as independent witnesses, a place that says it twice as one.
 * @param keyOf values with the same key agree; the first of them is taken
 */
export function choose<T>(
  candidates: readonly Candidate<T>[],
  keyOf: (value: T) => string,
): FoundValue<T> | null {
  const groups = new Map<string, Candidate<T>[]>();
  for (const each of candidates) {
    const key = keyOf(each.value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else if (!group.some(({ from }) => from === each.from)) group.push(each);
  }
  const [best, ...others] = [...groups.values()]
    .map(unite)
    .sort((one, other) => other.confidence - one.confidence);
  return best === undefined ? null : { ...best, alternatives: others.slice(0, mostAlternatives) };
}

function unite<T>(group: readonly Candidate<T>[]): Candidate<T> {
  const [first] = group;
  if (first === undefined) throw new RangeError('no candidate to unite');
  const doubt = group.reduce((product, { confidence }) => product * (1 - confidence), 1);
  return { ...first, confidence: round(1 - doubt) };
}

function round(share: number): number {
  return Math.round(share * 1_000) / 1_000;
}
