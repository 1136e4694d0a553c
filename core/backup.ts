/** When the library is to be backed up by itself, and what came of it the last times. */

import * as v from 'valibot';

export const backupRhythms = ['off', 'daily', 'weekly'] as const;

export type BackupRhythm = (typeof backupRhythms)[number];

export interface BackupState {
  every: BackupRhythm;
  /** The last one that was saved, whether by itself or asked for. */
  last: { at: string; fileName: string; clock: string | null } | null;
  /** The last attempt, where that failed; `detail` is in English. */
  failure: { at: string; why: BackupFault; detail: string } | null;
}

/** Without the permission for downloads, or not saved by the browser: the disk is full, the folder is gone. */
export type BackupFault = 'permission' | 'not-saved';

/** A backup that was made and could not be saved. */
export class BackupNotSavedError extends Error {
  override readonly name = 'BackupNotSavedError';

  constructor(
    readonly why: BackupFault,
    detail: string,
  ) {
    super(detail);
  }
}

const hour = 60 * 60 * 1_000;
/** A little less than the days: whoever starts at nine each morning has a backup each morning. */
const periods = { daily: 23 * hour, weekly: 7 * 24 * hour - hour };

const stateSchema = v.object({
  every: v.fallback(v.picklist(backupRhythms), 'off'),
  last: v.fallback(
    v.nullable(v.object({ at: v.string(), fileName: v.string(), clock: v.nullable(v.string()) })),
    null,
  ),
  failure: v.fallback(
    v.nullable(
      v.object({ at: v.string(), why: v.picklist(['permission', 'not-saved']), detail: v.string() }),
    ),
    null,
  ),
});

/** What is missing or damaged is as if nothing had been asked or done. @param text JSON */
export function readBackupState(text: string): BackupState {
  const parsed = v.safeParse(stateSchema, JSON.parse(text));
  return parsed.success ? parsed.output : { every: 'off', last: null, failure: null };
}

/**
 * Whether a backup should be made now: its time has come, and the library has changed since the last one. After a
 * failure, again in an hour.
 * @param now milliseconds since 1970
 * @param clock of the latest operation; null where nothing was ever written
 */
export function isBackupDue(
  { every, last, failure }: BackupState,
  { now, clock }: { now: number; clock: string | null },
): boolean {
  if (every === 'off' || clock === null || clock === last?.clock) return false;
  if (failure !== null && now - Date.parse(failure.at) < hour) return false;
  return last === null || now - Date.parse(last.at) >= periods[every];
}
