/** What the sections of the settings show, and what they can do. */

import type { BackupRhythm, BackupState } from '../core/backup';
import type { ImportReport } from './sidebar-model';

export interface StorageState {
  annotations: number;
  articles: number;
  codes: number;
  trashed: number;
  /** In bytes; null where the browser does not tell. */
  usage: number | null;
  isPersisted: boolean;
  /** The reader has asked the browser in vain. */
  isRefused: boolean;
}

export interface BackupsState extends BackupState {
  /** The reader has just refused the permission. */
  isRefused: boolean;
  /** A backup is being made. */
  isBusy: boolean;
  /** What a chosen file would change; null where none waits for a decision. */
  report: ImportReport | null;
  /** How many annotations of an import have been written; null where none runs. */
  progress: { done: number; total: number } | null;
  /** The file of an import that ended before all was written. */
  waitingFile: string | null;
  /** How many were restored just now. */
  restored: number | null;
}

export interface SettingsActions {
  askToPersist(): void;
  chooseBackup(every: BackupRhythm): void;
  backUpNow(): void;
  readBackup(file: File): void;
  confirmRestore(): void;
  cancelRestore(): void;
  /** Ends an import that is being written, and takes back what was. */
  stopImport(): void;
  goOnImport(): void;
  forgetImport(): void;
}
