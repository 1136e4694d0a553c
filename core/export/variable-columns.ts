/** One column for each variable that a researcher has added to articles. */

import type { Article } from '../article';
import type { Variable, VariableKind } from '../variable';
import type { Cell, ColumnKind, ColumnOf } from './table';

const kinds: Readonly<Record<VariableKind, ColumnKind>> = {
  text: 'text',
  choice: 'text',
  number: 'number',
  date: 'date',
};

/**
 * Named as the variables are; a name that stands already, whatever its case, gets a number: `year 2`.
 * @param taken names of the other columns
 */
export function variableColumns(
  variables: readonly Variable[],
  taken: readonly string[],
): ColumnOf<Article>[] {
  const names = new Set(taken.map(keyOf));
  return variables.map(({ id, name, kind }) => {
    const single = singleName(name.replace(/\s+/gu, ' ').trim(), names);
    names.add(keyOf(single));
    return {
      name: single,
      kind: kinds[kind],
      width: 14,
      cellOf: ({ variables: values }) => valueCell(values?.[id] ?? '', kind),
    };
  });
}

function singleName(name: string, names: ReadonlySet<string>): string {
  let single = name;
  for (let count = 2; names.has(keyOf(single)); count += 1) single = `${name} ${count}`;
  return single;
}

function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** Spreadsheets keep 15 digits of a number: one with more stays text, as does what is no number. */
function valueCell(value: string, kind: VariableKind): Cell {
  if (value === '') return null;
  const isExact = /^-?\d+(?:\.\d+)?$/u.test(value) && value.replace(/\D|^-?0+/gu, '').length <= 15;
  return kind === 'number' && isExact ? Number(value) : value;
}
