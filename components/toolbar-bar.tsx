/** The row of buttons beside a selection or a highlight, with what the highlight has already. */

import { useMemo } from 'preact/hooks';
import { leafOf } from '../core/code';
import { indexCodes, pickCodes } from '../core/code-entry';
import { codeCommands } from '../core/key-commands';
import type { ToolbarActions, ToolbarState } from '../core/toolbar';
import { ActionButton } from './action-button';
import { CodeLabel, RemovableCode } from './code-chip';
import { ActiveCodeName } from './coding-line';
import { useStrings } from './strings';
import { performToolbarAction, toggleCode, toggled } from './toolbar-commands';
import { isSeen, Notice } from './toolbar-notice';

/** Digits with a button of their own; the others have only their key. */
const mostCodeButtons = 3;

export interface ToolbarProps {
  state: ToolbarState;
  actions: ToolbarActions;
}

export function Bar({ state, actions }: ToolbarProps) {
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
            {buttonCodes(state, index).map(({ code, digit, command }) => (
              <ActionButton
                key={code.id}
                name={t('keep_with', code.path)}
                command={command}
                class="quiet recent"
                onPress={() => toggleCode(state, code.id, actions)}
              >
                {/* There is room for one level; the tooltip has them all. */}
                <CodeLabel code={{ ...code, path: leafOf(code.path) }} mark={digit} />
              </ActionButton>
            ))}
            <ActionButton
              name={state.activeCode === null ? t('keep_title') : t('keep_with', state.activeCode.path)}
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
          <ExistingButtons id={subject.id} overlapCount={state.overlapCount} actions={actions} />
        ) : (
          <ActionButton
            name={t('more')}
            icon="more"
            isExpanded={state.view === 'menu'}
            onPress={() => actions.showView(state.view === 'menu' ? 'bar' : 'menu')}
          />
        )}
      </div>
      {(state.activeCode !== null || isSeen(state.notice)) && (
        <div class="row below">
          <ActiveCodeName state={state} />
          <Notice notice={state.notice} />
        </div>
      )}
      {state.view === 'menu' && <Menu actions={actions} />}
    </>
  );
}

interface ExistingButtonsProps {
  id: string;
  overlapCount: number;
  actions: ToolbarActions;
}

function ExistingButtons({ id, overlapCount, actions }: ExistingButtonsProps) {
  const t = useStrings();
  return (
    <>
      {overlapCount > 0 && (
        <ActionButton
          name={t('merge_overlapping', String(overlapCount))}
          command="toolbar-merge"
          icon="merge"
          onPress={() => actions.merge(id)}
        />
      )}
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
        onPress={() => actions.remove(id)}
      />
      <ActionButton
        name={t('open_sidebar')}
        command="toolbar-open-sidebar"
        icon="sidebar"
        onPress={() => actions.openSidebar(id)}
      />
    </>
  );
}

function Menu({ actions }: { actions: ToolbarActions }) {
  const t = useStrings();
  return (
    <div class="menu">
      <ActionButton
        name={t('codes_below')}
        command="toolbar-codes-below"
        icon="code"
        class="quiet"
        onPress={() => actions.showView('codes-below')}
      >
        {t('codes_below')}
      </ActionButton>
      <ActionButton
        name={t('coding_choose')}
        command="toolbar-active-code"
        icon="code"
        class="quiet"
        onPress={() => actions.showView('active-code')}
      >
        {t('coding_choose')}
      </ActionButton>
      <ActionButton
        name={t('occurrences_find')}
        command="toolbar-occurrences"
        icon="search"
        class="quiet"
        onPress={() => actions.showView('occurrences')}
      >
        {t('occurrences_find')}
      </ActionButton>
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
  );
}

function buttonCodes({ digitCodeIds }: ToolbarState, index: ReturnType<typeof indexCodes>) {
  return digitCodeIds
    .flatMap((id, order) => {
      const code = index.get(id ?? '');
      return code === undefined ? [] : [{ code, digit: String(order + 1), command: codeCommands[order] }];
    })
    .slice(0, mostCodeButtons);
}
