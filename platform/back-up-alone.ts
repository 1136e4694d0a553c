/** Makes one backup at a time, whichever script wants one. */

import { saveBackup } from './downloads';

type Save = typeof saveBackup;

/** Where another script is making one, this does nothing. */
export function backUpAlone(work: (save: Save) => Promise<unknown>): Promise<unknown> {
  return navigator.locks.request('pressmark-backup', { ifAvailable: true }, (lock) =>
    lock === null ? undefined : work(saveBackup),
  );
}
