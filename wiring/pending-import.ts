/** A file that was read and waits for the reader's decision: what is confirmed is what the report shows. */

import type { ImportReport, SidebarActions } from '../components/sidebar-model';
import { type BadRecord, readArchiveFile } from '../core/archive';
import { newId } from '../platform/new-id';
import { type ImportPlan, importArchive, planImport } from '../store/archive';
import type { Store } from '../store/open-store';
import type { Attempt, Outcome } from './attempt';

export interface PendingImport {
  report: ImportReport;
  /** How many it is said to have imported. */
  count: number;
  /** Does it, as one step. */
  write(commandId: string): Promise<unknown>;
}

interface ImportParts {
  store: Store;
  attempt: Attempt;
  show(change: Partial<Outcome>): void;
}

type ImportActions = Pick<SidebarActions, 'readImport' | 'confirmImport' | 'cancelImport'>;

export function importActions({ store, attempt, show }: ImportParts): ImportActions & {
  wait(pending: PendingImport): void;
} {
  let waiting: PendingImport | null = null;
  const wait = (pending: PendingImport | null) => {
    waiting = pending;
    show({ importReport: pending?.report ?? null });
  };
  return {
    wait,
    readImport: (file) =>
      void attempt(async () => {
        const { archive, bad } = readArchiveFile(await file.text());
        wait({
          report: importReport(file.name, await planImport(store, archive), bad),
          count: archive.annotations.length,
          write: (commandId) => importArchive(store, commandId, archive),
        });
        return undefined;
      }),
    confirmImport() {
      const confirmed = waiting;
      if (confirmed === null) return;
      wait(null);
      void attempt(async () => {
        const operationId = newId();
        await confirmed.write(operationId);
        return { status: { kind: 'imported', operationId, count: confirmed.count } };
      });
    },
    cancelImport: () => wait(null),
  };
}

/** The numbers speak of annotations; what else differs, in articles, codes and variables, counts as changed. */
function importReport(
  fileName: string,
  { annotations, articles, codes, variables, bad }: ImportPlan,
  unread: readonly BadRecord[],
): ImportReport {
  const others = annotations.added === 0 ? articles.added + codes.added + variables.added : 0;
  return {
    fileName,
    added: annotations.added,
    same: annotations.same,
    changed: annotations.changed + articles.changed + codes.changed + variables.changed + others,
    bad: [...unread, ...bad],
  };
}
