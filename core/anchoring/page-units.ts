/** A page's text, folded once for all quotes that are looked for in it, with the way back to offsets in the text. */

import { countUnits, createUnitBuffer, foldInto, noUnit, placeOfUnit, type UnitBuffer } from './fold-units';

export interface PageUnits {
  /** Lines parted by LF, as the text map reads them. */
  text: string;
  buffer: UnitBuffer;
  /** Where each piece of the text starts, in UTF-16 units; a piece is a line, or a part of a long one. */
  pieceStarts: number[];
  /** Where its units start in the buffer. */
  unitStarts: number[];
}

/** Offsets are found by folding one piece again, so pieces are kept short. UTF-16 units. */
const longestPiece = 256;

/** UTF-16 units folded between two pauses: a fraction of a millisecond's work. */
const stride = 8_000;

/** Yields now and then, so that a caller can let the page go on. Linear in the text. */
export function* foldPage(text: string): Generator<void, PageUnits> {
  const folded: PageUnits = {
    text,
    buffer: createUnitBuffer(text.length + 64),
    pieceStarts: [],
    unitStarts: [],
  };
  let start = 0;
  let nextPause = stride;
  while (start < text.length) {
    const lineBreak = text.indexOf('\n', start);
    const lineEnd = lineBreak < 0 ? text.length : lineBreak + 1;
    const end = Math.min(lineEnd, start + longestPiece);
    folded.pieceStarts.push(start);
    folded.unitStarts.push(folded.buffer.length);
    foldInto(folded.buffer, text, start, end, start === 0 || text.charCodeAt(start - 1) === 0x0a);
    start = end;
    if (start > nextPause) {
      nextPause = start + stride;
      yield;
    }
  }
  return folded;
}

/** Offsets in the text of the unit at `index`: see `placeOfUnit`. */
export function textPlaceOf(folded: PageUnits, index: number): { start: number; end: number } {
  const piece = lastAtMost(folded.unitStarts, index);
  const start = folded.pieceStarts[piece] ?? 0;
  const first = folded.unitStarts[piece] ?? 0;
  return placeOfUnit(folded.text, start, unitBefore(folded, piece), index - first);
}

/** How many units stand before an offset in the text. */
export function unitAt(folded: PageUnits, offset: number): number {
  const piece = lastAtMost(folded.pieceStarts, offset);
  const start = folded.pieceStarts[piece] ?? 0;
  const first = folded.unitStarts[piece] ?? 0;
  return first + countUnits(folded.text, start, offset, unitBefore(folded, piece));
}

function unitBefore({ text, buffer, pieceStarts, unitStarts }: PageUnits, piece: number): number {
  const start = pieceStarts[piece] ?? 0;
  if (start === 0 || text.charCodeAt(start - 1) === 0x0a) return noUnit;
  return buffer.units[(unitStarts[piece] ?? 0) - 1] ?? noUnit;
}

/** The last index whose value is at most `value`; 0 when there is none. Several may share a value. */
function lastAtMost(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
