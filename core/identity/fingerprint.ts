/** Tells texts that are mostly the same from texts that are not, by 64 numbers: the same story at another address. */

const size = 64;

/** Fewer overlapping pieces than this say nothing: a page that is still loading is like any other. */
const fewest = 20;

/**
 * From here on two texts are held for the same story. Copies have 0.3 and more as long as half of the text is kept;
 * different articles of one outlet, with all that it puts around them, up to 0.2. See docs/decisions/0013.
 */
export const likeEnough = 0.3;

const character = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const units = new RegExp(String.raw`${character}|(?:(?!${character})[\p{L}\p{N}\p{M}])+`, 'gu');
const isCharacter = new RegExp(`^${character}`, 'u');

/**
 * MinHash (A. Broder, "On the resemblance and containment of documents", 1997) over pieces of five characters where words
 * are not set apart, else of three words. Punctuation, spaces, case and width do not count.
 * @returns 64 safe integers, each of which can stand in an index by itself: its place is in it. Empty for too short a text
 */
export function fingerprint(text: string): number[] {
  const found = text.normalize('NFKC').toLowerCase().match(units) ?? [];
  const hashes = found.map(hashOf);
  const least = new Uint32Array(size).fill(0xffffffff);
  let pieces = 0;
  for (const [start, unit] of found.entries()) {
    const length = isCharacter.test(unit) ? 5 : 3;
    if (start + length > hashes.length) continue;
    pieces += 1;
    let piece = length;
    for (let at = start; at < start + length; at += 1) piece = mix(piece ^ (hashes[at] ?? 0));
    for (let place = 0; place < size; place += 1) {
      const value = mix(piece ^ Math.imul(place + 1, 0x9e3779b1));
      if (value < (least[place] ?? 0)) least[place] = value;
    }
  }
  return pieces < fewest ? [] : Array.from(least, (value, place) => place * 2 ** 32 + value);
}

/** The share of pieces that two texts have in common, estimated: 0 to 1. 0 where either is empty. */
export function likeness(one: readonly number[], other: readonly number[]): number {
  if (one.length !== size || other.length !== size) return 0;
  return one.filter((value, place) => value === other[place]).length / size;
}

/** FNV-1a, 32 bits. */
function hashOf(unit: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < unit.length; at += 1) hash = Math.imul(hash ^ unit.charCodeAt(at), 0x01000193);
  return hash;
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the result. */
function mix(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}
