/** Where in a text, as it stands in the record, the words of a query were found. */

import { foldForSearch } from '../search';
import { segmentsOf } from '../segments';
import type { Span } from '../span';
import type { Clause, Query } from './query';
import { findTerm, type Term, termOf } from './terms';

/** Which text of an annotation or its article is shown. */
export type Part = 'quote' | 'note' | 'code' | 'title' | 'outlet' | 'author' | 'text';

/** Stretches to be marked, ascending, none touching another; empty where nothing of the text was found. */
export type Marker = (part: Part, text: string) => Span[];

export function createMarker(query: Query): Marker {
  const terms = query.flatMap((clause) => {
    if (clause.isNot || !isOfWords(clause)) return [];
    const term = termOf(clause);
    return term === null ? [] : [{ ...clause, term }];
  });
  return (part, text) => {
    const own = terms.filter(({ field }) => field === 'any' || field === part);
    if (own.length === 0) return [];
    const folded = foldForSearch(text);
    const found = own.flatMap(({ field, isWhole, term }) =>
      field === 'outlet' && isWhole && folded !== term.text ? [] : spansOf(folded, term),
    );
    return found.length === 0 ? [] : joined(inOriginal(text, folded, found));
  };
}

type OfWords = Extract<Clause, { field: 'any' | 'note' | 'outlet' | 'text' }>;

function isOfWords(clause: Clause): clause is OfWords {
  return ['any', 'note', 'outlet', 'text'].includes(clause.field);
}

function spansOf(folded: string, term: Term): Span[] {
  const spans: Span[] = [];
  for (let start = findTerm(folded, term); start >= 0; ) {
    const end = start + term.text.length;
    spans.push({ start, end });
    start = findTerm(folded, term, end);
  }
  return spans;
}

/** Characters that only fold together with their neighbours have no places of their own: then all of the text is marked. */
function inOriginal(text: string, folded: string, spans: readonly Span[]): Span[] {
  const lines = linesOf(text);
  if (lines.map((line) => line.folded).join(' ') !== folded) return [{ start: 0, end: text.length }];
  return spans.map(({ start, end }) => ({
    start: placeIn(lines, start).start,
    end: placeIn(lines, end - 1).end,
  }));
}

/** A line of a text: long texts are mapped only where something was found. */
interface Line {
  text: string;
  /** In the text. */
  start: number;
  folded: string;
  /** In the folded text. */
  foldedStart: number;
  places: Span[] | null;
}

/** Those of which something is left when they are folded. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let foldedStart = 0;
  for (const { 0: line, index: start } of text.matchAll(/[^\n]+/gu)) {
    const folded = foldForSearch(line);
    if (folded === '') continue;
    lines.push({ text: line, start, folded, foldedStart, places: null });
    foldedStart += folded.length + 1;
  }
  return lines;
}

/** @param at a unit of the folded text */
function placeIn(lines: readonly Line[], at: number): Span {
  const line = lines.findLast(({ foldedStart }) => foldedStart <= at);
  if (line === undefined) return { start: 0, end: 0 };
  line.places ??= placesOf(line);
  const own = line.places[at - line.foldedStart] ?? { start: line.text.length, end: line.text.length };
  return { start: line.start + own.start, end: line.start + own.end };
}

/** Folds character by character; for each unit of the folded line, where the characters stand that gave it. */
function placesOf({ text, folded: wanted }: Line): Span[] {
  let folded = '';
  const spans: Span[] = [];
  for (const { segment, index } of segmentsOf(text, 'grapheme', null)) {
    // Between digits no blank is trimmed, and nothing composes.
    for (const unit of foldForSearch(`0${segment}0`).slice(1, -1).split('')) {
      if (unit === ' ' && (folded === '' || folded.endsWith(' '))) continue;
      folded += unit;
      spans.push({ start: index, end: index + segment.length });
    }
  }
  if (folded.trimEnd() === wanted) return spans;
  return Array.from({ length: wanted.length }, () => ({ start: 0, end: text.length }));
}

function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    const last = all.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}
