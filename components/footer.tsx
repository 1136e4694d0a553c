/** The foot of the sidebar: export and import, undo and redo with the name of their step. */

import type { KeyCommandName } from '../core/key-commands';
import type { OperationKind } from '../core/operation';
import { ActionButton } from './action-button';
import type { IconName } from './icons';
import type { SidebarActions, SidebarState } from './sidebar-model';
import { type MessageKey, useStrings } from './strings';
import { operationWords } from './words';

interface FooterProps {
  state: Pick<SidebarState, 'undo' | 'redo' | 'isReadOnly' | 'exportCounts' | 'view'>;
  actions: Pick<SidebarActions, 'undo' | 'redo' | 'readImport' | 'openSettings'>;
  onExport(): void;
}

export function Footer({ state, actions, onExport }: FooterProps) {
  const t = useStrings();
  const count = state.exportCounts[state.view];
  return (
    <footer class="row footer">
      <button type="button" class="quiet framed" onClick={onExport}>
        {count === 0 ? t('export_open') : t('export_open_count', String(count))}
      </button>
      {!state.isReadOnly && (
        <>
          <label class="file-button quiet framed">
            {t('import_open')}
            <input
              type="file"
              accept=".json,application/json"
              onChange={(event) => {
                const file = event.currentTarget.files?.[0];
                // Emptied, so that choosing the same file again is a change again.
                event.currentTarget.value = '';
                if (file !== undefined) actions.readImport(file);
              }}
            />
          </label>
          <span class="steps">
            <Step words={undoWords} step={state.undo} onPress={actions.undo} />
            <Step words={redoWords} step={state.redo} onPress={actions.redo} />
            <ActionButton
              name={t('keys_title')}
              command="sidebar-keys"
              icon="keys"
              onPress={actions.openSettings}
            />
          </span>
        </>
      )}
    </footer>
  );
}

interface StepWords {
  idle: MessageKey;
  named: MessageKey;
  command: KeyCommandName;
  icon: IconName;
  /** Undo is what a reader looks for; its opposite needs less room. */
  showsName: boolean;
}

const undoWords: StepWords = {
  idle: 'undo',
  named: 'undo_step',
  command: 'sidebar-undo',
  icon: 'undo',
  showsName: true,
};
const redoWords: StepWords = {
  idle: 'redo',
  named: 'redo_step',
  command: 'sidebar-redo',
  icon: 'redo',
  showsName: false,
};

function Step({ words, step, onPress }: { words: StepWords; step: OperationKind | null; onPress(): void }) {
  const t = useStrings();
  const name = step === null ? t(words.idle) : t(words.named, t(operationWords[step]));
  return (
    <ActionButton
      name={name}
      command={words.command}
      icon={words.icon}
      isOff={step === null}
      onPress={onPress}
    >
      {words.showsName ? name : undefined}
    </ActionButton>
  );
}
