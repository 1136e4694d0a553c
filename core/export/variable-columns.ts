/** One column for each variable that a researcher has added to articles. */

import type { Article } from '../article';
import type { Variable, VariableKind } from '../variable';
import { singleNames } from './single-names';
import type { Cell, ColumnKind, ColumnOf } from './table';

const kinds: Readonly<Record<VariableKind, ColumnKind>> = {
  text: 'text',
  choice: 'text',
  number: 'number',
  date: 'date',
};

/** Named as the variables are, see `singleNames`. @param taken names of the other columns */
export function variableColumns(
  variables: readonly Variable[],
  taken: readonly string[],
): ColumnOf<Article>[] {
  const names = singleNames(
    variables.map(({ name }) => name),
    taken,
  );
  return variables.map(({ id, kind }, index) => ({
    name: names[index] ?? '',
    kind: kinds[kind],
    width: 14,
    cellOf: ({ variables: values }) => valueCell(values?.[id] ?? '', kind),
  }));
}

/** Spreadsheets keep 15 digits of a number: one with more stays text, as does what is no number. */
function valueCell(value: string, kind: VariableKind): Cell {
  if (value === '') return null;
  const isExact = /^-?\d+(?:\.\d+)?$/u.test(value) && value.replace(/\D|^-?0+/gu, '').length <= 15;
  return kind === 'number' && isExact ? Number(value) : value;
}
