/** Cuts a text with passages into pieces that are painted alike, by paragraphs, and those into blocks that are drawn at a time. */

import type { Passage } from '../text-difference';

export interface Piece {
  /** In the text, UTF-16 units. */
  start: number;
  text: string;
  /** The passages that it belongs to, in the order of the text; empty between passages. */
  ids: readonly string[];
}

export interface Paragraph {
  /** In the text, UTF-16 units. */
  start: number;
  /** Together, the paragraph without its line feed. */
  pieces: readonly Piece[];
}

export interface Block {
  start: number;
  paragraphs: readonly Paragraph[];
  /** Of all passages in it. */
  ids: ReadonlySet<string>;
  /** How many UTF-16 units of text it holds: about how high it will be. */
  length: number;
}

/** A block ends with the paragraph that brings it to one of these. */
const enoughPieces = 30;
const enoughText = 2_000;

/** A paragraph that is longer is shown in several, so that none takes long to draw. */
const longestParagraph = 4_000;

/** @param passages in the order of the text, within it */
export function blocksOf(text: string, passages: readonly Passage[]): Block[] {
  const blocks: Block[] = [];
  let paragraphs: Paragraph[] = [];
  let [pieceCount, length] = [0, 0];
  const endBlock = () => {
    const [first] = paragraphs;
    if (first === undefined) return;
    const ids = new Set(paragraphs.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.ids)));
    blocks.push({ start: first.start, paragraphs, ids, length });
    paragraphs = [];
    [pieceCount, length] = [0, 0];
  };
  for (const paragraph of paragraphsOf(text, passages)) {
    paragraphs.push(paragraph);
    pieceCount += paragraph.pieces.length;
    length += paragraph.pieces.reduce((sum, piece) => sum + piece.text.length, 0);
    if (pieceCount >= enoughPieces || length >= enoughText) endBlock();
  }
  endBlock();
  return blocks;
}

function* paragraphsOf(text: string, passages: readonly Passage[]): Generator<Paragraph> {
  let open: Passage[] = [];
  let next = 0;
  for (const { start, end } of lines(text)) {
    open = open.filter((passage) => passage.end > start);
    for (
      let passage = passages[next];
      passage !== undefined && passage.start < end;
      passage = passages[next]
    ) {
      if (passage.end > start) open.push(passage);
      next += 1;
    }
    yield { start, pieces: piecesOf(text, start, end, open) };
  }
}

/** Empty lines are no paragraphs. */
function* lines(text: string): Generator<{ start: number; end: number }> {
  for (const { 0: line, index } of text.matchAll(/[^\n]*\S[^\n]*/gu)) {
    for (let at = 0; at < line.length; ) {
      const end = wholeCharacters(line, Math.min(line.length, at + longestParagraph));
      yield { start: index + at, end: index + end };
      at = end;
    }
  }
}

function wholeCharacters(line: string, end: number): number {
  return end < line.length && (line.codePointAt(end - 1) ?? 0) > 0xffff ? end + 1 : end;
}

function piecesOf(text: string, start: number, end: number, passages: readonly Passage[]): Piece[] {
  const borders = passages.flatMap((passage) => [passage.start, passage.end]);
  const inside = borders.filter((border) => border > start && border < end);
  const cuts = [start, ...new Set(inside.sort((one, other) => one - other)), end];
  const pieces: Piece[] = [];
  let [open, next]: [Passage[], number] = [[], 0];
  for (const [index, from] of cuts.slice(0, -1).entries()) {
    open = open.filter((passage) => passage.end > from);
    for (
      let passage = passages[next];
      passage !== undefined && passage.start <= from;
      passage = passages[next]
    ) {
      if (passage.end > from) open.push(passage);
      next += 1;
    }
    pieces.push({ start: from, text: text.slice(from, cuts[index + 1]), ids: open.map(({ id }) => id) });
  }
  return pieces;
}
