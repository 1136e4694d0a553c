/** How far two coders agree, as a table: a row for all codes together, then one for each code. */

import type { CoderPair, FigureRow } from '../agreement/figures';
import type { UnitKind } from '../agreement/units';
import { type ColumnOf, type Table, tableOf } from './table';

export interface FigureHeading {
  kind: UnitKind;
  coders: CoderPair;
  pathOf(codeId: string): string;
}

/** Figures that cannot be told are empty; the code is empty in the row for all codes together. */
export function figureTable(rows: readonly FigureRow[], { kind, coders, pathOf }: FigureHeading): Table {
  const columns: readonly ColumnOf<FigureRow>[] = [
    {
      name: 'code',
      kind: 'text',
      width: 28,
      cellOf: ({ codeId }) => (codeId === null ? '' : pathOf(codeId)),
    },
    { name: 'unit_kind', kind: 'text', width: 10, cellOf: () => kind },
    { name: 'coder_1', kind: 'text', width: 14, cellOf: () => coders[0] },
    { name: 'coder_2', kind: 'text', width: 14, cellOf: () => coders[1] },
    { name: 'units', kind: 'integer', width: 8, cellOf: ({ units }) => units },
    { name: 'missing', kind: 'integer', width: 8, cellOf: ({ missing }) => missing },
    { name: 'agreed', kind: 'integer', width: 8, cellOf: ({ agreed }) => agreed },
    { name: 'given_by_1', kind: 'integer', width: 10, cellOf: ({ given }) => given[0] },
    { name: 'given_by_2', kind: 'integer', width: 10, cellOf: ({ given }) => given[1] },
    { name: 'alpha', kind: 'number', width: 10, cellOf: ({ alpha }) => alpha },
    { name: 'kappa', kind: 'number', width: 10, cellOf: ({ kappa }) => kappa },
    { name: 'masi_alpha', kind: 'number', width: 10, cellOf: ({ masiAlpha }) => masiAlpha },
  ];
  return tableOf('Figures', columns, async function* () {
    yield* rows;
  });
}
