/** What went wrong, as the interface can say it: the key of a sentence, and the machine's own words for a report. */

import type { ArchiveFault } from './archive';

export type ProblemKey =
  | 'problem_not_saved'
  | 'problem_library'
  | 'problem_private'
  | 'problem_newer'
  | 'problem_storage_full'
  | 'problem_page'
  | 'problem_reload'
  | 'problem_import_large'
  | 'problem_import_foreign'
  | 'problem_import_newer'
  | 'problem_import_unsafe'
  | 'problem_import_record'
  | 'problem_unknown';

export interface Problem {
  key: ProblemKey;
  /** In English, for whoever reports it; empty when there is nothing to add. */
  detail: string;
}

/** Errors come from other scripts by name only, so that their names decide. */
const byName: Readonly<Record<string, ProblemKey>> = {
  NewerLibraryError: 'problem_newer',
  StorageRefusedError: 'problem_private',
  QuotaExceededError: 'problem_storage_full',
  OpenFailedError: 'problem_library',
  DatabaseClosedError: 'problem_library',
  InvalidStateError: 'problem_library',
  NoAnswerError: 'problem_not_saved',
  RefusedRequestError: 'problem_not_saved',
  RecordNotFoundError: 'problem_not_saved',
  NotYourAnnotationError: 'problem_not_saved',
  AbortError: 'problem_not_saved',
  ExtensionGoneError: 'problem_reload',
};

const byFault: Readonly<Record<ArchiveFault, ProblemKey>> = {
  'too-large': 'problem_import_large',
  'not-json': 'problem_import_foreign',
  'not-an-archive': 'problem_import_foreign',
  'newer-version': 'problem_import_newer',
  unsafe: 'problem_import_unsafe',
  'bad-record': 'problem_import_record',
};

export function problemOf(error: unknown): Problem {
  if (!(error instanceof Error)) return { key: 'problem_unknown', detail: String(error) };
  const detail = `${error.name}: ${error.message}`;
  // A full disk reaches us inside the error of the transaction that it ended.
  if (/QuotaExceeded/u.test(detail)) return { key: 'problem_storage_full', detail };
  if ('fault' in error) return { key: byFault[error.fault as ArchiveFault] ?? 'problem_unknown', detail };
  return { key: byName[error.name] ?? 'problem_unknown', detail };
}
