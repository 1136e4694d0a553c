/** How a table is counted and shown: what each kind of table lets a person choose. */

import { useEffect, useState } from 'preact/hooks';
import { isComposition } from '../key-press';
import { type MessageKey, useStrings } from '../strings';
import type { TablesChoice } from './tables-model';

interface TableOptionsProps {
  choice: TablesChoice;
  onChoose(choice: TablesChoice): void;
}

export function TableOptions({ choice, onChoose }: TableOptionsProps) {
  const t = useStrings();
  const change = (next: Partial<TablesChoice>) => onChoose({ ...choice, ...next });
  const { kind } = choice;
  if (kind === 'keywords') return <KeywordOptions choice={choice} onChoose={onChoose} />;
  return (
    <div class="row table-options">
      {kind === 'pairs' && (
        <Select
          label={t('tables_within')}
          value={choice.within}
          options={{
            annotation: 'tables_within_annotation',
            words: 'tables_within_words',
            article: 'tables_within_article',
          }}
          onPick={(within) => change({ within })}
        />
      )}
      {kind === 'time' && (
        <>
          <Select
            label={t('tables_unit')}
            value={choice.unit ?? 'auto'}
            options={{
              auto: 'tables_unit_auto',
              day: 'tables_unit_day',
              month: 'tables_unit_month',
              year: 'tables_unit_year',
            }}
            onPick={(unit) => change({ unit: unit === 'auto' ? null : unit })}
          />
          <Select
            label={t('tables_plot')}
            value={choice.plot}
            options={{ lines: 'tables_plot_lines', bars: 'tables_plot_bars' }}
            onPick={(plot) => change({ plot })}
          />
        </>
      )}
      <Check
        label={t('tables_roll_up')}
        isChecked={choice.isRolledUp}
        onTurn={(isRolledUp) => change({ isRolledUp })}
      />
      <Check
        label={t('tables_binary')}
        isChecked={choice.isBinary}
        onTurn={(isBinary) => change({ isBinary })}
      />
    </div>
  );
}

/** While typing goes on, nothing is searched. Milliseconds. */
const typingPause = 250;

function KeywordOptions({ choice, onChoose }: TableOptionsProps) {
  const t = useStrings();
  const { keywords } = choice;
  const [typed, setTyped] = useState(keywords.words);
  const change = (next: Partial<TablesChoice['keywords']>) =>
    onChoose({ ...choice, keywords: { ...keywords, words: typed, ...next } });
  useEffect(() => {
    if (typed === keywords.words) return;
    const timer = setTimeout(() => change({ words: typed }), typingPause);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <div class="row table-options">
      <input
        type="text"
        aria-label={t('tables_words')}
        placeholder={t('tables_words')}
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposition(event)) change({ words: typed });
        }}
      />
      <Select
        label={t('tables_from')}
        value={keywords.from}
        options={{ quotes: 'tables_from_quotes', texts: 'tables_from_texts' }}
        onPick={(from) => change({ from })}
      />
      <Select
        label={t('tables_sort')}
        value={choice.sort}
        options={{
          place: 'tables_sort_place',
          keyword: 'tables_sort_keyword',
          before: 'tables_sort_before',
          after: 'tables_sort_after',
        }}
        onPick={(sort) => onChoose({ ...choice, sort })}
      />
    </div>
  );
}

interface SelectProps<Value extends string> {
  label: string;
  value: Value;
  options: Readonly<Record<Value, MessageKey>>;
  onPick(value: Value): void;
}

function Select<Value extends string>({ label, value, options, onPick }: SelectProps<Value>) {
  const t = useStrings();
  const values = Object.keys(options) as Value[];
  return (
    <label class="row">
      <span class="hint">{label}</span>
      <select
        value={value}
        onChange={({ currentTarget }) => {
          const picked = values.find((one) => one === currentTarget.value);
          if (picked !== undefined) onPick(picked);
        }}
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {t(options[one])}
          </option>
        ))}
      </select>
    </label>
  );
}

function Check({
  label,
  isChecked,
  onTurn,
}: {
  label: string;
  isChecked: boolean;
  onTurn(isOn: boolean): void;
}) {
  return (
    <label class="row">
      <input
        type="checkbox"
        checked={isChecked}
        onChange={({ currentTarget }) => onTurn(currentTarget.checked)}
      />
      {label}
    </label>
  );
}
