/** Names a variable and says what its values may be. */

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Variable, type VariableKind, variableKinds } from '../core/variable';
import { FormFoot } from './form-foot';
import { useFieldCommand } from './key-choices';
import { isComposition } from './key-press';
import type { VariableDraft } from './sidebar-model';
import { useStrings } from './strings';
import { variableWords } from './words';

interface VariableEditorProps {
  /** Null: a new one. */
  variable: Variable | null;
  onSave(draft: VariableDraft): void;
  /** Null where there is nothing to remove. */
  onRemove: (() => void) | null;
  onCancel(): void;
}

export function VariableEditor({ variable, onSave, onRemove, onCancel }: VariableEditorProps) {
  const t = useStrings();
  const fieldCommand = useFieldCommand();
  const name = useRef<HTMLInputElement>(null);
  const choices = useRef<HTMLTextAreaElement>(null);
  const [kind, setKind] = useState<VariableKind>(variable?.kind ?? 'text');
  useLayoutEffect(() => name.current?.focus(), []);

  function save(): void {
    const typed = name.current?.value.trim() ?? '';
    const lines = (choices.current?.value ?? '').split('\n').map((line) => line.trim());
    const distinct = [...new Set(lines.filter((line) => line !== ''))];
    if (typed === '') name.current?.focus();
    else if (kind === 'choice' && distinct.length === 0) choices.current?.focus();
    else onSave({ name: typed, kind, choices: distinct });
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (isComposition(event)) return;
    const isDone = event.key === 'Enter' && event.target === name.current;
    if (event.key === 'Escape') onCancel();
    else if (isDone || fieldCommand(event) === 'field-save') save();
    else return;
    event.preventDefault();
  }

  return (
    <fieldset class="field-editor variable-editor" onKeyDown={onKeyDown}>
      <label class="field">
        <span>{t('variable_name')}</span>
        <input ref={name} type="text" autocomplete="off" dir="auto" defaultValue={variable?.name ?? ''} />
      </label>
      <label class="field beside">
        <span>{t('variable_kind')}</span>
        <select onChange={(event) => setKind(readKind(event.currentTarget.value))}>
          {variableKinds.map((one) => (
            <option key={one} value={one} selected={one === kind}>
              {t(variableWords[one])}
            </option>
          ))}
        </select>
      </label>
      {kind === 'choice' && (
        <label class="field">
          <span>{t('variable_choices')}</span>
          <textarea ref={choices} rows={3} dir="auto" defaultValue={(variable?.choices ?? []).join('\n')} />
        </label>
      )}
      <FormFoot onLeave={onCancel} doing={t('save')} onDo={save}>
        {onRemove !== null && (
          <button type="button" class="quiet" onClick={onRemove}>
            {t('variable_remove')}
          </button>
        )}
      </FormFoot>
    </fieldset>
  );
}

function readKind(value: string): VariableKind {
  return variableKinds.find((kind) => kind === value) ?? 'text';
}
