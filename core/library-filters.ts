/** Filters as parts of a query: what a press on a code, an outlet or a month writes into the search field. */

import type { GradeToSee } from './query/graded';
import type { Clause, Query } from './query/query';
import { isSame } from './same';

export type Filter =
  /** The names from the top of the codebook down; codes under it are meant too. */
  | { kind: 'code'; names: string[] }
  | { kind: 'outlet'; name: string }
  /** As `2024-01`. */
  | { kind: 'month'; month: string }
  /** BCP 47, in lower case. */
  | { kind: 'language'; tag: string }
  /** As pages found the words when they were last open. */
  | { kind: 'grade'; grade: GradeToSee }
  | { kind: 'note' };

export function isFiltered(query: Query, filter: Filter): boolean {
  return clausesOf(filter).every((wanted) => query.some((clause) => isSame(clause, wanted)));
}

const fieldsOf: Readonly<Record<Exclude<Filter['kind'], 'code'>, readonly Clause['field'][]>> = {
  outlet: ['outlet'],
  month: ['after', 'before'],
  language: ['lang'],
  grade: ['grade'],
  note: ['has'],
};

/** What would be asked without any filter of this kind; the very query where there is none. */
export function withoutFilters(query: Query, kind: keyof typeof fieldsOf): Query {
  const rest = query.filter(({ field, isNot }) => isNot || !fieldsOf[kind].includes(field));
  return rest.length === query.length ? query : rest;
}

/** Takes the filter out where it is in. Of outlets, months and languages one is asked for at a time: nothing has two. */
export function withFilterTurned(query: Query, filter: Filter): Clause[] {
  const wanted = clausesOf(filter);
  const isIn = isFiltered(query, filter);
  const rest = query.filter((clause) => {
    if (wanted.some((own) => isSame(own, clause))) return false;
    return filter.kind === 'code' || clause.isNot || !wanted.some(({ field }) => field === clause.field);
  });
  return isIn ? rest : [...rest, ...wanted];
}

function clausesOf(filter: Filter): Clause[] {
  switch (filter.kind) {
    case 'code':
      return [{ isNot: false, field: 'code', names: filter.names, isFromTop: true, isWhole: true }];
    case 'outlet':
      return [{ isNot: false, field: 'outlet', text: filter.name, isWhole: true }];
    case 'month':
      return [
        { isNot: false, field: 'after', date: filter.month },
        { isNot: false, field: 'before', date: monthAfter(filter.month) },
      ];
    case 'language':
      return [{ isNot: false, field: 'lang', tag: filter.tag }];
    case 'grade':
      return [{ isNot: false, field: 'grade', grade: filter.grade }];
    case 'note':
      return [{ isNot: false, field: 'has', what: 'note' }];
  }
}

function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
