/** Backups: the last one, how often they are made, and the way back from one. */

import { backupRhythms } from '../core/backup';
import { asMinute } from './dates';
import { FileButton } from './file-button';
import { ImportProgress } from './import-progress';
import { ImportSheet } from './import-sheet';
import type { BackupsState, SettingsActions } from './settings-model';
import { type MessageKey, useStrings } from './strings';

interface BackupSectionProps {
  /** Null until it has been read. */
  state: BackupsState | null;
  /** The library was written by a newer Pressmark: it can be backed up, and nothing else. */
  isReadOnly: boolean;
  actions: SettingsActions;
}

const rhythmWords: Readonly<Record<(typeof backupRhythms)[number], MessageKey>> = {
  off: 'backup_off',
  daily: 'backup_daily',
  weekly: 'backup_weekly',
};

export function BackupSection({ state, isReadOnly, actions }: BackupSectionProps) {
  const t = useStrings();
  return (
    <section id="backup" aria-labelledby="of-backup">
      <h2 id="of-backup">{t('backup_title')}</h2>
      <p>{t('backup_lead')}</p>
      {state !== null && (
        <>
          <Outcome state={state} />
          <button type="button" class="primary" disabled={state.isBusy} onClick={actions.backUpNow}>
            {t('backup_now')}
          </button>
          {!isReadOnly && (
            <>
              <Rhythm state={state} actions={actions} />
              <Restore state={state} actions={actions} />
            </>
          )}
        </>
      )}
    </section>
  );
}

function Outcome({ state: { last, failure } }: { state: BackupsState }) {
  const t = useStrings();
  return (
    <>
      {failure !== null && (
        <div class="banner problem" role="alert">
          <p>
            {t(
              failure.why === 'permission' ? 'backup_no_permission' : 'backup_not_saved',
              asMinute(failure.at),
            )}
          </p>
          <details>
            <summary>{t('problem_detail')}</summary>
            <code lang="en">{failure.detail}</code>
          </details>
        </div>
      )}
      <p data-last={last?.at ?? ''}>
        {last === null ? t('backup_none') : t('backup_last', asMinute(last.at), last.fileName)}
      </p>
    </>
  );
}

function Rhythm({ state, actions }: { state: BackupsState; actions: SettingsActions }) {
  const t = useStrings();
  return (
    <fieldset class="rhythm">
      <legend>{t('backup_every')}</legend>
      {backupRhythms.map((every) => (
        <label key={every}>
          <input
            type="radio"
            name="backup-every"
            value={every}
            checked={state.every === every}
            onChange={(event) => {
              // What is chosen is shown when it is so: the permission may be refused.
              event.currentTarget.checked = state.every === every;
              actions.chooseBackup(every);
            }}
          />
          {t(rhythmWords[every])}
        </label>
      ))}
      <p class="hint">{t('backup_where')}</p>
      {state.isRefused && <p role="alert">{t('backup_refused')}</p>}
    </fieldset>
  );
}

function Restore({ state, actions }: { state: BackupsState; actions: SettingsActions }) {
  const t = useStrings();
  const { report, progress, waitingFile, restored } = state;
  if (report !== null) {
    return (
      <ImportSheet report={report} onConfirm={actions.confirmRestore} onCancel={actions.cancelRestore} />
    );
  }
  if (progress !== null) {
    return (
      <div class="importing">
        <ImportProgress {...progress} />
        <button type="button" class="quiet framed" onClick={actions.stopImport}>
          {t('cancel')}
        </button>
      </div>
    );
  }
  return (
    <>
      {waitingFile !== null && (
        <div class="banner" role="status">
          <p>{t('import_waiting', waitingFile)}</p>
          <p class="row">
            <button type="button" class="primary" onClick={actions.goOnImport}>
              {t('import_go_on')}
            </button>
            <button type="button" class="quiet framed" onClick={actions.forgetImport}>
              {t('import_forget')}
            </button>
          </p>
        </div>
      )}
      <FileButton
        name={t('restore_open')}
        accept=".json,.zip,application/json,application/zip"
        onFile={actions.readBackup}
      />
      <p class="hint">{t('restore_lead')}</p>
      <p role="status">{restored !== null && t('restore_done', String(restored))}</p>
    </>
  );
}
