/** What the sections of storage and backup do. */

import type { BackupsState, SettingsActions } from '../../components/settings-model';
import type { Archive } from '../../core/archive';
import { backUpAlone } from '../../platform/back-up-alone';
import { askToDownload, mayDownload, saveBackup } from '../../platform/downloads';
import { newId } from '../../platform/new-id';
import { askToPersist } from '../../platform/persist';
import { saveFile } from '../../platform/save-file';
import { planImport } from '../../store/archive';
import { backUp, backUpIfDue, chooseBackup } from '../../store/backup';
import { forgetImport, importFile, waitingImport } from '../../store/bulk-import';
import { importReport } from '../../store/import-report';
import type { Store } from '../../store/open-store';
import { readFile } from '../../wiring/read-file';

/** What is not read from the library. */
export type BackupWish = Pick<
  BackupsState,
  'isRefused' | 'isBusy' | 'report' | 'progress' | 'waitingFile' | 'restored'
>;

export const nothingWished: BackupWish = {
  isRefused: false,
  isBusy: false,
  report: null,
  progress: null,
  waitingFile: null,
  restored: null,
};

interface BackupParts {
  store: Store;
  wish(change: Partial<BackupWish>): void;
  /** Says why where it fails. */
  attempt(work: () => Promise<unknown>): void;
  /** Reads again what the browser says of its storage. */
  refresh(told: { isRefused: boolean }): void;
}

interface ReadFile {
  fileName: string;
  file: Blob;
  archive: Archive;
}

export function backupActions({ store, wish, attempt, refresh }: BackupParts): SettingsActions & {
  /** Looks whether an import ended before its time. */
  lookForWaiting(): Promise<void>;
} {
  let chosen: ReadFile | null = null;
  let writing: AbortController | null = null;

  const lookForWaiting = async () =>
    wish({ waitingFile: store.readOnly ? null : ((await waitingImport(store))?.fileName ?? null) });

  const take = async (commandId: string, { archive, ...file }: ReadFile) => {
    const total = archive.annotations.length;
    const controller = new AbortController();
    writing = controller;
    wish({ report: null, waitingFile: null, restored: null, progress: { done: 0, total } });
    const given = { commandId, ...file };
    const { signal } = controller;
    try {
      await importFile(store, given, archive, {
        signal,
        progress: (done) => wish({ progress: { done, total } }),
      });
      wish({ restored: total });
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      writing = null;
      wish({ progress: null });
    }
  };

  return {
    lookForWaiting,
    askToPersist: () =>
      attempt(async () => {
        refresh({ isRefused: !(await askToPersist()) });
      }),
    chooseBackup(every) {
      // Asked in this very turn: the browser lets nobody ask later.
      const asked = every === 'off' ? Promise.resolve(true) : askToDownload();
      attempt(async () => {
        const isAllowed = await asked;
        wish({ isRefused: !isAllowed });
        if (!isAllowed) return;
        await chooseBackup(store, every);
        // The first one at once: it shows that it works, and where it goes.
        await backUpAlone((save) => backUpIfDue(store, save));
      });
    },
    backUpNow: () =>
      attempt(async () => {
        wish({ isBusy: true });
        try {
          const isAllowed = await mayDownload();
          await backUp(store, async (file) => {
            if (isAllowed) await saveBackup(file);
            else saveFile(file.name, file.content);
          });
        } finally {
          wish({ isBusy: false });
        }
      }),
    readBackup: (file) =>
      attempt(async () => {
        const { archive, bad, mended } = await readFile(store, file.name, file);
        chosen = { fileName: file.name, file, archive };
        const report = importReport(file.name, await planImport(store, archive), bad);
        wish({ report: { ...report, mended }, restored: null });
      }),
    confirmRestore: () =>
      attempt(async () => {
        if (chosen !== null) await take(newId(), chosen);
        chosen = null;
      }),
    cancelRestore() {
      chosen = null;
      wish({ report: null });
    },
    stopImport: () => writing?.abort(),
    goOnImport: () =>
      attempt(async () => {
        const waiting = await waitingImport(store);
        if (waiting === null) return;
        const { archive } = await readFile(store, waiting.fileName, waiting.file);
        await take(waiting.commandId, { ...waiting, archive });
      }),
    forgetImport: () =>
      attempt(async () => {
        await forgetImport(store);
        await lookForWaiting();
      }),
  };
}
