/** Converts offsets between UTF-16 units, in which we store, and code points, in which most formats count. */

export interface CodePointTable {
  /** Null where the offset lies outside the text or inside a surrogate pair. */
  toCodePoints(units: number): number | null;
  /** Null where the offset lies outside the text. */
  toUnits(codePoints: number): number | null;
}

/**
 * Reads the text once; each conversion is then a binary search among its characters beyond U+FFFF, of which most
 * texts have few. A lone surrogate counts as one code point, as it does for `for … of`.
 */
export function codePointTable(text: string): CodePointTable {
  const pairs = Array.from(text.matchAll(/[\u{10000}-\u{10FFFF}]/gu), ({ index }) => index);
  const length = text.length - pairs.length;
  return {
    toCodePoints(units) {
      if (!Number.isInteger(units) || units < 0 || units > text.length) return null;
      const before = countBelow(pairs, units, (pair) => pair);
      return before > 0 && pairs[before - 1] === units - 1 ? null : units - before;
    },
    toUnits(codePoints) {
      if (!Number.isInteger(codePoints) || codePoints < 0 || codePoints > length) return null;
      return codePoints + countBelow(pairs, codePoints, (pair, pairsBefore) => pair - pairsBefore);
    },
  };
}

/** How many pairs stand before the limit, by the place that `placeOf` gives them; places ascend. */
function countBelow(
  pairs: readonly number[],
  limit: number,
  placeOf: (pair: number, index: number) => number,
): number {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (placeOf(pairs[middle] ?? 0, middle) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
