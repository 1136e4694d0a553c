/** What a query asks of articles' own texts. */

import type { Clause, Query } from './query';
import { findTerm, type Term, termOf } from './terms';

/** A clause of the field `text` that asks for something. */
export interface TextTerm {
  clause: Clause;
  term: Term;
}

export function textTerms(query: Query): TextTerm[] {
  return query.flatMap((clause) => {
    const term = clause.field === 'text' ? termOf(clause) : null;
    return term === null ? [] : [{ clause, term }];
  });
}

/** How many times the words stand in a folded text. */
export function countTerm(folded: string, term: Term): number {
  let count = 0;
  for (let at = findTerm(folded, term); at >= 0; at = findTerm(folded, term, at + term.text.length))
    count += 1;
  return count;
}
