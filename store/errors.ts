/** The ways in which the store refuses; errors travel by name, so each refusal has its own. */

import type { RecordTable } from '../core/operation';

/** The library was written by a newer Pressmark: it can be read and exported, not changed. */
export class NewerLibraryError extends Error {
  override readonly name = 'NewerLibraryError';
  constructor() {
    super(
      'this library was written by a newer version of Pressmark: it can be read and exported, not changed',
    );
  }
}

/** The browser keeps no database for us, as Firefox does in permanent private browsing. */
export class StorageRefusedError extends Error {
  override readonly name = 'StorageRefusedError';
  constructor(cause: unknown) {
    super('the browser refused to open the library: nothing can be saved here', { cause });
  }
}

/** The disk, or our share of it, is full: nothing of the change was saved. */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError';
  constructor(cause: unknown) {
    super('the browser has no room left to store anything: nothing of this change was saved', { cause });
  }
}

/** Dexie hands on the browser's QuotaExceededError as it is, within an AbortError, or among a BulkError's failures. */
export function isStorageFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'QuotaExceededError') return true;
  const failures: unknown = Reflect.get(error, 'failures');
  const causes: unknown[] = [Reflect.get(error, 'inner'), ...(Array.isArray(failures) ? failures : [])];
  return causes.some(isStorageFull);
}

export class RecordNotFoundError extends Error {
  override readonly name = 'RecordNotFoundError';
  constructor(table: RecordTable, id: string) {
    super(`${table}: there is no record ${id}`);
  }
}

/** A page asked for an annotation of another page. */
export class NotYourAnnotationError extends Error {
  override readonly name = 'NotYourAnnotationError';
  constructor(id: string, address: string) {
    super(`annotation ${id} does not belong to ${address}`);
  }
}

/** Only annotations of one article can become one. */
export class OtherArticleError extends Error {
  override readonly name = 'OtherArticleError';
  constructor(id: string) {
    super(`annotation ${id} is of another article than the first one`);
  }
}

/** Only one of several addresses can be taken off an article. */
export class SplitRefusedError extends Error {
  override readonly name = 'SplitRefusedError';
  constructor(address: string) {
    super(`${address} is not one of several addresses of this article`);
  }
}

/** One command id was given to two different commands. */
export class CommandReusedError extends Error {
  override readonly name = 'CommandReusedError';
  constructor(commandId: string, earlier: string, asked: string) {
    super(`command ${commandId} was a "${earlier}" before and is a "${asked}" now`);
  }
}

/** A code's name is one level of a path: not empty, without the path mark. */
export class BadCodeNameError extends Error {
  override readonly name = 'BadCodeNameError';
  constructor(typed: string) {
    super(`"${typed}" is not the name of one code`);
  }
}

/** Two codes under one parent cannot share a name, because a typed path could mean either. */
export class CodeNameTakenError extends Error {
  override readonly name = 'CodeNameTakenError';
  constructor(name: string) {
    super(`another code at this place is already called "${name}"`);
  }
}

/** A code can neither stand under itself nor under a code that stands under it. */
export class CodeUnderItselfError extends Error {
  override readonly name = 'CodeUnderItselfError';
  constructor(name: string) {
    super(`"${name}" cannot stand under itself`);
  }
}

/** While coding, a locked codebook takes no new codes. */
export class CodebookLockedError extends Error {
  override readonly name = 'CodebookLockedError';
  constructor(name: string) {
    super(`the codebook is locked, and has no code "${name}" at this place`);
  }
}

/** A code's shortcut is a digit, 1 to 9. */
export class BadShortcutError extends Error {
  override readonly name = 'BadShortcutError';
  constructor(shortcut: string) {
    super(`"${shortcut}" is not a digit from 1 to 9`);
  }
}

/** A variable needs a name. */
export class BadVariableNameError extends Error {
  override readonly name = 'BadVariableNameError';
  constructor() {
    super('a variable has no name');
  }
}

/** Two variables cannot share a name. */
export class VariableNameTakenError extends Error {
  override readonly name = 'VariableNameTakenError';
  constructor(name: string) {
    super(`another variable is already called "${name}"`);
  }
}

/** What was written is no value of this variable. */
export class BadVariableValueError extends Error {
  override readonly name = 'BadVariableValueError';
  constructor(name: string, kind: string) {
    super(`variable "${name}": this is no ${kind} of it`);
  }
}
