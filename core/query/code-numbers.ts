/** Gives codes numbers, so that packed annotations need not look for ids at each search. */

import type { Packed } from './packed';

export interface CodeNumbers {
  /** By the number of the code, 1 for each of these; null where there are none. A number beyond its end is none of them. */
  flags(ids: ReadonlySet<string>): Uint8Array | null;
  /** By the index of the code in the packed annotations, its number. */
  numbersIn(packed: Packed): Uint32Array;
}

/** For as long as the same packed annotations are searched: each of them is numbered once. */
export function createCodeNumbers(): CodeNumbers {
  const numbers = new Map<string, number>();
  const known = new WeakMap<Packed, Uint32Array>();
  const numberOf = (id: string) => {
    const number = numbers.get(id) ?? numbers.size;
    if (number === numbers.size) numbers.set(id, number);
    return number;
  };
  return {
    flags(ids) {
      if (ids.size === 0) return null;
      const wanted = Array.from(ids, numberOf);
      const flags = new Uint8Array(numbers.size);
      for (const number of wanted) flags[number] = 1;
      return flags;
    },
    numbersIn(packed) {
      const before = known.get(packed);
      if (before !== undefined) return before;
      const made = Uint32Array.from(packed.codes, numberOf);
      known.set(packed, made);
      return made;
    },
  };
}
