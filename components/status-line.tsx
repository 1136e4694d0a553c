/** Says what just happened, and offers to take it back. */

import { ActionButton } from './action-button';
import type { Status } from './sidebar-model';
import { type Translate, useStrings } from './strings';
import { stepWords } from './words';

interface StatusLineProps {
  status: Status | null;
  onUndo(): void;
  onDismiss(): void;
}

/** It stays until something else happens: nobody has to be quick. */
export function StatusLine({ status, onUndo, onDismiss }: StatusLineProps) {
  const t = useStrings();
  const isUndoable = status !== null && 'operationId' in status;
  return (
    <div class="status" role="status" data-empty={status === null}>
      {status !== null && (
        <>
          <span>{statusWords(status, t)}</span>
          {isUndoable && (
            <ActionButton name={t('undo')} command="sidebar-undo" class="link" onPress={onUndo}>
              {t('undo')}
            </ActionButton>
          )}
          <ActionButton name={t('dismiss')} icon="close" onPress={onDismiss} />
        </>
      )}
    </div>
  );
}

function statusWords(status: Status, t: Translate): string {
  switch (status.kind) {
    case 'deleted':
      return t('status_deleted');
    case 'attached':
      return t('status_attached');
    case 'corrected':
      return t('status_corrected');
    case 'joined':
      return t('status_joined');
    case 'split':
      return t('status_split');
    case 'done':
      return t('status_done', stepWords(status.step, t));
    case 'undone':
      return t('status_undone', stepWords(status.step, t));
    case 'redone':
      return t('status_redone', stepWords(status.step, t));
    case 'exported':
      return t('status_exported', status.fileName);
    case 'mended':
      return t('library_mended');
    case 'copied':
      return t('status_copied', status.text);
    case 'imported':
      return t('status_imported', String(status.count));
  }
}
