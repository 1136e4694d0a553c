/** Aligns, word by word, what lies between two matching runs: there the old text was edited. */

import { informationOf, lineStart, type UnitBuffer } from './fold-units';

/** Units in the old and in the new buffer, end exclusive. */
export interface Gap {
  oldStart: number;
  oldEnd: number;
  nowStart: number;
  nowEnd: number;
  /** Whether nothing matching is known beyond: then words of the new text there need not be explained. */
  isOpenBefore: boolean;
  isOpenAfter: boolean;
}

/** A word of the old text and what stands in its place: the same, or another word. */
export interface WordPair {
  oldStart: number;
  oldEnd: number;
  nowStart: number;
  nowEnd: number;
  isSame: boolean;
}

/** What edits cost, in bits, where the same word earns what it tells: another word in its place, a word taken out… */
const otherWord = 1.5;
const takenOut = 3;
/** …and words put in: together, so that they are not scattered over an insertion that says something else. */
const putInStart = 3;
const putInWord = 0.1;
/** More where an insertion starts or ends in the middle of a line, or inside the quote or what lies around it. */
const insideLine = 2.5;
const insideQuote = 1;
/** Two words that begin or end alike by so many units may be forms of one; shorter ones are alike by chance. */
const leastAlike = 3;

/** Cells of the table; more than that is no edit any more. */
const mostCells = 60_000;

/**
 * The pairs in order; words taken out or put in have none. Empty where the gap is too large to be one edit.
 * @param borders where the quote starts and ends in the old buffer: what is put in there is likely not part of it
 */
export function alignWords(
  old: UnitBuffer,
  now: UnitBuffer,
  gap: Gap,
  borders: readonly [number, number],
): WordPair[] {
  const before = wordsOf(old, gap.oldStart, gap.oldEnd);
  const after = wordsOf(now, gap.nowStart, gap.nowEnd);
  const [rows, columns] = [before.length - 1, after.length - 1];
  if (rows <= 0 || columns <= 0 || rows * columns > mostCells) return [];
  const width = columns + 1;
  /** The least cost up to a cell, where the last thing was no insertion, and where it was one. */
  const plain = new Float32Array((rows + 1) * width).fill(Number.POSITIVE_INFINITY);
  const inside = new Float32Array((rows + 1) * width).fill(Number.POSITIVE_INFINITY);
  const isFree = (row: number) => (row === 0 && gap.isOpenBefore) || (row === rows && gap.isOpenAfter);
  const isLine = (column: number) => now.starts[after[column] ?? 0] === lineStart;
  const startCost = (row: number, column: number) =>
    isFree(row)
      ? 0
      : putInStart +
        (isLine(column) ? 0 : insideLine) +
        (borders.includes(before[row] ?? 0) ? 0 : insideQuote);
  const endCost = (row: number, column: number) => (isFree(row) || isLine(column) ? 0 : insideLine);
  const at = (table: Float32Array, row: number, column: number) =>
    table[row * width + column] ?? Number.POSITIVE_INFINITY;
  const best = (row: number, column: number) =>
    Math.min(at(plain, row, column), at(inside, row, column) + endCost(row, column));
  const change = (row: number, column: number) =>
    changeCost(old, before[row] ?? 0, before[row + 1] ?? 0, now, after[column] ?? 0, after[column + 1] ?? 0);
  const word = (row: number) => (isFree(row) ? 0 : putInWord);
  plain[0] = 0;
  for (let row = 0; row <= rows; row += 1) {
    for (let column = 0; column <= columns; column += 1) {
      const cell = row * width + column;
      if (column > 0) {
        inside[cell] = Math.min(
          at(plain, row, column - 1) + startCost(row, column - 1) + word(row),
          at(inside, row, column - 1) + word(row),
        );
      }
      if (row === 0) continue;
      let least = best(row - 1, column) + takenOut;
      if (column > 0) least = Math.min(least, best(row - 1, column - 1) + change(row - 1, column - 1));
      plain[cell] = least;
    }
  }
  const pairs: WordPair[] = [];
  let [row, column] = [rows, columns];
  let isInside = at(inside, row, column) + endCost(row, column) <= at(plain, row, column);
  while (row > 0) {
    if (isInside) {
      const here = at(inside, row, column);
      column -= 1;
      isInside = isNear(here, at(inside, row, column) + word(row));
      continue;
    }
    const here = at(plain, row, column);
    const changed = column > 0 ? change(row - 1, column - 1) : Number.POSITIVE_INFINITY;
    row -= 1;
    if (column > 0 && isNear(here, best(row, column - 1) + changed)) {
      column -= 1;
      pairs.push({
        oldStart: before[row] ?? 0,
        oldEnd: before[row + 1] ?? 0,
        nowStart: after[column] ?? 0,
        nowEnd: after[column + 1] ?? 0,
        isSame: isSameWord(
          old,
          before[row] ?? 0,
          before[row + 1] ?? 0,
          now,
          after[column] ?? 0,
          after[column + 1] ?? 0,
        ),
      });
    }
    isInside = at(inside, row, column) + endCost(row, column) < at(plain, row, column);
  }
  return pairs.reverse();
}

/** The tables hold single-precision numbers. */
function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-3;
}

function isSameWord(
  { units: old }: UnitBuffer,
  oldStart: number,
  oldEnd: number,
  { units: now }: UnitBuffer,
  nowStart: number,
  nowEnd: number,
): boolean {
  if (oldEnd - oldStart !== nowEnd - nowStart) return false;
  for (let at = oldStart; at < oldEnd; at += 1) if (old[at] !== now[nowStart + at - oldStart]) return false;
  return true;
}

/** Where each word starts, and the end of the last. */
function wordsOf({ starts }: UnitBuffer, start: number, end: number): number[] {
  const words: number[] = [];
  for (let at = start; at < end; at += 1) {
    if (at === start || starts[at] !== 0) words.push(at);
  }
  words.push(end);
  return words;
}

/** Less than nothing for the same word, and for one that begins or ends alike. */
function changeCost(
  old: UnitBuffer,
  oldStart: number,
  oldEnd: number,
  { units: now }: UnitBuffer,
  nowStart: number,
  nowEnd: number,
): number {
  const { units } = old;
  const shorter = Math.min(oldEnd - oldStart, nowEnd - nowStart);
  const longer = Math.max(oldEnd - oldStart, nowEnd - nowStart);
  let before = 0;
  while (before < shorter && units[oldStart + before] === now[nowStart + before]) before += 1;
  if (before === longer) return -informationOf(old, oldStart, oldEnd);
  let after = 0;
  while (after < shorter - before && units[oldEnd - 1 - after] === now[nowEnd - 1 - after]) after += 1;
  const alike = before + after;
  return alike < leastAlike
    ? otherWord
    : otherWord - (alike / longer) * informationOf(old, oldStart, oldEnd) * 0.7;
}

/** What the same words among the pairs tell, in bits, as far as they lie in a span of the old text. */
export function sameInformation(
  pairs: readonly WordPair[],
  old: UnitBuffer,
  start: number,
  end: number,
): number {
  let bits = 0;
  for (const pair of pairs) {
    if (!pair.isSame || pair.oldEnd <= start || pair.oldStart >= end) continue;
    bits += informationOf(old, Math.max(start, pair.oldStart), Math.min(end, pair.oldEnd));
  }
  return bits;
}
