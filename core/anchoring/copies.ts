/** Counts how often words stand elsewhere in a text: words that stood once are the same words wherever they were moved. */

/** UTF-16 units of either end of a quote that are looked for elsewhere. */
const pieceLength = 32;
/** More copies than this make no difference. */
const mostCopies = 9;

/** How often either end of the words from `start` to `end` stands elsewhere in the text; 9 at most. */
export function countCopies(text: string, start: number, end: number): number {
  const atStart = countElsewhere(text, start, Math.min(end, start + pieceLength));
  if (end - start <= pieceLength) return atStart;
  return Math.max(atStart, countElsewhere(text, end - pieceLength, end));
}

function countElsewhere(text: string, start: number, end: number): number {
  const words = text.slice(start, end);
  let count = 0;
  for (let at = text.indexOf(words); at >= 0 && count < mostCopies; at = text.indexOf(words, at + 1)) {
    if (at !== start) count += 1;
  }
  return count;
}
