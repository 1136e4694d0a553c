/** What was changed between two versions of an article's text, and which of the reader's passages the changes touch. */

import { alignTokens, type Stretch, wordDifference } from './word-difference';

/** A run of lines that is not the same in both texts, each line with its line feed. */
export interface TextChange {
  /** Where it starts in the text as it was, in UTF-16 units. */
  start: number;
  /** Those that are `same` or `removed` make up the lines as they were, those that are `same` or `added` as they are. */
  stretches: Stretch[];
}

/**
 * In the order of the texts. Lines are paragraphs; those that are the same in both are not looked into.
 * @param before LF only, as `page/text/text-map.ts` reads it, like `after`
 */
export function textDifference(before: string, after: string): TextChange[] {
  const changes: TextChange[] = [];
  let at = 0;
  let [removed, added] = ['', ''];
  const endRun = () => {
    if (removed !== added) changes.push({ start: at, stretches: wordDifference(removed, added) });
    at += removed.length;
    [removed, added] = ['', ''];
  };
  for (const [kept, gone, come] of alignTokens(linesOf(before), linesOf(after), Object.is)) {
    removed += gone;
    added += come;
    if (kept === '') continue;
    endRun();
    at += kept.length;
  }
  endRun();
  return changes;
}

function linesOf(text: string): string[] {
  return text === '' ? [] : (`${text}\n`.match(/[^\n]*\n/gu) ?? []);
}

/** A passage of the reader's in the text as it was; UTF-16 units, end exclusive. */
export interface Passage {
  id: string;
  start: number;
  end: number;
}

/** A part of a change, cut where a passage begins or ends. */
export interface ChangePiece extends Stretch {
  isInPassage: boolean;
}

export interface MarkedChange {
  pieces: ChangePiece[];
  /** The ids of the passages of which words were removed, or in which some were added. */
  touched: string[];
}

/** Shows in each change where the reader's passages lie, and tells which of them it touches. */
export function markChanges(changes: readonly TextChange[], passages: readonly Passage[]): MarkedChange[] {
  return changes.map(({ start, stretches }) => {
    const touched = new Set<string>();
    const pieces: ChangePiece[] = [];
    let at = start;
    for (const { kind, text } of stretches) {
      const end = kind === 'added' ? at : at + text.length;
      const here = passages.filter((passage) =>
        kind === 'added' ? passage.start < at && at < passage.end : passage.start < end && at < passage.end,
      );
      if (kind !== 'same') for (const { id } of here) touched.add(id);
      if (kind === 'added') pieces.push({ kind, text, isInPassage: here.length > 0 });
      else pieces.push(...cut(kind, text, at, here));
      at = end;
    }
    return { pieces, touched: [...touched] };
  });
}

function cut(kind: Stretch['kind'], text: string, at: number, passages: readonly Passage[]): ChangePiece[] {
  const borders = passages.flatMap(({ start, end }) => [start - at, end - at]);
  const inside = borders.filter((border) => border > 0 && border < text.length);
  const cuts = [0, ...new Set(inside.sort((one, other) => one - other)), text.length];
  return cuts.slice(1).map((end, index) => {
    const from = cuts[index] ?? 0;
    return {
      kind,
      text: text.slice(from, end),
      isInPassage: passages.some((passage) => passage.start <= at + from && at + end <= passage.end),
    };
  });
}
