/** The formats to export in, by what they are for, each with a sentence. */

import type { ExportFormat } from '../core/export/export-format';
import { type MessageKey, useStrings } from './strings';

interface Offered {
  format: ExportFormat;
  name: MessageKey;
  purpose: MessageKey;
}

const groups: readonly { name: MessageKey; formats: readonly Offered[] }[] = [
  {
    name: 'formats_to_read',
    formats: [
      { format: 'html', name: 'format_html', purpose: 'format_html_purpose' },
      { format: 'markdown', name: 'format_markdown', purpose: 'format_markdown_purpose' },
      { format: 'obsidian', name: 'format_obsidian', purpose: 'format_obsidian_purpose' },
    ],
  },
  {
    name: 'formats_of_tables',
    formats: [
      { format: 'xlsx', name: 'format_xlsx', purpose: 'format_xlsx_purpose' },
      { format: 'csv', name: 'format_csv', purpose: 'format_csv_purpose' },
      { format: 'data-csv', name: 'format_data_csv', purpose: 'format_data_csv_purpose' },
    ],
  },
  {
    name: 'formats_of_programs',
    formats: [
      { format: 'qdpx', name: 'format_qdpx', purpose: 'format_qdpx_purpose' },
      { format: 'json-ld', name: 'format_json_ld', purpose: 'format_json_ld_purpose' },
      { format: 'hypothesis', name: 'format_hypothesis', purpose: 'format_hypothesis_purpose' },
    ],
  },
  {
    name: 'formats_of_references',
    formats: [
      { format: 'ris', name: 'format_ris', purpose: 'format_ris_purpose' },
      { format: 'csl-json', name: 'format_csl_json', purpose: 'format_csl_json_purpose' },
      { format: 'biblatex', name: 'format_biblatex', purpose: 'format_biblatex_purpose' },
    ],
  },
  {
    name: 'formats_of_coders',
    formats: [{ format: 'packet', name: 'format_packet', purpose: 'format_packet_purpose' }],
  },
  {
    name: 'formats_to_keep',
    formats: [{ format: 'archive', name: 'format_archive', purpose: 'format_archive_purpose' }],
  },
];

interface FormatChoiceProps {
  chosen: ExportFormat;
  onChoose(format: ExportFormat): void;
}

export function FormatChoice({ chosen, onChoose }: FormatChoiceProps) {
  const t = useStrings();
  return (
    <fieldset class="choices formats">
      <legend>{t('export_format')}</legend>
      {groups.map(({ name, formats }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would be announced twice
        <div key={name} role="group" aria-label={t(name)} class="format-group">
          <p class="hint" aria-hidden="true">
            {t(name)}
          </p>
          {formats.map((offered) => (
            <label key={offered.format} class="choice" data-format={offered.format}>
              <input
                type="radio"
                name="format"
                checked={chosen === offered.format}
                onChange={() => onChoose(offered.format)}
              />
              <span>
                {t(offered.name)}
                <small>{t(offered.purpose)}</small>
              </span>
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  );
}
