/** The bar beside a selection or a highlight in the news page; it is given its place by whoever mounts it. */

import { useContext, useMemo } from 'preact/hooks';
import { pathMark } from '../core/code';
import { indexCodes, pickCodes } from '../core/code-entry';
import { codeCommands } from '../core/key-commands';
import type { ToolbarActions, ToolbarState, ToolbarSubject } from '../core/toolbar';
import { ActionButton } from './action-button';
import { isElement } from './any-frame';
import { Attach, Awaiting } from './attach-bar';
import { CodeLabel, RemovableCode } from './code-chip';
import { CodePicker } from './code-picker';
import { EndEditor } from './end-editor';
import { Keys } from './key-choices';
import { NoteEditor } from './note-editor';
import { ProblemBanner } from './problem-banner';
import { useStrings } from './strings';
import { createCode, performToolbarAction, saveNote, toggleCode, toggled } from './toolbar-commands';
import { toolbarKeyAction } from './toolbar-keys';

/** Recent codes with a button of their own; the others have only their digit. */
const mostCodeButtons = 3;

export interface ToolbarProps {
  state: ToolbarState;
  actions: ToolbarActions;
}

export function Toolbar({ state, actions }: ToolbarProps) {
  const t = useStrings();
  const choices = useContext(Keys);
  const { subject, view } = state;

  function onKeyDown(event: KeyboardEvent): void {
    // The page's own shortcuts must not run on what is pressed here.
    event.stopPropagation();
    const action = toolbarKeyAction(event, { subject: subject.kind, choices, hasFocus: true });
    if (action === null) return;
    const isBack = action.kind === 'dismiss' && (view === 'menu' || view === 'ends');
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
      ) : view === 'codes' ? (
        <CodePicker
          codes={state.codes}
          recentCodeIds={state.recentCodeIds}
          chosenIds={subject.kind === 'existing' ? subject.codeIds : []}
          onToggle={(codeId) => toggleCode(state, codeId, actions)}
          onCreate={(path) => createCode(state, path, actions)}
          onClose={() => actions.showView('bar')}
        />
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

function Bar({ state, actions }: ToolbarProps) {
  const t = useStrings();
  const { subject } = state;
  const index = useMemo(() => indexCodes(state.codes), [state.codes]);
  return (
    <>
      {subject.kind === 'existing' && subject.codeIds.length > 0 && (
        <div class="row chips">
          {pickCodes(subject.codeIds, index).map((code) => (
            <RemovableCode
              key={code.id}
              code={code}
              onRemove={() => actions.edit(subject.id, { codeIds: toggled(subject.codeIds, code.id) })}
            />
          ))}
        </div>
      )}
      {subject.kind === 'existing' && subject.note !== '' && (
        <p class="note" dir="auto">
          {subject.note}
        </p>
      )}
      <div class="row buttons">
        {subject.kind === 'new' && (
          <>
            {pickCodes(state.recentCodeIds.slice(0, mostCodeButtons), index).map((code) => {
              const index = state.recentCodeIds.indexOf(code.id);
              return (
                <ActionButton
                  key={code.id}
                  name={t('keep_with', code.path)}
                  command={codeCommands[index]}
                  class="quiet recent"
                  onPress={() => toggleCode(state, code.id, actions)}
                >
                  <CodeLabel code={{ ...code, path: leafOf(code.path) }} mark={String(index + 1)} />
                </ActionButton>
              );
            })}
            <ActionButton
              name={t('keep_title')}
              command="toolbar-keep"
              class="primary"
              onPress={() => performToolbarAction({ kind: 'keep' }, state, actions)}
            >
              {t('keep')}
            </ActionButton>
          </>
        )}
        <ActionButton
          name={t('codes_edit')}
          command="toolbar-codes"
          icon="code"
          class="quiet"
          onPress={() => actions.showView('codes')}
        >
          {t('code')}
        </ActionButton>
        <ActionButton
          name={t('note')}
          command="toolbar-note"
          icon="note"
          onPress={() => actions.showView('note')}
        />
        {subject.kind === 'existing' ? (
          <>
            <ActionButton
              name={t('ends_adjust')}
              command="toolbar-ends"
              icon="ends"
              onPress={() => actions.showView('ends')}
            />
            <ActionButton
              name={t('delete')}
              command="toolbar-delete"
              icon="delete"
              onPress={() => actions.remove(subject.id)}
            />
            <ActionButton
              name={t('open_sidebar')}
              command="toolbar-open-sidebar"
              icon="sidebar"
              onPress={() => actions.openSidebar(subject.id)}
            />
          </>
        ) : (
          <ActionButton
            name={t('more')}
            icon="more"
            isExpanded={state.view === 'menu'}
            onPress={() => actions.showView(state.view === 'menu' ? 'bar' : 'menu')}
          />
        )}
      </div>
      {state.view === 'menu' && (
        <div class="menu">
          <ActionButton
            name={t('open_sidebar')}
            command="toolbar-open-sidebar"
            icon="sidebar"
            class="quiet"
            onPress={() => actions.openSidebar(null)}
          >
            {t('open_sidebar')}
          </ActionButton>
          <ActionButton name={t('switch_off')} icon="close" class="quiet" onPress={actions.switchOff}>
            {t('switch_off')}
          </ActionButton>
        </div>
      )}
    </>
  );
}

/** There is room for one level; the tooltip has them all. */
function leafOf(path: string): string {
  return path.slice(path.lastIndexOf(pathMark) + 1);
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
