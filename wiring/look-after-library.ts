/** What every page that stays open does for the library: has it checked after a crash, asks the browser to keep it, and tells of a backup that failed. */

import type { Status } from '../components/sidebar-model';
import { BackupNotSavedError } from '../core/backup';
import { atEnd, whenIdle } from '../platform/page-life';
import { askToPersist } from '../platform/persist';
import { backupState } from '../store/backup';
import { lookAfter } from '../store/look-after';
import type { Store } from '../store/open-store';
import { countAnnotations } from '../store/read';
import { watch } from '../store/watch';

interface Telling {
  tell(status: Status): void;
  fail(error: unknown): void;
  signal: AbortSignal;
}

export function lookAfterLibrary(store: Store, { tell, fail, signal }: Telling): void {
  lookAfter(store, { atEnd, whenIdle, signal }).then((mended) => {
    if (mended !== null) tell({ kind: 'mended' });
  }, fail);
  // Once there is something to lose.
  countAnnotations(store).then((count) => (count > 0 ? askToPersist() : false), fail);
  let told = '';
  watch(() => backupState(store), {
    signal,
    fail,
    show({ failure }) {
      if (failure === null || failure.at === told) return;
      told = failure.at;
      fail(new BackupNotSavedError(failure.why, failure.detail));
    },
  });
}
