/** Describes a table to programs, as Frictionless Data asks for it. */

import type { Column, ColumnKind } from './table';

/** @see https://specs.frictionlessdata.io/table-schema/ */
export interface TableSchema {
  fields: { name: string; type: string; format?: string }[];
  missingValues: string[];
  primaryKey?: string[];
}

const types: Readonly<Record<ColumnKind, { type: string; format?: string }>> = {
  text: { type: 'string' },
  address: { type: 'string', format: 'uri' },
  link: { type: 'string', format: 'uri' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  date: { type: 'date' },
  // Ours have milliseconds, which the default format has not.
  time: { type: 'datetime', format: 'any' },
};

/** @param primaryKey the column that tells one row from every other; empty where there is none */
export function tableSchema(columns: readonly Column[], primaryKey: readonly string[] = []): TableSchema {
  return {
    fields: columns.map(({ name, kind }) => ({ name, ...types[kind] })),
    missingValues: [''],
    ...(primaryKey.length > 0 && { primaryKey: [...primaryKey] }),
  };
}
