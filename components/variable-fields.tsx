/** The columns that a researcher adds to articles, filled for this one: Enter keeps a value and goes to the next. */

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Variable } from '../core/variable';
import { ActionButton } from './action-button';
import type { ArticleVariables, SidebarActions } from './sidebar-model';
import { useStrings } from './strings';
import { VariableEditor } from './variable-editor';
import { VariableValue } from './variable-value';

interface VariableFieldsProps {
  variables: ArticleVariables;
  canChange: boolean;
  actions: Pick<SidebarActions, 'saveVariable' | 'removeVariable' | 'fillVariable'>;
}

/** No variable's id. */
const newOne = 'new';

export function VariableFields({ variables, canChange, actions }: VariableFieldsProps) {
  const t = useStrings();
  const frame = useRef<HTMLElement>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const edited = useRef<string | null>(null);
  const close = () => setEditing(null);

  useLayoutEffect(() => {
    // The editor has gone with the focus in it.
    const was = edited.current;
    edited.current = editing;
    if (editing !== null || was === null) return;
    const row = frame.current?.querySelector<HTMLElement>(`[data-variable="${CSS.escape(was)}"] button`);
    (row ?? frame.current?.querySelector<HTMLElement>('.add-variable'))?.focus();
  }, [editing]);

  /** Goes on to the next field, and from the last one to the button below them. */
  function next(id: string): void {
    const fields = Array.from(frame.current?.querySelectorAll<HTMLElement>('[data-value]') ?? []);
    const at = fields.findIndex((field) => field.getAttribute('data-value') === id);
    (fields[at + 1] ?? frame.current?.querySelector<HTMLElement>('.add-variable'))?.focus();
  }

  const editor = (variable: Variable | null) => (
    <div key={variable?.id ?? newOne} class="stacked">
      <dt dir="auto">{variable?.name ?? t('variable_add')}</dt>
      <dd>
        <VariableEditor
          variable={variable}
          onSave={(draft) => {
            close();
            actions.saveVariable(variable?.id ?? null, draft);
          }}
          onRemove={
            variable === null
              ? null
              : () => {
                  close();
                  actions.removeVariable(variable.id);
                }
          }
          onCancel={close}
        />
      </dd>
    </div>
  );

  return (
    <section ref={frame} class="variables" aria-label={t('variables')}>
      <h2>{t('variables')}</h2>
      {variables.list.length === 0 && editing === null && <p class="hint">{t('variables_empty')}</p>}
      <dl class="fields">
        {variables.list.map((variable) =>
          editing === variable.id ? (
            editor(variable)
          ) : (
            <VariableRow
              key={variable.id}
              variable={variable}
              value={variables.values[variable.id] ?? ''}
              canChange={canChange}
              onFill={(value) => actions.fillVariable(variable.id, value)}
              onNext={() => next(variable.id)}
              onEdit={() => setEditing(variable.id)}
            />
          ),
        )}
        {editing === newOne && editor(null)}
      </dl>
      {canChange && editing === null && (
        <button type="button" class="quiet framed add-variable" onClick={() => setEditing(newOne)}>
          {t('variable_add')}
        </button>
      )}
    </section>
  );
}

interface VariableRowProps {
  variable: Variable;
  value: string;
  canChange: boolean;
  onFill(value: string): void;
  onNext(): void;
  onEdit(): void;
}

function VariableRow({ variable, value, canChange, onFill, onNext, onEdit }: VariableRowProps) {
  const t = useStrings();
  return (
    <div data-variable={variable.id}>
      <dt dir="auto">{variable.name}</dt>
      <dd>
        <VariableValue
          variable={variable}
          value={value}
          canChange={canChange}
          onFill={onFill}
          onNext={onNext}
        />
        {canChange && (
          <ActionButton
            class="icon-button small"
            name={t('field_edit', variable.name)}
            icon="more"
            onPress={onEdit}
          />
        )}
      </dd>
    </div>
  );
}
