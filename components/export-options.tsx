/** The few things that can be chosen of a format. */

import { type ChosenOptions, choosable, type ExportFormat } from '../core/export/export-format';
import { useStrings } from './strings';

interface ExportOptionsProps {
  format: ExportFormat;
  options: ChosenOptions;
  onChange(options: ChosenOptions): void;
}

/** Nothing where nothing can be chosen. */
export function ExportOptions({ format, options, onChange }: ExportOptionsProps) {
  const t = useStrings();
  const can = choosable[format];
  return can.length === 0 ? null : (
    <fieldset class="choices">
      <legend>{t('export_how')}</legend>
      {can.includes('rowsOf') && (
        <label class="choice">
          <input
            type="checkbox"
            checked={options.rowsOf === 'coding'}
            onChange={(event) =>
              onChange({ ...options, rowsOf: event.currentTarget.checked ? 'coding' : 'annotation' })
            }
          />
          <span>{t('export_rows_of_codings')}</span>
        </label>
      )}
      {can.includes('hasTexts') && (
        <label class="choice">
          <input
            type="checkbox"
            checked={options.hasTexts}
            onChange={(event) => onChange({ ...options, hasTexts: event.currentTarget.checked })}
          />
          <span>
            {t('export_texts')}
            <small>{t('export_texts_purpose')}</small>
          </span>
        </label>
      )}
      {can.includes('isBlind') && (
        <label class="choice">
          <input
            type="checkbox"
            checked={options.isBlind === true}
            onChange={(event) => onChange({ ...options, isBlind: event.currentTarget.checked })}
          />
          <span>
            {t('export_blind')}
            <small>{t('export_blind_purpose')}</small>
          </span>
        </label>
      )}
      {can.includes('coder') && (
        <label class="field">
          <span>{t(format === 'packet' ? 'coder_name' : 'export_coder')}</span>
          <input
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={options.coder}
            onInput={(event) => onChange({ ...options, coder: event.currentTarget.value })}
          />
        </label>
      )}
    </fieldset>
  );
}
