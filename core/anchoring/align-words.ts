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
  const [rows, columns] = [before.borders.length - 1, after.borders.length - 1];
  if (rows <= 0 || columns <= 0 || rows * columns > mostCells) return [];
  const width = columns + 1;
  /** The least cost up to a cell, where the last thing was no insertion, and where it was one. */
  const plain = new Float32Array((rows + 1) * width).fill(Number.POSITIVE_INFINITY);
  const inside = new Float32Array((rows + 1) * width).fill(Number.POSITIVE_INFINITY);
  const isFree = (row: number) => (row === 0 && gap.isOpenBefore) || (row === rows && gap.isOpenAfter);
  const isLine = (column: number) => now.starts[borderOf(after, column)] === lineStart;
  const startCost = (row: number, column: number) =>
    isFree(row)
      ? 0
      : putInStart +
        (isLine(column) ? 0 : insideLine) +
        (borders.includes(borderOf(before, row)) ? 0 : insideQuote);
  const endCost = (row: number, column: number) => (isFree(row) || isLine(column) ? 0 : insideLine);
  const at = (table: Float32Array, row: number, column: number) =>
    table[row * width + column] ?? Number.POSITIVE_INFINITY;
  const best = (row: number, column: number) =>
    Math.min(at(plain, row, column), at(inside, row, column) + endCost(row, column));
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
      if (column > 0)
        least = Math.min(least, best(row - 1, column - 1) + changeCost(before, row - 1, after, column - 1));
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
    const changed = column > 0 ? changeCost(before, row - 1, after, column - 1) : Number.POSITIVE_INFINITY;
    row -= 1;
    if (column > 0 && isNear(here, best(row, column - 1) + changed)) {
      column -= 1;
      pairs.push({
        oldStart: borderOf(before, row),
        oldEnd: borderOf(before, row + 1),
        nowStart: borderOf(after, column),
        nowEnd: borderOf(after, column + 1),
        isSame: isSameWord(before, row, after, column),
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

interface Words {
  buffer: UnitBuffer;
  /** Where each word starts, and the end of the last. */
  borders: readonly number[];
}

function wordsOf(buffer: UnitBuffer, start: number, end: number): Words {
  const borders: number[] = [];
  for (let at = start; at < end; at += 1) {
    if (at === start || buffer.starts[at] !== 0) borders.push(at);
  }
  borders.push(end);
  return { buffer, borders };
}

function borderOf({ borders }: Words, word: number): number {
  return borders[word] ?? 0;
}

function lengthOf(words: Words, word: number): number {
  return borderOf(words, word + 1) - borderOf(words, word);
}

/** Less than nothing for the same word, and for one that begins or ends alike. */
function changeCost(before: Words, row: number, after: Words, column: number): number {
  const alike = alikeUnits(before, row, after, column);
  const longer = Math.max(lengthOf(before, row), lengthOf(after, column));
  if (alike < longer && alike < leastAlike) return otherWord;
  const bits = informationOf(before.buffer, borderOf(before, row), borderOf(before, row + 1));
  return alike === longer ? -bits : otherWord - (alike / longer) * bits * 0.7;
}

function isSameWord(before: Words, row: number, after: Words, column: number): boolean {
  return alikeUnits(before, row, after, column) === Math.max(lengthOf(before, row), lengthOf(after, column));
}

/** How many units two words have in common at their starts and ends. */
function alikeUnits(before: Words, row: number, after: Words, column: number): number {
  const { units: old } = before.buffer;
  const { units: now } = after.buffer;
  const [oldStart, nowStart] = [borderOf(before, row), borderOf(after, column)];
  const [oldEnd, nowEnd] = [borderOf(before, row + 1), borderOf(after, column + 1)];
  const shorter = Math.min(oldEnd - oldStart, nowEnd - nowStart);
  let atStart = 0;
  while (atStart < shorter && old[oldStart + atStart] === now[nowStart + atStart]) atStart += 1;
  let atEnd = 0;
  while (atEnd < shorter - atStart && old[oldEnd - 1 - atEnd] === now[nowEnd - 1 - atEnd]) atEnd += 1;
  return atStart + atEnd;
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
