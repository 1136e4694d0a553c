/** What went wrong, as the interface can say it: the key of a sentence, and the machine's own words for a report. */

import type { ArchiveFault } from './archive';
import type { CodebookRefusal } from './codebook-file/codebook-error';
import type { ForeignFault } from './import/foreign-file-error';
import type { AnnotationEdit } from './library';

export type ProblemKey =
  | 'problem_not_saved'
  | 'problem_nothing_to_keep'
  | 'problem_library'
  | 'problem_private'
  | 'problem_newer'
  | 'problem_storage_full'
  | 'problem_page'
  | 'problem_place_gone'
  | 'problem_reload'
  | 'problem_name'
  | 'problem_name_taken'
  | 'problem_under_itself'
  | 'problem_locked'
  | 'problem_value'
  | 'problem_import_large'
  | 'problem_import_foreign'
  | 'problem_import_newer'
  | 'problem_import_unsafe'
  | 'problem_import_record'
  | 'problem_import_codebook'
  | 'problem_codebook_large'
  | 'problem_codebook_foreign'
  | 'problem_codebook_damaged'
  | 'problem_backup'
  | 'problem_template'
  | 'problem_unknown';

export interface Problem {
  key: ProblemKey;
  /** In English, for whoever reports it; empty when there is nothing to add. */
  detail: string;
  /** What the reader wrote and was not saved, to be copied; empty when nothing is lost. */
  words: string;
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
  NothingToKeepError: 'problem_nothing_to_keep',
  NoAnswerError: 'problem_not_saved',
  RefusedRequestError: 'problem_not_saved',
  RecordNotFoundError: 'problem_not_saved',
  NotYourAnnotationError: 'problem_not_saved',
  BadCodeNameError: 'problem_name',
  BadVariableNameError: 'problem_name',
  CodeNameTakenError: 'problem_name_taken',
  VariableNameTakenError: 'problem_name_taken',
  CodeUnderItselfError: 'problem_under_itself',
  CodebookLockedError: 'problem_locked',
  BadShortcutError: 'problem_value',
  BadVariableValueError: 'problem_value',
  CommandReusedError: 'problem_not_saved',
  SplitRefusedError: 'problem_not_saved',
  OtherArticleError: 'problem_not_saved',
  BadCorrectionError: 'problem_not_saved',
  AbortError: 'problem_not_saved',
  ExtensionGoneError: 'problem_reload',
  BackupNotSavedError: 'problem_backup',
  TemplateError: 'problem_template',
};

const byFault: Readonly<Record<ArchiveFault | CodebookRefusal | ForeignFault, ProblemKey>> = {
  'too-large': 'problem_import_large',
  'not-json': 'problem_import_foreign',
  'not-text': 'problem_import_foreign',
  'nothing-sound': 'problem_import_foreign',
  'not-an-archive': 'problem_import_foreign',
  'newer-version': 'problem_import_newer',
  unsafe: 'problem_import_unsafe',
  'bad-record': 'problem_import_record',
  codebook: 'problem_import_codebook',
  'codebook-too-large': 'problem_codebook_large',
  'codebook-unsafe': 'problem_import_unsafe',
  'codebook-damaged': 'problem_codebook_damaged',
  'not-a-codebook': 'problem_codebook_foreign',
};

/** @param words what the reader wrote and was not saved */
export function problemOf(error: unknown, words = ''): Problem {
  if (!(error instanceof Error)) return { key: 'problem_unknown', detail: String(error), words };
  const detail = `${error.name}: ${error.message}`;
  if ('fault' in error) return { key: keyIn(byFault, String(error.fault)), detail, words };
  return { key: keyIn(byName, error.name), detail, words };
}

/** What the reader typed of this change; codes chosen from a list are no words. */
export function wordsOf({ newCodes, note }: AnnotationEdit): string {
  return [...(newCodes ?? []), note ?? ''].filter((words) => words !== '').join('\n');
}

/** The newer problem, which holds on to words that the one before still showed. */
export function nextProblem(before: Problem | null, next: Problem): Problem {
  const words = new Set([before?.words ?? '', next.words].filter((some) => some !== ''));
  return { ...next, words: [...words].join('\n\n') };
}

/** Only keys of the table's own: an error may be called "constructor". */
function keyIn(table: Readonly<Record<string, ProblemKey>>, name: string): ProblemKey {
  return (Object.hasOwn(table, name) ? table[name] : undefined) ?? 'problem_unknown';
}
