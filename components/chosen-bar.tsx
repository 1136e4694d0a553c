/** What can be done to all chosen cards at once, each of it as one step. */

import type { CodeEntry } from '../core/code-entry';
import { ActionButton } from './action-button';
import type { ChosenCards } from './chosen-cards';
import { CodePicker } from './code-picker';
import { NoteEditor } from './note-editor';
import type { SidebarActions, SidebarState } from './sidebar-model';
import { useStrings } from './strings';

export type ChosenPart = 'codes' | 'uncode' | 'note';

interface ChosenBarProps {
  chosen: ChosenCards;
  /** How many of the chosen ones have each code. */
  uses: ReadonlyMap<string, number>;
  isAllChosen: boolean;
  part: ChosenPart | null;
  state: Pick<SidebarState, 'codes' | 'recentCodeIds' | 'isReadOnly' | 'settings'>;
  actions: Pick<SidebarActions, 'editMany' | 'removeMany'>;
  onPart(part: ChosenPart | null): void;
  onExport(): void;
}

export function ChosenBar(props: ChosenBarProps) {
  const { chosen, uses, isAllChosen, part, state, actions, onPart, onExport } = props;
  const t = useStrings();
  const { ids } = chosen;
  const close = () => onPart(null);
  const edit = (change: Parameters<SidebarActions['editMany']>[1]) => actions.editMany(ids, change);
  return (
    <section class="chosen-bar" aria-label={t('chosen_label')}>
      {part === 'codes' && (
        <CodePicker
          codes={state.codes}
          recentCodeIds={state.recentCodeIds}
          chosenIds={[...uses].flatMap(([id, count]) => (count === ids.length ? [id] : []))}
          onToggle={(id) => edit(uses.get(id) === ids.length ? { takeIds: [id] } : { giveIds: [id] })}
          isLocked={state.settings.isCodebookLocked}
          onCreate={(path) => edit({ newCodes: [path] })}
          onClose={close}
        />
      )}
      {part === 'uncode' && (
        <CodePicker
          codes={withCounts(state.codes, uses)}
          recentCodeIds={[]}
          chosenIds={[...uses.keys()]}
          onToggle={(id) => edit({ takeIds: [id] })}
          onCreate={null}
          onClose={close}
        />
      )}
      {part === 'note' && (
        <NoteEditor
          note=""
          onSave={(note) => note.trim() !== '' && edit({ addNote: note })}
          onClose={close}
        />
      )}
      <div class="row">
        <strong aria-live="polite">{t('chosen_count', String(ids.length))}</strong>
        <span class="actions">
          {!state.isReadOnly && (
            <>
              <ActionButton
                name={t('chosen_code')}
                command="sidebar-codes"
                icon="code"
                onPress={() => onPart('codes')}
              />
              <ActionButton
                name={t('chosen_uncode')}
                icon="uncode"
                isOff={uses.size === 0}
                onPress={() => onPart('uncode')}
              />
              <ActionButton
                name={t('chosen_note')}
                command="sidebar-note"
                icon="note"
                onPress={() => onPart('note')}
              />
              <ActionButton
                name={t('chosen_delete')}
                command="sidebar-delete"
                icon="delete"
                onPress={() => {
                  actions.removeMany(ids);
                  chosen.clear();
                }}
              />
            </>
          )}
          <ActionButton name={t('chosen_export')} icon="export" onPress={onExport} />
        </span>
        <ActionButton
          class="quiet"
          name={t('chosen_all')}
          command="sidebar-select-all"
          isOff={isAllChosen}
          onPress={chosen.chooseAll}
        >
          {t('chosen_all')}
        </ActionButton>
        <ActionButton name={t('chosen_clear')} command="sidebar-close" icon="close" onPress={chosen.clear} />
      </div>
    </section>
  );
}

function withCounts(codes: readonly CodeEntry[], uses: ReadonlyMap<string, number>): CodeEntry[] {
  return codes.flatMap((code) => {
    const count = uses.get(code.id);
    return count === undefined ? [] : [{ ...code, count }];
  });
}
