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
  StorageFullError: 'problem_storage_full',
  QuotaExceededError: 'problem_storage_full',
  OpenFailedError: 'problem_library',
  DatabaseClosedError: 'problem_library',
  InvalidStateError: 'problem_library',
  NoAnswerError: 'problem_not_saved',
  RefusedRequestError: 'problem_not_saved',
  RecordNotFoundError: 'problem_not_saved',
  NotYourAnnotationError: 'problem_not_saved',
  BadCodeNameError: 'problem_not_saved',
  CodeNameTakenError: 'problem_not_saved',
  CommandReusedError: 'problem_not_saved',
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
  if ('fault' in error) return { key: keyIn(byFault, String(error.fault)), detail };
  return { key: keyIn(byName, error.name), detail };
}

/** Only keys of the table's own: an error may be called "constructor". */
function keyIn(table: Readonly<Record<string, ProblemKey>>, name: string): ProblemKey {
  return (Object.hasOwn(table, name) ? table[name] : undefined) ?? 'problem_unknown';
}
