/** Shows what an import would do before anything is written. */

import type { Mended } from '../core/import/imported';
import { ImportFaults, mostShown, PlaceWords } from './import-faults';
import { ImportProgress } from './import-progress';
import { Sheet } from './sheet';
import type { ImportReport } from './sidebar-model';
import { type MessageKey, useStrings } from './strings';

interface ImportSheetProps {
  report: ImportReport;
  onConfirm(): void;
  onCancel(): void;
}

const mendedWords: Readonly<Record<Mended['how'], MessageKey>> = {
  'byte-order-mark': 'mended_byte_order_mark',
  'line-ends': 'mended_line_ends',
  'utf-16-units': 'mended_utf_16_units',
  'code-points': 'mended_code_points',
  'found-by-quote': 'mended_found_by_quote',
  'made-address': 'mended_made_address',
};

export function ImportSheet({ report, onConfirm, onCancel }: ImportSheetProps) {
  const t = useStrings();
  const count = report.added + report.changed;
  const facts = [
    { name: t('import_new'), value: report.added },
    { name: t('import_changed'), value: report.changed },
    { name: t('import_same'), value: report.same },
    { name: t('import_bad'), value: report.bad.length },
    ...((report.kept ?? 0) > 0 ? [{ name: t('import_kept'), value: report.kept }] : []),
  ];
  return (
    <Sheet heading={t('import_heading', report.fileName)} onClose={onCancel}>
      <dl class="report">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {report.isCodebook === true && <p>{t('import_codebook')}</p>}
      {(report.undated ?? 0) > 0 && <p>{t('import_undated', String(report.undated))}</p>}
      {report.mended.length > 0 && (
        <details>
          <summary>{t('import_mended', String(report.mended.length))}</summary>
          <ul class="bad">
            {report.mended.slice(0, mostShown).map(({ where, how }) => (
              <li key={where}>
                <b>
                  <PlaceWords where={where} />
                </b>{' '}
                {t(mendedWords[how])}
              </li>
            ))}
          </ul>
        </details>
      )}
      {report.bad.length > 0 && <ImportFaults name={t('import_bad')} faults={report.bad} />}
      {report.written === undefined ? (
        <p class="hint">{t(count === 0 ? 'import_nothing' : 'import_undoable')}</p>
      ) : (
        <ImportProgress {...report.written} />
      )}
      <div class="row end">
        <button type="button" class="quiet" onClick={onCancel}>
          {t('cancel')}
        </button>
        <button
          type="button"
          class="primary"
          disabled={count === 0 || report.written !== undefined}
          onClick={onConfirm}
        >
          {t('import_count', String(count))}
        </button>
      </div>
    </Sheet>
  );
}
