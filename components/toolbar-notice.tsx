/** What has just become of the library, read out once. */

import type { ToolbarNotice } from '../core/toolbar';
import { type Translate, useStrings } from './strings';
import { stepWords } from './words';

/** It stands there also without words: only what changes in it is read out. */
export function Notice({ notice }: { notice: ToolbarNotice | null }) {
  const t = useStrings();
  return (
    <p class="notice hint" role="status">
      {notice === null ? '' : noticeWords(notice, t)}
    </p>
  );
}

function noticeWords(notice: ToolbarNotice, t: Translate): string {
  switch (notice.kind) {
    case 'kept':
      return t('coding_kept', String(notice.count));
    case 'undone':
      return t('status_undone', stepWords(notice.step, t));
    case 'redone':
      return t('status_redone', stepWords(notice.step, t));
    case 'nothing-to-undo':
      return t('undo_nothing');
    case 'nothing-to-redo':
      return t('redo_nothing');
    case 'step-elsewhere':
      return t('undo_elsewhere');
  }
}
