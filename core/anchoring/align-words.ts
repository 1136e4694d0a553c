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
const mostCells = 12_000;

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
  if (rows === 1 && columns === 1) return [pairOf(before, 0, after, 0)];
  const width = columns + 1;
  /** What it costs to begin an insertion before each word, inside a line and at the start of one. */
  const startCosts = before.borders.map((border, row) =>
    isFree(gap, row, rows) ? 0 : putInStart + (borders.includes(border) ? 0 : insideQuote),
  );
  const lineCosts = after.borders.map((border) => (now.starts[border] === lineStart ? 0 : insideLine));
  const { plain, inside } = tablesFor((rows + 1) * width);
  const best = (row: number, column: number) => {
    const cell = row * width + column;
    const end = isFree(gap, row, rows) ? 0 : (lineCosts[column] ?? 0);
    return Math.min(plain[cell] ?? 0, (inside[cell] ?? 0) + end);
  };
  for (let row = 0; row <= rows; row += 1) {
    const isFreeRow = isFree(gap, row, rows);
    const word = isFreeRow ? 0 : putInWord;
    const startCost = startCosts[row] ?? 0;
    for (let column = 0; column <= columns; column += 1) {
      const cell = row * width + column;
      let least = cell === 0 ? 0 : Number.POSITIVE_INFINITY;
      let leastInside = Number.POSITIVE_INFINITY;
      if (column > 0) {
        const line = isFreeRow ? 0 : (lineCosts[column - 1] ?? 0);
        leastInside = Math.min((plain[cell - 1] ?? 0) + startCost + line, inside[cell - 1] ?? 0) + word;
      }
      if (row > 0) {
        least = best(row - 1, column) + takenOut;
        if (column > 0) {
          const changed = changeCost(before, row - 1, after, column - 1);
          least = Math.min(least, best(row - 1, column - 1) + changed);
        }
      }
      plain[cell] = least;
      inside[cell] = leastInside;
    }
  }
  const isInsertion = (row: number, column: number) => (plain[row * width + column] ?? 0) > best(row, column);
  const pairs: WordPair[] = [];
  let [row, column] = [rows, columns];
  let isInside = isInsertion(row, column);
  while (row > 0) {
    const cell = row * width + column;
    if (isInside) {
      const word = isFree(gap, row, rows) ? 0 : putInWord;
      column -= 1;
      isInside = isNear(inside[cell] ?? 0, (inside[cell - 1] ?? 0) + word);
      continue;
    }
    row -= 1;
    const isPair =
      column > 0 &&
      isNear(plain[cell] ?? 0, best(row, column - 1) + changeCost(before, row, after, column - 1));
    if (isPair) {
      column -= 1;
      pairs.push(pairOf(before, row, after, column));
    }
    isInside = isInsertion(row, column);
  }
  return pairs.reverse();
}

/** Where nothing matching is known beyond, words of the new text need no explanation. */
function isFree({ isOpenBefore, isOpenAfter }: Gap, row: number, rows: number): boolean {
  return (row === 0 && isOpenBefore) || (row === rows && isOpenAfter);
}

function pairOf(before: Words, row: number, after: Words, column: number): WordPair {
  return {
    oldStart: borderOf(before, row),
    oldEnd: borderOf(before, row + 1),
    nowStart: borderOf(after, column),
    nowEnd: borderOf(after, column + 1),
    isSame: isSameWord(before, row, after, column),
  };
}

/** The least cost up to each cell, where the last thing was no insertion, and where it was one. Used by one call at a time. */
let tables = { plain: new Float32Array(0), inside: new Float32Array(0) };

function tablesFor(cells: number): typeof tables {
  if (tables.plain.length < cells) {
    const length = Math.max(cells, 4_096);
    tables = { plain: new Float32Array(length), inside: new Float32Array(length) };
  }
  return tables;
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
