/** The bar beside a selection or a highlight in the news page; it is given its place by whoever mounts it. */

import { useContext } from 'preact/hooks';
import type { ToolbarSubject } from '../core/toolbar';
import { isElement } from './any-frame';
import { Attach, Awaiting } from './attach-bar';
import { CodePicker } from './code-picker';
import { Coding } from './coding-line';
import { EndEditor } from './end-editor';
import { Keys } from './key-choices';
import { NoteEditor } from './note-editor';
import { OccurrencesView } from './occurrences-view';
import { ProblemBanner } from './problem-banner';
import { useStrings } from './strings';
import { Bar, type ToolbarProps } from './toolbar-bar';
import { activateCode, createCode, performToolbarAction, saveNote, toggleCode } from './toolbar-commands';
import { toolbarKeyAction } from './toolbar-keys';

/** From these Esc leads back to the bar. */
const viewsOfTheBar = ['menu', 'ends', 'occurrences'];

export function Toolbar({ state, actions }: ToolbarProps) {
  const t = useStrings();
  const choices = useContext(Keys);
  const { subject, view } = state;

  function onKeyDown(event: KeyboardEvent): void {
    // The page's own shortcuts must not run on what is pressed here.
    event.stopPropagation();
    const action = toolbarKeyAction(event, { subject: subject.kind, choices, hasFocus: true });
    if (action === null) return;
    const isBack = action.kind === 'dismiss' && viewsOfTheBar.includes(view);
    if (isBack) actions.showView('bar');
    if (isBack || performToolbarAction(action, state, actions)) event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a form's look taken off again
    <div
      class="toolbar"
      role="group"
      aria-label={t('toolbar_label')}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => event.stopPropagation()}
      onMouseDown={keepSelection}
    >
      {state.problem !== null && <ProblemBanner problem={state.problem} />}
      {subject.kind === 'awaiting' ? (
        <Awaiting quote={subject.quote} onStop={actions.dismiss} />
      ) : subject.kind === 'attach' ? (
        <Attach actions={actions} />
      ) : subject.kind === 'choose' ? (
        <Choices choices={subject.choices} onChoose={actions.choose} />
      ) : view === 'active-code' ? (
        <CodePicker
          key="active"
          codes={state.codes}
          recentCodeIds={state.recentCodeIds}
          chosenIds={state.activeCode === null ? [] : [state.activeCode.id]}
          isLocked={state.settings.isCodebookLocked}
          hint={t('coding_hint')}
          onToggle={(id) => activateCode(state, { id }, actions)}
          // A code is made by being given: beside nothing there is nothing to give it to.
          onCreate={subject.kind === 'coding' ? null : (path) => activateCode(state, { path }, actions)}
          onClose={() => actions.showView('bar')}
        />
      ) : subject.kind === 'coding' ? (
        <Coding state={state} actions={actions} />
      ) : view === 'codes' || view === 'codes-below' ? (
        <CodePicker
          key={view}
          digitCodeIds={view === 'codes-below' ? state.digitCodeIds : null}
          codes={state.codes}
          recentCodeIds={state.recentCodeIds}
          chosenIds={subject.kind === 'existing' ? subject.codeIds : []}
          isLocked={state.settings.isCodebookLocked}
          onToggle={(codeId) => toggleCode(state, codeId, actions)}
          onCreate={(path) => createCode(state, path, actions)}
          onActivate={(code) => activateCode(state, code, actions)}
          onClose={() => actions.showView('bar')}
        />
      ) : view === 'occurrences' && subject.kind === 'new' ? (
        <OccurrencesView state={state} actions={actions} />
      ) : view === 'note' ? (
        <NoteEditor
          note={subject.kind === 'existing' ? subject.note : ''}
          unsaved={state.draft}
          onSave={(note) => saveNote(state, note, actions)}
          onClose={() => actions.showView('bar')}
        />
      ) : view === 'ends' && subject.kind === 'existing' ? (
        <EndEditor
          onMove={(move) => actions.adjust(subject.id, move)}
          onClose={() => actions.showView('bar')}
        />
      ) : (
        <Bar state={state} actions={actions} />
      )}
    </div>
  );
}

type Choice = Extract<ToolbarSubject, { kind: 'choose' }>['choices'][number];

function Choices({ choices, onChoose }: { choices: readonly Choice[]; onChoose(id: string): void }) {
  const t = useStrings();
  return (
    <>
      <p class="hint">{t('choose_label')}</p>
      <ul class="choices">
        {choices.map(({ id, quote, language }) => (
          <li key={id}>
            <button type="button" class="quiet choice" onClick={() => onChoose(id)}>
              <q lang={language ?? undefined}>{quote}</q>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Pressing a button must not take the selection, or the focus, out of the page; a field must be able to. */
function keepSelection(event: MouseEvent): void {
  const isField = isElement(event.target) && event.target.closest('input, textarea') !== null;
  if (!isField) event.preventDefault();
}
