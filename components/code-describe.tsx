/** Says when a code applies, by a definition and examples, and which digit gives it. */

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CodeFormProps } from './code-form';
import { FormFoot } from './form-foot';
import { FormFrame } from './form-frame';
import { useShownKey } from './key-choices';
import { useStrings } from './strings';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

export function CodeDescribe({ row: { code, path }, codebook, actions }: CodeFormProps) {
  const t = useStrings();
  const saveKey = useShownKey('field-save') ?? '';
  const definition = useRef<HTMLTextAreaElement>(null);
  const examples = useRef<HTMLTextAreaElement>(null);
  const shortcut = useRef<HTMLSelectElement>(null);
  useLayoutEffect(() => definition.current?.focus(), []);
  const owners = new Map(
    [...codebook.tree.codes.values()].flatMap((one) =>
      one.shortcut == null || one.id === code.id ? [] : [[one.shortcut, one.name]],
    ),
  );

  function save(): void {
    codebook.close();
    actions.describeCode(code.id, {
      definition: definition.current?.value.trim() ?? '',
      examples: (examples.current?.value ?? '').split(/\s*\n\s*/u).filter((line) => line.trim() !== ''),
      shortcut: shortcut.current?.value || null,
    });
  }

  return (
    <FormFrame heading={t('code_describe_of', path)} onClose={codebook.close} onSave={save}>
      <label class="field">
        <span>{t('code_definition')}</span>
        <textarea ref={definition} rows={3} dir="auto" defaultValue={code.definition ?? ''} />
      </label>
      <label class="field">
        <span>{t('code_examples')}</span>
        <textarea ref={examples} rows={3} dir="auto" defaultValue={(code.examples ?? []).join('\n')} />
      </label>
      <label class="field beside">
        <span>{t('code_shortcut')}</span>
        <select ref={shortcut} defaultValue={code.shortcut ?? ''}>
          <option value="" selected={(code.shortcut ?? '') === ''}>
            {t('code_shortcut_none')}
          </option>
          {digits.map((digit) => {
            const owner = owners.get(digit);
            return (
              <option key={digit} value={digit} selected={digit === code.shortcut}>
                {owner === undefined ? digit : t('code_shortcut_taken', digit, owner)}
              </option>
            );
          })}
        </select>
      </label>
      <FormFoot hint={t('note_keys', saveKey)} onLeave={codebook.close} doing={t('save')} onDo={save} />
    </FormFrame>
  );
}
