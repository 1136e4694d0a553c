/** A table as every format of spreadsheets takes it: named columns of one kind each, and rows that come one after another. */

/** Null where there is nothing. Numbers are only what can be counted with; ids are text. */
export type Cell = string | number | null;

/**
 * A `date` is a day as `2024-01-10`, a `time` ISO 8601 with a zone; where the text is neither, it stays text. A `link` is an
 * address to click on.
 */
export type ColumnKind = 'text' | 'integer' | 'number' | 'date' | 'time' | 'address' | 'link';

export interface Column {
  /** Part of the format: the same in every language. */
  name: string;
  kind: ColumnKind;
  /** In characters of the spreadsheet's font. */
  width: number;
  /** Whether many rows say the same. */
  repeats?: boolean;
}

export interface Table {
  /** At most 31 characters, none of `[]:*?/\`. */
  name: string;
  columns: readonly Column[];
  /** Each as many cells as there are columns. May be asked for again. */
  rows(): AsyncIterable<readonly Cell[]>;
}

/** A column of a table of which each row is made from one thing. */
export interface ColumnOf<Thing> extends Column {
  cellOf(thing: Thing): Cell;
}

export function tableOf<Thing>(
  name: string,
  columns: readonly ColumnOf<Thing>[],
  things: () => AsyncIterable<Thing>,
): Table {
  return {
    name,
    columns,
    async *rows() {
      for await (const thing of things()) yield columns.map(({ cellOf }) => cellOf(thing));
    },
  };
}
