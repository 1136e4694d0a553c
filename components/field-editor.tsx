/** Corrects one fact of an article: by choosing what else the page says, or by typing; Enter saves, Esc leaves it as it was. */

import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AboutField } from '../core/about-article';
import { asTyped, type FieldValue, isList, readTyped } from '../core/correction';
import { FormFoot } from './form-foot';
import { useFieldCommand, useShownKey } from './key-choices';
import { isComposition } from './key-press';
import { useStrings } from './strings';
import { fieldName, shownValue, sourceWords } from './words';

interface FieldEditorProps {
  field: AboutField;
  onSave(value: FieldValue | null): void;
  onCancel(): void;
}

export function FieldEditor({ field: { name, found, alternatives }, onSave, onCancel }: FieldEditorProps) {
  const t = useStrings();
  const fieldCommand = useFieldCommand();
  const saveKey = useShownKey('field-save') ?? '';
  const [isRefused, setRefused] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  const label = t(fieldName(name));
  const isNames = isList(name);
  const hint = hintOf(name);

  useLayoutEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, []);

  function save(): void {
    const typed = area.current?.value ?? '';
    const value = readTyped(name, typed);
    if (value === null && typed.trim() !== '') {
      setRefused(true);
      area.current?.focus();
    } else onSave(value);
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (isComposition(event)) return;
    const isEnd = (event.key === 'Enter' && !isNames) || fieldCommand(event) === 'field-save';
    if (event.key === 'Escape') onCancel();
    else if (isEnd && event.target === area.current) save();
    else return;
    event.preventDefault();
  }

  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <fieldset class="field-editor" onKeyDown={onKeyDown}>
          <textarea
            ref={area}
            rows={isNames ? 3 : name === 'title' || name === 'lead' ? 2 : 1}
            dir="auto"
            aria-label={label}
            aria-invalid={isRefused}
            aria-describedby={hint === null ? undefined : hintId}
            defaultValue={found === null ? '' : asTyped(name, found.value)}
          />
          {hint !== null && (
            <p id={hintId} class="hint" role={isRefused ? 'alert' : undefined}>
              {t(hint, saveKey)}
            </p>
          )}
          {alternatives.length > 0 && (
            <ul class="alternatives" aria-label={t('field_alternatives')}>
              {alternatives.map(({ value, from }) => (
                <li key={String(value)}>
                  <button type="button" class="quiet framed" onClick={() => onSave(value)}>
                    <span dir="auto">{shownValue(name, value, t)}</span>
                    <span class="hint">{t(sourceWords[from])}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
          <FormFoot onLeave={onCancel} doing={t('save')} onDo={save} />
        </fieldset>
      </dd>
    </div>
  );
}

function hintOf(name: AboutField['name']) {
  if (isList(name)) return 'field_names_hint';
  if (name === 'published' || name === 'modified') return 'field_published_hint';
  return name === 'language' ? 'field_language_hint' : null;
}
