/** What is known of the article itself, corrected by the reader, and the addresses at which it is this one. */

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AboutArticle } from '../core/about-article';
import type { MetadataField } from '../core/correction';
import { AddressList } from './address-list';
import { CiteButtons } from './cite-buttons';
import { FieldEditor } from './field-editor';
import { FieldRow } from './field-row';
import { isComposition } from './key-press';
import type { ArticleVariables, SidebarActions } from './sidebar-model';
import { useStrings } from './strings';
import { VariableFields } from './variable-fields';

interface AboutPanelProps {
  about: AboutArticle;
  variables: ArticleVariables | null;
  /** What the reader wants to fill: there the focus goes. */
  start: 'details' | 'variables';
  isReadOnly: boolean;
  actions: Pick<
    SidebarActions,
    | 'correct'
    | 'copyCitation'
    | 'joinAddress'
    | 'splitAddress'
    | 'saveVariable'
    | 'removeVariable'
    | 'fillVariable'
  >;
  onClose(): void;
}

export function AboutPanel({ about, variables, start, isReadOnly, actions, onClose }: AboutPanelProps) {
  const t = useStrings();
  const [editing, setEditing] = useState<MetadataField | null>(null);
  const panel = useRef<HTMLElement>(null);
  const edited = useRef<MetadataField | null>(null);
  const canChange = about.id !== null && !isReadOnly;
  const language = about.fields.find(({ name }) => name === 'language')?.found?.value;

  useLayoutEffect(() => {
    const before = document.activeElement;
    const first = start === 'variables' && panel.current?.querySelector<HTMLElement>(firstOfVariables);
    (first || panel.current)?.focus();
    return () => {
      const isWithin = panel.current?.contains(document.activeElement) ?? false;
      if (isWithin && before instanceof HTMLElement) before.focus();
    };
  }, []);
  useLayoutEffect(() => {
    // The editor has gone with the focus in it.
    if (editing === null && edited.current !== null) {
      panel.current?.querySelector<HTMLElement>(`[data-field="${edited.current}"] button`)?.focus();
    }
    edited.current = editing;
  }, [editing]);

  return (
    <section
      ref={panel}
      tabIndex={-1}
      class="panel about"
      aria-label={t('about')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposition(event)) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <dl class="fields">
        {about.fields.map((field) =>
          editing === field.name ? (
            <FieldEditor
              key={field.name}
              field={field}
              onSave={(value) => {
                setEditing(null);
                actions.correct(field.name, value);
              }}
              onCancel={() => setEditing(null)}
            />
          ) : (
            <FieldRow
              key={field.name}
              field={field}
              language={typeof language === 'string' ? language : undefined}
              onEdit={canChange ? () => setEditing(field.name) : null}
            />
          ),
        )}
      </dl>
      {variables !== null && <VariableFields variables={variables} canChange={canChange} actions={actions} />}
      {about.id === null && <p class="hint">{t('about_later')}</p>}
      {about.id !== null && <CiteButtons actions={actions} />}
      {about.id !== null && <AddressList about={about} canChange={canChange} actions={actions} />}
    </section>
  );
}

const firstOfVariables = '[data-value], .add-variable';
