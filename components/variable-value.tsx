/** The field for one variable's value: a line, a number, a choice or a day. */

import { useId, useState } from 'preact/hooks';
import { readValue, type Variable } from '../core/variable';
import { isComposition } from './key-press';
import { useStrings } from './strings';

interface VariableValueProps {
  variable: Variable;
  /** As it is kept. */
  value: string;
  canChange: boolean;
  /** Called with values that are values of the variable, and only when it is another one. */
  onFill(value: string): void;
  onNext(): void;
}

export function VariableValue({ variable, value, canChange, onFill, onNext }: VariableValueProps) {
  const t = useStrings();
  const hintId = useId();
  const [isRefused, setRefused] = useState(false);
  const { id, name, kind, choices } = variable;

  function fill(typed: string): void {
    const read = readValue(variable, typed);
    setRefused(read === null);
    if (read !== null && read !== value) onFill(read);
  }

  function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLInputElement | HTMLSelectElement }): void {
    if (isComposition(event)) return;
    if (event.key === 'Escape') event.currentTarget.value = value;
    if (event.key !== 'Enter') return;
    event.preventDefault();
    // Going on is leaving, which keeps the value.
    if (readValue(variable, event.currentTarget.value) === null) setRefused(true);
    else onNext();
  }

  if (kind === 'choice') {
    // A value that is no choice any more is still the article's.
    const offered = value === '' || choices.includes(value) ? choices : [value, ...choices];
    return (
      <select
        data-value={id}
        aria-label={name}
        disabled={!canChange}
        onChange={(event) => fill(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      >
        <option value="" selected={value === ''} />
        {offered.map((choice) => (
          <option key={choice} value={choice} selected={choice === value}>
            {choice}
          </option>
        ))}
      </select>
    );
  }
  const field = {
    'data-value': id,
    readOnly: !canChange,
    'aria-label': name,
    'aria-invalid': isRefused,
    'aria-describedby': isRefused ? hintId : undefined,
    defaultValue: value,
    onBlur: (event: FocusEvent & { currentTarget: HTMLInputElement }) => fill(event.currentTarget.value),
    onKeyDown,
  };
  // What was kept meanwhile, by undo or elsewhere, is shown: the value is the key.
  return (
    <span class="variable-value">
      {kind === 'date' ? (
        <input key={value} type="date" {...field} />
      ) : (
        <input
          key={value}
          type="text"
          dir="auto"
          inputMode={kind === 'number' ? 'decimal' : undefined}
          {...field}
        />
      )}
      {isRefused && (
        <span id={hintId} class="hint" role="alert">
          {t(kind === 'number' ? 'variable_number_hint' : 'variable_date_hint')}
        </span>
      )}
    </span>
  );
}
