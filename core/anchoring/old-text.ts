/** Puts together what the records of a page know of the text they were chosen in: each knows its words and a little around them. */

import type { Selectors } from '../annotation';
import { createUnitBuffer, foldInto, type UnitBuffer } from './fold-units';

/** A piece of the old text that one or more records know without a gap. */
export interface Stretch {
  text: string;
  /** Offset in the old text, UTF-16 units; null where no record says it. */
  position: number | null;
  /** Names that text; empty where nobody named it. */
  snapshot: string;
  /** Its units in the buffer, end exclusive. */
  start: number;
  end: number;
  /** Where it stood in the old text, in units, roughly; null where nobody knows. */
  place: number | null;
  quotes: OldQuote[];
}

/** A quote as a span of units in its stretch. */
export interface OldQuote {
  /** Which of the records. */
  record: number;
  stretch: Stretch;
  /** Offsets in the stretch's text, UTF-16 units. */
  textStart: number;
  textEnd: number;
  /** In the buffer; equal where the words hold nothing that could be looked for. */
  start: number;
  end: number;
}

/** All stretches, folded. */
export interface OldText {
  buffer: UnitBuffer;
  /** In the order of the old text; those without a place last. */
  stretches: Stretch[];
}

/** What a record tells of where it was chosen. `snapshot` names the text in which the position counts. */
export type Known = Omit<Selectors, 'range'> & { snapshot?: string | null };

interface Piece {
  record: number;
  text: string;
  /** Of the piece, in the old text. */
  position: number | null;
  textStart: number;
  textEnd: number;
  snapshot: string;
}

/**
 * In the order of the old text; those without a place last. Their units are counted when they are folded.
 * Linear in the records' text, after sorting. The order of the records does not matter to the stretches.
 */
export function joinRecords(records: readonly Known[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const piece of records.map(pieceOf).sort(byPosition)) {
    let stretch = stretches.at(-1);
    const joined = stretch === undefined ? null : join(stretch, piece);
    if (stretch === undefined || joined === null) {
      const { text, position, snapshot } = piece;
      stretch = { text, position, snapshot, start: 0, end: 0, place: null, quotes: [] };
      stretches.push(stretch);
    } else {
      stretch.text = joined;
    }
    const shift = (piece.position ?? 0) - (stretch.position ?? 0);
    stretch.quotes.push({
      record: piece.record,
      stretch,
      textStart: shift + piece.textStart,
      textEnd: shift + piece.textEnd,
      start: 0,
      end: 0,
    });
  }
  return stretches;
}

/** Stretches folded between two pauses: a millisecond or two of work. */
const pauseAfter = 20;

/** Gives the stretches their places in one buffer. Yields now and then. */
export function* foldStretches(stretches: Stretch[]): Generator<void, OldText> {
  const buffer = createUnitBuffer(stretches.reduce((sum, { text }) => sum + text.length, 64));
  for (const [index, stretch] of stretches.entries()) {
    if (index % pauseAfter === pauseAfter - 1) yield;
    foldStretch(buffer, stretch);
  }
  estimatePlaces(stretches);
  return { buffer, stretches };
}

function pieceOf({ quote, position, snapshot }: Known, record: number): Piece {
  const { prefix, exact, suffix } = quote;
  const start = position === null ? null : position.start - prefix.length;
  // A position that does not fit the words counts in another text than they stood in.
  const isFitting = position !== null && position.end - position.start === exact.length;
  return {
    record,
    text: prefix + exact + suffix,
    position: isFitting && start !== null && start >= 0 && Number.isInteger(start) ? start : null,
    textStart: prefix.length,
    textEnd: prefix.length + exact.length,
    snapshot: snapshot ?? '',
  };
}

function byPosition(one: Piece, other: Piece): number {
  if (one.position === null || other.position === null) {
    if (one.position !== other.position) return one.position === null ? 1 : -1;
    return one.text < other.text ? -1 : Number(one.text > other.text);
  }
  if (one.snapshot !== other.snapshot) return one.snapshot < other.snapshot ? -1 : 1;
  return one.position - other.position || one.text.length - other.text.length;
}

/** The text of both where the piece goes on in the stretch and they agree; else null. */
function join(stretch: Stretch, piece: Piece): string | null {
  if (stretch.position === null || piece.position === null) return null;
  if (stretch.snapshot !== piece.snapshot) return null;
  const from = piece.position - stretch.position;
  if (from > stretch.text.length) return null;
  const shared = Math.min(piece.text.length, stretch.text.length - from);
  if (!stretch.text.startsWith(piece.text.slice(0, shared), from)) return null;
  return stretch.text + piece.text.slice(shared);
}

function foldStretch(buffer: UnitBuffer, stretch: Stretch): void {
  stretch.start = buffer.length;
  const borders = stretch.quotes.flatMap(({ textStart, textEnd }) => [textStart, textEnd]);
  const units = new Map<number, number>();
  let at = 0;
  for (const border of borders.sort((one, other) => one - other)) {
    foldInto(buffer, stretch.text, at, border, at === 0);
    units.set(border, buffer.length);
    at = border;
  }
  foldInto(buffer, stretch.text, at, stretch.text.length, at === 0);
  stretch.end = buffer.length;
  for (const quote of stretch.quotes) {
    quote.start = units.get(quote.textStart) ?? stretch.start;
    quote.end = units.get(quote.textEnd) ?? quote.start;
  }
}

/** Between stretches, only the distance in UTF-16 units is known; units are fewer, in the same proportion. */
function estimatePlaces(stretches: readonly Stretch[]): void {
  const placed = stretches.filter(({ position }) => position !== null);
  const units = placed.reduce((sum, { start, end }) => sum + end - start, 0);
  const length = placed.reduce((sum, { text }) => sum + text.length, 0);
  for (const stretch of placed) stretch.place = ((stretch.position ?? 0) * units) / Math.max(1, length);
}
