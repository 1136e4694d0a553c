/** What a template may name, each with a line on what it writes, and put in where the cursor is by pressing it. */

import type { markdownFields } from '../core/export/markdown-fields';
import { type MessageKey, useStrings } from './strings';

type Fields = typeof markdownFields;
type Words<Set> = Readonly<Record<keyof Set, MessageKey>>;

const article: Words<Fields> = {
  title: 'field_title',
  heading: 'mark_heading',
  kicker: 'field_kicker',
  lead: 'field_lead',
  outlet: 'field_outlet',
  source: 'field_source',
  authors: 'field_authors',
  published: 'field_published',
  day: 'mark_day',
  section: 'field_section',
  language: 'field_language',
  url: 'mark_url',
  link: 'mark_link',
  captured: 'mark_captured',
  sha256: 'mark_sha256',
  gbt7714: 'mark_gbt7714',
  gbt7714in2015: 'mark_gbt7714_2015',
  apa: 'mark_apa',
  tags: 'mark_tags',
  alone: 'mark_alone',
  variables: 'mark_variables',
  quotes: 'mark_quotes',
  wordCodes: 'mark_word_codes',
  wordNote: 'mark_word_note',
};

const quote: Words<Fields['quotes']> = {
  quote: 'mark_quote',
  prefix: 'mark_prefix',
  suffix: 'mark_suffix',
  note: 'mark_note',
  codePaths: 'mark_code_paths',
  codes: 'mark_codes',
  colour: 'mark_colour',
  id: 'mark_id',
  coder: 'mark_coder',
  created: 'mark_created',
  modified: 'mark_modified',
  passage: 'mark_passage',
  passageUrl: 'mark_passage_url',
};

const code: Words<Fields['quotes']['codes']> = {
  path: 'mark_code_path',
  name: 'mark_code_name',
  tag: 'mark_code_tag',
  colour: 'mark_code_colour',
};

const variable: Words<Fields['variables']> = { name: 'mark_variable_name', value: 'mark_variable_value' };

const lists = new Set(['quotes', 'codes', 'variables']);
const section = (name: string) => `{{#${name}}}\n\n{{/${name}}}`;
const markOf = (name: string) => (lists.has(name) ? section(name) : `{{${name}}}`);

const groups: readonly { heading: MessageKey; marks: readonly [mark: string, words: MessageKey][] }[] = [
  { heading: 'marks_article', marks: entries(article) },
  { heading: 'marks_quote', marks: entries(quote) },
  { heading: 'marks_code', marks: entries(code) },
  { heading: 'marks_variable', marks: entries(variable) },
  {
    heading: 'marks_ways',
    marks: [
      ['{{title|yaml}}', 'mark_yaml'],
      [section('note'), 'mark_if'],
      ['{{^note}}\n\n{{/note}}', 'mark_unless'],
    ],
  },
];

function entries(words: Readonly<Record<string, MessageKey>>): [string, MessageKey][] {
  return Object.entries(words).map(([name, key]) => [markOf(name), key]);
}

export function TemplateMarks({ onInsert }: { onInsert(mark: string): void }) {
  const t = useStrings();
  return (
    <details class="template-marks">
      <summary>{t('marks_open')}</summary>
      {groups.map(({ heading, marks }) => (
        <section key={heading}>
          <h2>{t(heading)}</h2>
          <ul>
            {marks.map(([mark, words]) => (
              <li key={mark}>
                <button type="button" class="quiet" onClick={() => onInsert(mark)}>
                  <code>{mark.replace('\n\n', '…')}</code>
                </button>
                <span>{t(words)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
