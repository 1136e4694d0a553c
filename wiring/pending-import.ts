/** A file that was read and waits for the reader's decision: what is confirmed is what the report shows. */

import type { ImportReport, SidebarActions } from '../components/sidebar-model';
import { ForeignFileError } from '../core/import/foreign-file-error';
import { newId } from '../platform/new-id';
import { type ImportOptions, planImport } from '../store/archive';
import { importFile } from '../store/bulk-import';
import { importReport } from '../store/import-report';
import type { Store } from '../store/open-store';
import type { Attempt, Outcome } from './attempt';
import { readFile } from './read-file';

export interface PendingImport {
  report: ImportReport;
  /** How many it is said to have imported. */
  count: number;
  /** Does it, as one step; what is quick heeds no options. */
  write(commandId: string, options: ImportOptions): Promise<unknown>;
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
  /** Ends what is being written, and nothing of it stays. */
  let writing: AbortController | null = null;
  const wait = (pending: PendingImport | null) => {
    waiting = pending;
    show({ importReport: pending?.report ?? null });
  };
  return {
    wait,
    readImport: (file) =>
      void attempt(async () => {
        wait(await pendingFile(store, file));
        return undefined;
      }),
    confirmImport() {
      const confirmed = waiting;
      if (confirmed === null || writing !== null) return;
      const controller = new AbortController();
      const { signal } = controller;
      writing = controller;
      const { report, count: total } = confirmed;
      const progress = (done: number) => show({ importReport: { ...report, written: { done, total } } });
      void attempt(async () => {
        const operationId = newId();
        progress(0);
        try {
          await confirmed.write(operationId, { signal, progress });
        } catch (error) {
          if (signal.aborted) return undefined;
          throw error;
        } finally {
          writing = null;
          wait(null);
        }
        return { status: { kind: 'imported', operationId, count: total } };
      });
    },
    cancelImport() {
      if (writing === null) wait(null);
      else writing.abort();
    },
  };
}

/** The dry run. A codebook, though asked for among annotations, is taken in as one. @throws an error with a `fault` */
export async function pendingFile(store: Store, file: File): Promise<PendingImport> {
  try {
    const { archive, bad, mended } = await readFile(store, file.name, file);
    const plan = await planImport(store, archive);
    const undated = archive.annotations.filter(({ id }) => archive.undated?.has(id)).length;
    return {
      report: { ...importReport(file.name, plan, bad), mended, undated },
      count: archive.annotations.length,
      write: (commandId, options) =>
        importFile(store, { commandId, fileName: file.name, file }, archive, options),
    };
  } catch (error) {
    if (!(error instanceof ForeignFileError) || error.fault !== 'codebook') throw error;
    const { pendingCodebook } = await import('./codebook-files');
    return pendingCodebook(store, file);
  }
}
