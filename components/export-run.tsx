/** How far an export has come, and then what its file holds and what it cannot hold. */

import type { ExportRun } from '../core/export/export-format';
import type { Loss } from '../core/export/source';
import { Sheet } from './sheet';
import { type MessageKey, useStrings } from './strings';

interface ExportRunProps {
  run: ExportRun;
  onEnd(): void;
}

export function ExportRunSheet({ run, onEnd }: ExportRunProps) {
  const t = useStrings();
  const isWritten = run.kind === 'written';
  return (
    <Sheet
      key={run.kind}
      heading={isWritten ? t('status_exported', run.fileName) : t('export_running')}
      onClose={onEnd}
    >
      {isWritten ? (
        <Report report={run.report} />
      ) : (
        <p>
          <progress aria-label={t('export_running')} {...(run.total > 0 && progressOf(run))} />
        </p>
      )}
      <div class="row end">
        <button type="button" class={isWritten ? 'primary' : 'quiet framed'} onClick={onEnd}>
          {t(isWritten ? 'done' : 'cancel')}
        </button>
      </div>
    </Sheet>
  );
}

/** Formats that go through the articles twice begin again. */
function progressOf({ done, total }: Extract<ExportRun, { kind: 'writing' }>) {
  return { value: Math.min(done, total), max: total };
}

const lossWords: Readonly<Record<Loss['what'], MessageKey>> = {
  'prefix-and-suffix': 'loss_prefix_and_suffix',
  'lost-place': 'loss_lost_place',
  colour: 'loss_colour',
  definition: 'loss_definition',
  'codebook-tree': 'loss_codebook_tree',
  note: 'loss_note',
  history: 'loss_history',
  addresses: 'loss_addresses',
  variables: 'loss_variables',
  metadata: 'loss_metadata',
  'page-place': 'loss_page_place',
  'code-settings': 'loss_code_settings',
  text: 'loss_text',
  'end-of-text': 'loss_end_of_text',
  times: 'loss_times',
  trash: 'loss_trash',
  codings: 'loss_codings',
  'textless-article': 'loss_textless_article',
};

type Written = Extract<ExportRun, { kind: 'written' }>;

function Report({ report: { annotations, matching, losses } }: Pick<Written, 'report'>) {
  const t = useStrings();
  return (
    <>
      {matching !== null && <p>{t('export_matching', String(matching), String(annotations))}</p>}
      {losses.length === 0 ? (
        <p class="hint">{t('export_no_losses')}</p>
      ) : (
        <>
          <p>{t('export_losses')}</p>
          <ul class="losses">
            {losses.map(({ what, count }) => (
              <li key={what}>{t('filter_count', t(lossWords[what]), String(count))}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
