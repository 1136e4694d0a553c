/** The foot of the sidebar: what can be taken out and in, and undo and redo with the name of their step. */

import type { ComponentChildren } from 'preact';
import type { KeyCommandName } from '../core/key-commands';
import type { Step } from '../core/step';
import { ActionButton } from './action-button';
import { FileButton } from './file-button';
import { Icon, type IconName } from './icons';
import type { SidebarActions, SidebarState } from './sidebar-model';
import { type MessageKey, useStrings } from './strings';
import { stepWords } from './words';

interface FooterProps {
  state: Pick<SidebarState, 'undo' | 'redo' | 'isReadOnly'>;
  actions: Pick<SidebarActions, 'undo' | 'redo'>;
  children: ComponentChildren;
}

export function Footer({ state, actions, children }: FooterProps) {
  return (
    <footer class="row footer">
      {children}
      {!state.isReadOnly && (
        <span class="steps">
          <StepButton words={undoWords} step={state.undo} onPress={actions.undo} />
          <StepButton words={redoWords} step={state.redo} onPress={actions.redo} />
        </span>
      )}
    </footer>
  );
}

interface AnnotationFilesProps {
  state: Pick<SidebarState, 'isReadOnly' | 'exportCounts' | 'view'>;
  actions: Pick<SidebarActions, 'readImport'>;
  onExport(): void;
}

/** Export and import of annotations, for the foot. */
export function AnnotationFiles({ state, actions, onExport }: AnnotationFilesProps) {
  const t = useStrings();
  const count = state.exportCounts[state.view === 'article' ? 'article' : 'everything'];
  return (
    <>
      <button type="button" class="quiet framed" onClick={onExport}>
        {count === 0 ? t('export_open') : t('export_open_count', String(count))}
      </button>
      {!state.isReadOnly && (
        <FileButton
          name={t('import_open')}
          accept=".json,.jsonld,.zip,.qdpx,.qdc,.csv,application/json"
          onFile={actions.readImport}
        />
      )}
    </>
  );
}

interface CodebookFilesProps {
  state: Pick<SidebarState, 'isReadOnly' | 'codes'>;
  actions: Pick<SidebarActions, 'exportCodebook' | 'readCodebook'>;
}

/** Export and import of the codebook, for the foot. */
export function CodebookFiles({ state, actions }: CodebookFilesProps) {
  const t = useStrings();
  const isEmpty = state.codes.length === 0;
  return (
    <>
      <button
        type="button"
        class="quiet framed"
        aria-label={t('codebook_csv_purpose')}
        title={t('codebook_csv_purpose')}
        disabled={isEmpty}
        onClick={() => actions.exportCodebook('csv')}
      >
        <Icon name="export" />
        CSV
      </button>
      <button
        type="button"
        class="quiet framed"
        aria-label={t('codebook_qdc_purpose')}
        title={t('codebook_qdc_purpose')}
        disabled={isEmpty}
        onClick={() => actions.exportCodebook('qdc')}
      >
        <Icon name="export" />
        .qdc
      </button>
      {!state.isReadOnly && (
        <FileButton
          name={t('import_open')}
          accept=".csv,.qdc,text/csv,application/xml"
          onFile={actions.readCodebook}
        />
      )}
    </>
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

function StepButton({ words, step, onPress }: { words: StepWords; step: Step | null; onPress(): void }) {
  const t = useStrings();
  const name = step === null ? t(words.idle) : t(words.named, stepWords(step, t));
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
