/** The few things that can be chosen of a format. */

import type { RefObject } from 'preact';
import { type ChosenOptions, choosable, type ExportFormat, rowChoices } from '../core/export/export-format';
import { type MessageKey, useStrings } from './strings';

interface ExportOptionsProps {
  format: ExportFormat;
  options: ChosenOptions;
  onChange(options: ChosenOptions): void;
  onEditTemplate(): void;
  editTemplate: RefObject<HTMLButtonElement | null>;
}

const rowWords: Readonly<Record<(typeof rowChoices)[number], MessageKey>> = {
  annotation: 'export_rows_of_annotations',
  coding: 'export_rows_of_codings',
  article: 'export_rows_of_articles',
  outlet: 'export_rows_of_outlets',
};

/** Nothing where nothing can be chosen. */
export function ExportOptions(props: ExportOptionsProps) {
  const { format, options, onChange } = props;
  const t = useStrings();
  const can = choosable[format];
  const { rowsOf = 'annotation', isBinary = false } = options;
  return can.length === 0 ? null : (
    <fieldset class="choices">
      <legend>{t('export_how')}</legend>
      {can.includes('arrangedBy') && (
        <label class="field beside">
          <span>{t('export_arranged')}</span>
          <select
            value={options.arrangedBy ?? 'article'}
            onChange={(event) =>
              onChange({
                ...options,
                arrangedBy: event.currentTarget.value === 'code' ? 'code' : 'article',
              })
            }
          >
            <option value="article">{t('export_by_article')}</option>
            <option value="code">{t('export_by_code')}</option>
          </select>
        </label>
      )}
      {can.includes('rowsOf') && (
        <label class="field beside">
          <span>{t('export_rows')}</span>
          <select
            value={rowsOf}
            onChange={(event) => {
              const { value } = event.currentTarget;
              onChange({ ...options, rowsOf: rowChoices.find((each) => each === value) ?? 'annotation' });
            }}
          >
            {rowChoices.map((each) => (
              <option key={each} value={each}>
                {t(rowWords[each])}
              </option>
            ))}
          </select>
        </label>
      )}
      {can.includes('rowsOf') && (rowsOf === 'article' || rowsOf === 'outlet') && (
        <label class="choice">
          <input
            type="checkbox"
            checked={isBinary}
            onChange={(event) => onChange({ ...options, isBinary: event.currentTarget.checked })}
          />
          <span>{t('tables_binary')}</span>
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
      {can.includes('template') && (
        <p>
          <button ref={props.editTemplate} type="button" class="quiet framed" onClick={props.onEditTemplate}>
            {t('template_edit')}
          </button>
        </p>
      )}
    </fieldset>
  );
}
