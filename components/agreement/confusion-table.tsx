/** Which code of the one coder stands where which code of the other does, as a table. */

import { indexCodes } from '../../core/code-entry';
import { CodeLabel } from '../code-chip';
import { useStrings } from '../strings';
import type { Compared } from './coders-model';

/** More would be no table to read: the rest stands in the judgements that can be saved. */
const mostCodes = 40;

export function ConfusionTable({ compared }: { compared: Compared }) {
  const t = useStrings();
  const { confusion, coders } = compared;
  const codes = indexCodes(compared.codes);
  const shown = confusion.codeIds
    .map((codeId, index) => ({ codeId, index }))
    .filter(({ codeId, index }) => codeId === null || index < mostCodes);
  if (shown.length < 2) return null;
  const label = (codeId: string | null) => {
    const code = codes.get(codeId ?? '');
    return code === undefined ? t('coders_no_code') : <CodeLabel code={code} />;
  };
  return (
    <details>
      <summary>{t('coders_confusion')}</summary>
      <p class="hint">{t('coders_confusion_about', coders[0], coders[1])}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section class="table-scroll" aria-label={t('coders_confusion')} tabIndex={0}>
        <table class="coders-table">
          <thead>
            <tr>
              <th scope="col">{t('coders_row_and_column', coders[0], coders[1])}</th>
              {shown.map(({ codeId }) => (
                <th key={codeId ?? ''} scope="col">
                  {label(codeId)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ codeId, index: row }) => (
              <tr key={codeId ?? ''}>
                <th scope="row">{label(codeId)}</th>
                {shown.map(({ codeId: across, index: column }) => (
                  <td key={across ?? ''} data-same={row === column}>
                    {confusion.counts[row]?.[column] ?? 0}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
