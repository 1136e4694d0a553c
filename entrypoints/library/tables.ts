/** The tables of what the library shows: counted while they are looked at, and what their buttons do. */

import { type TablesActions, type TablesState, usualChoice } from '../../components/tables/tables-model';
import { exportFileName } from '../../core/export/file-name';
import { saveFile } from '../../platform/save-file';
import type { Asked } from '../../store/search';
import type { TableSource } from '../../store/tables';
import { latestOnly } from '../../wiring/latest-only';
import { followTable } from './follow-tables';

export type TablesFacts = Omit<TablesState, 'base'>;

export const noTables: TablesFacts = { choice: usualChoice, table: null, keywords: null, isBusy: false };

interface TablesParts {
  source: TableSource;
  facts(): TablesFacts;
  change(next: TablesFacts): void;
  fail(error: unknown): void;
  /** Shows the annotations that a query finds. */
  onOpen(query: string): void;
  signal: AbortSignal;
}

type Wanted = Omit<Asked, 'signal'>;

export function tablesOf({ source, facts, change, fail, onOpen, signal }: TablesParts): TablesActions & {
  /** Null: nobody looks at them. */
  follow(asked: Wanted | null): void;
} {
  const current = latestOnly(signal);
  let asked: Wanted | null = null;

  const followAgain = () => {
    const { choice } = facts();
    const ending = current();
    if (asked === null) return;
    change({ ...facts(), isBusy: true });
    const show = (counted: Partial<TablesFacts>) => change({ ...facts(), ...counted, isBusy: false });
    followTable(source, asked, choice, { show, fail, signal: ending });
  };

  return {
    follow(next) {
      asked = next;
      followAgain();
    },
    choose(choice) {
      change({ ...facts(), choice });
      followAgain();
    },
    onOpen,
    saveCsv: (stem, text) => saveFile(exportFileName(stem, 'csv'), new Blob([text], { type: 'text/csv' })),
  };
}
