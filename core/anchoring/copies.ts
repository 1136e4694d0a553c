/** Counts how often words stand elsewhere in a text: words that stood once are the same words wherever they were moved. */

/** UTF-16 units of either end of a quote that are looked for elsewhere. */
const pieceLength = 32;
/** More copies than this make no difference. */
const mostCopies = 9;

/** How often either end of the words from `start` to `end` stands elsewhere in the text; 9 at most. */
export function countCopies(text: string, start: number, end: number): number {
  return Math.max(
    ...endsOf(text.slice(start, end)).map(({ words, at }) => countElsewhere(text, words, start + at)),
  );
}

/** Whether fewer places hold an end of the words than did: a copy of them went, or they did. */
export function hasLostCopy(text: string, exact: string, copies: number): boolean {
  if (copies >= mostCopies) return false;
  return endsOf(exact).every(({ words }) => countElsewhere(text, words, null) <= copies);
}

function endsOf(exact: string): { words: string; at: number }[] {
  const start = { words: exact.slice(0, pieceLength), at: 0 };
  return exact.length <= pieceLength
    ? [start]
    : [start, { words: exact.slice(-pieceLength), at: exact.length - pieceLength }];
}

/** @param own where they stand themselves; null counts all */
function countElsewhere(text: string, words: string, own: number | null): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0 && count < mostCopies; at = text.indexOf(words, at + 1)) {
    if (at !== own) count += 1;
  }
  return count;
}
