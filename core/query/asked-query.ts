/** What a search field and a code that is chosen as a filter ask together. */

import type { Code } from '../code';
import { codeClause } from './code-clauses';
import { parseQuery } from './parse-query';
import type { Query } from './query';

export interface Wish {
  search: string;
  /** The id of a code; null: of any, or none. */
  codeFilter: string | null;
}

export function askedQuery({ search, codeFilter }: Wish, codes: readonly Code[]): Query {
  const words = parseQuery(search);
  return codeFilter === null ? words : [codeClause(codeFilter, codes), ...words];
}
