/** One coder's judgement of one unit, and how far two judgements are apart. */

export interface Rating {
  unit: string;
  coder: string;
  /**
   * Ids of codes, each once. Empty: the coder read the unit and gave it none, which is a judgement too; a unit that the
   * coder has not read has no rating at all.
   */
  codes: readonly string[];
}

/** 0 for the same set of codes, 1 for what could not be further apart. */
export type Distance = (one: ReadonlySet<string>, other: ReadonlySet<string>) => number;

/** The same set or another one: the nominal metric of Krippendorff (2011), section C. */
export const nominalDistance: Distance = (one, other) =>
  one.size === other.size && sharedBy(one, other) === one.size ? 0 : 1;

/**
 * Measuring Agreement on Set-valued Items: the share of common codes (Jaccard), weighted by whether the sets are the same
 * (1), one holds the other (0.67), they overlap (0.33), or have nothing in common (0). With the rounded weights of NLTK's
 * `masi_distance`; the paper has 2/3 and 1/3. Two empty sets are the same.
 * @see Passonneau (2006), Measuring Agreement on Set-valued Items (MASI) for Semantic and Pragmatic Annotation, LREC.
 */
export const masiDistance: Distance = (one, other) => {
  const shared = sharedBy(one, other);
  const union = one.size + other.size - shared;
  if (shared === union) return 0;
  const weight = shared === Math.min(one.size, other.size) ? 0.67 : shared > 0 ? 0.33 : 0;
  return 1 - (shared / union) * weight;
};

function sharedBy(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const code of one) if (other.has(code)) shared += 1;
  return shared;
}

/** The same for the same set, in whatever order. */
export function keyOf(codes: readonly string[]): string {
  return JSON.stringify(codes.toSorted());
}

/** Keys of what was given, with how often. */
export type Counts = ReadonlyMap<string, number>;

/** In the order of the keys, so that sums do not depend on the order of the ratings. */
export function countKeys(keys: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const key of keys.toSorted()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The distance of two keys; each key is read once. */
export function distanceOfKeys(distance: Distance): (one: string, other: string) => number {
  const sets = new Map<string, ReadonlySet<string>>();
  const setOf = (key: string) => {
    const set = sets.get(key) ?? new Set<string>(JSON.parse(key));
    sets.set(key, set);
    return set;
  };
  return (one, other) => (one === other ? 0 : distance(setOf(one), setOf(other)));
}
