/** How far two coders agree, in figures, with a sentence on how to read them. */

import type { FigureRow } from '../../core/agreement/figures';
import { indexCodes } from '../../core/code-entry';
import { CodeLabel } from '../code-chip';
import { type MessageKey, useStrings } from '../strings';
import type { CodersActions, Compared } from './coders-model';

interface FigureTableProps {
  compared: Compared;
  actions: Pick<CodersActions, 'saveFigures' | 'saveJudgements'>;
}

export function FigureTable({ compared, actions }: FigureTableProps) {
  const t = useStrings();
  const { rows, coders } = compared;
  const codes = indexCodes(compared.codes);
  const [whole] = rows;
  return (
    <>
      <h2>{t('coders_agreement')}</h2>
      {whole !== undefined && (
        <p class="coders-reading" role="status">
          {t(readingOf(whole), figure(whole.alpha))}{' '}
          {t('coders_counted', String(whole.units), String(whole.agreed), String(whole.missing))}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section class="table-scroll" aria-label={t('coders_agreement')} tabIndex={0}>
        <table class="coders-table">
          <thead>
            <tr>
              <th scope="col">{t('code')}</th>
              {coders.map((coder) => (
                <th key={coder} scope="col">
                  {coder}
                </th>
              ))}
              <th scope="col">{t('coders_agreed')}</th>
              <th scope="col">{t('coders_alpha')}</th>
              <th scope="col">{t('coders_kappa')}</th>
              <th scope="col">{t('coders_masi')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const code = codes.get(row.codeId ?? '');
              return (
                <tr key={row.codeId ?? ''}>
                  <th scope="row">
                    {code === undefined ? (
                      (row.codeId ?? <b>{t('coders_all_codes')}</b>)
                    ) : (
                      <CodeLabel code={code} />
                    )}
                  </th>
                  <td>{row.given[0]}</td>
                  <td>{row.given[1]}</td>
                  <td>{t('coders_of', String(row.agreed), String(row.units))}</td>
                  <td>{figure(row.alpha)}</td>
                  <td>{figure(row.kappa)}</td>
                  <td>{row.codeId === null ? figure(row.masiAlpha) : ''}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <p class="hint">{t('coders_how_to_read')}</p>
      <div class="row">
        <button type="button" class="quiet framed" onClick={() => actions.saveFigures('data')}>
          {t('tables_save_data')}
        </button>
        <button type="button" class="quiet framed" onClick={() => actions.saveFigures('excel')}>
          {t('tables_save_excel')}
        </button>
        <button type="button" class="quiet framed" onClick={actions.saveJudgements}>
          {t('coders_save_judgements')}
        </button>
      </div>
    </>
  );
}

/** A dash where nothing can be told. */
function figure(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}

/** By the bounds that Krippendorff gives. */
function readingOf({ alpha, units }: FigureRow): MessageKey {
  if (units === 0) return 'coders_nothing_shared';
  if (alpha === null) return 'coders_no_variation';
  if (alpha >= 0.8) return 'coders_reliable';
  return alpha >= 0.667 ? 'coders_tentative' : 'coders_unreliable';
}
