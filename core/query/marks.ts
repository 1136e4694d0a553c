/** Where in a text, as it stands in the record, the words of a query were found. */

import { foldForSearch } from '../search';
import { segmentsOf } from '../segments';
import type { Span } from '../span';
import type { Query } from './query';
import { findTerm, type Term, termOf } from './terms';

/** Which text of an annotation or its article is shown. */
export type Part = 'quote' | 'note' | 'code' | 'title' | 'outlet' | 'author';

/** Stretches to be marked, ascending, none touching another; empty where nothing of the text was found. */
export type Marker = (part: Part, text: string) => Span[];

export function createMarker(query: Query): Marker {
  const terms = query.flatMap((clause) => {
    if (clause.isNot || (clause.field !== 'any' && clause.field !== 'note' && clause.field !== 'outlet')) {
      return [];
    }
    const term = termOf(clause);
    return term === null ? [] : [{ ...clause, term }];
  });
  return (part, text) => {
    const folded = foldForSearch(text);
    const found = terms
      .filter(({ field }) => field === 'any' || field === part)
      .flatMap(({ field, isWhole, term }) =>
        field === 'outlet' && isWhole && folded !== term.text ? [] : spansOf(folded, term),
      );
    return found.length === 0 ? [] : joined(inOriginal(text, folded, found));
  };
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
  const places = placesOf(text);
  if (places.folded !== folded) return [{ start: 0, end: text.length }];
  return spans.map(({ start, end }) => ({
    start: places.spans[start]?.start ?? 0,
    end: places.spans[end - 1]?.end ?? text.length,
  }));
}

/** Folds character by character; for each unit of the folded text, where the characters stand that gave it. */
function placesOf(text: string): { folded: string; spans: Span[] } {
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
  return { folded: folded.trimEnd(), spans };
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
