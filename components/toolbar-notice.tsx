/** What has just become of the library: seen where it cannot be seen otherwise, and read out once. */

import { useRef } from 'preact/hooks';
import type { ToolbarNotice } from '../core/toolbar';
import { type Translate, useStrings } from './strings';
import { stepWords } from './words';

interface NoticeProps {
  notice: ToolbarNotice | null;
}

/** What is done where one looks needs no words there. */
export function isSeen(notice: ToolbarNotice | null): notice is ToolbarNotice {
  return notice !== null && notice.kind !== 'done';
}

/** For the eyes. */
export function Notice({ notice }: NoticeProps) {
  const t = useStrings();
  return isSeen(notice) ? <p class="notice hint">{noticeWords(notice, t)}</p> : null;
}

/**
 * For the ears. It stands there also without words, and without a toolbar: only what changes in it is read out. The same
 * words again are a change.
 */
export function Said({ notice }: NoticeProps) {
  const t = useStrings();
  const last = useRef({ notice, turn: 0 });
  if (last.current.notice !== notice) last.current = { notice, turn: last.current.turn + 1 };
  return (
    <p class="said" role="status">
      {notice !== null && <span key={last.current.turn}>{noticeWords(notice, t)}</span>}
    </p>
  );
}

function noticeWords(notice: ToolbarNotice, t: Translate): string {
  switch (notice.kind) {
    case 'done':
      return notice.step.kind === 'delete'
        ? t('status_deleted')
        : t('status_done', stepWords(notice.step, t));
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
