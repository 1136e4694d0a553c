/** How to search, beside the search field: what can be typed, and what it finds. */

import { type MessageKey, useStrings } from '../strings';

const lines: readonly { typed: string; meaning: MessageKey }[] = [
  { typed: '经济 tax', meaning: 'help_words' },
  { typed: '"local government"', meaning: 'help_phrase' },
  { typed: '-tax', meaning: 'help_not' },
  { typed: 'code:policy/budget', meaning: 'help_code' },
  { typed: 'outlet:times', meaning: 'help_outlet' },
  { typed: 'after:2024-01 before:2024-03', meaning: 'help_dates' },
  { typed: 'lang:zh', meaning: 'help_language' },
  { typed: 'note:check has:note', meaning: 'help_note' },
  { typed: 'grade:lost', meaning: 'facet_lost' },
  { typed: 'grade:ambiguous', meaning: 'facet_ambiguous' },
  { typed: 'grade:changed', meaning: 'facet_changed' },
  { typed: 'grade:moved', meaning: 'facet_moved' },
];

export function SearchHelp() {
  const t = useStrings();
  return (
    <details class="search-help">
      <summary>{t('help_heading')}</summary>
      <dl>
        {lines.map(({ typed, meaning }) => (
          <div key={typed}>
            <dt>
              <code>{typed}</code>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
