/** Exports the codebook as a file, and takes one in after a look at what it would change. */

import type { CodebookActions, CodebookFormat } from '../components/codebook-model';
import type { CodebookFile } from '../core/codebook-file';
import { toCodebookCsv } from '../core/codebook-file/codebook-csv';
import { toQdc } from '../core/codebook-file/qdc';
import { readCodebook } from '../core/codebook-file/read-codebook';
import { exportFileName } from '../core/export/file-name';
import { newId } from '../platform/new-id';
import { saveFile } from '../platform/save-file';
import { importCodebook, libraryCodebook, planCodebookImport } from '../store/codebook-file';
import type { Store } from '../store/open-store';
import type { Attempt } from './attempt';
import type { PendingImport } from './pending-import';

interface Format {
  type: string;
  write(file: CodebookFile): string;
}

const formats: Readonly<Record<CodebookFormat, Format>> = {
  csv: { type: 'text/csv', write: toCodebookCsv },
  qdc: { type: 'application/xml', write: (file) => toQdc(file, newId) },
};

interface CodebookFileParts {
  store: Store;
  attempt: Attempt;
  /** Has what was read wait for the reader's decision. */
  wait(pending: PendingImport): void;
}

export function codebookFileActions({
  store,
  attempt,
  wait,
}: CodebookFileParts): Pick<CodebookActions, 'exportCodebook' | 'readCodebook'> {
  return {
    exportCodebook: (format) =>
      void attempt(async () => {
        const { type, write } = formats[format];
        const day = new Date(store.environment.now()).toISOString().slice(0, 10);
        const fileName = exportFileName(`Pressmark codebook ${day}`, format);
        saveFile(
          fileName,
          new Blob([write(await libraryCodebook(store))], { type: `${type};charset=utf-8` }),
        );
        return { status: { kind: 'exported', fileName } };
      }),
    readCodebook: (chosen) =>
      void attempt(async () => {
        wait(await pendingCodebook(store, chosen));
        return undefined;
      }),
  };
}

/** @throws CodebookError */
export async function pendingCodebook(store: Store, chosen: File): Promise<PendingImport> {
  const { file, faults } = readCodebook(new Uint8Array(await chosen.arrayBuffer()));
  const plan = await planCodebookImport(store, file);
  return {
    report: { fileName: chosen.name, ...plan, bad: faults, mended: [], isCodebook: true },
    count: plan.added + plan.changed,
    write: (commandId) => importCodebook(store, { commandId, file }),
  };
}
