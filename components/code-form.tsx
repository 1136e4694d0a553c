/** What stands below the tree of the codebook: the buttons for the code that has the focus, or the form of one of them. */

import type { CodeEntry } from '../core/code-entry';
import type { CodeRow } from '../core/codebook/tree-rows';
import { ActionButton } from './action-button';
import { CodeColour } from './code-colour';
import { codeCommands } from './code-commands';
import { CodeDescribe } from './code-describe';
import { CodeMerge } from './code-merge';
import { CodeMove } from './code-move';
import { CodeNew } from './code-new';
import { CodeSplit } from './code-split';
import type { SidebarActions } from './sidebar-model';
import { useStrings } from './strings';
import type { Codebook } from './use-codebook';

interface CodePanelProps {
  codebook: Codebook;
  entries: readonly CodeEntry[];
  canChange: boolean;
  actions: SidebarActions;
}

export function CodePanel({ codebook, entries, canChange, actions }: CodePanelProps) {
  const t = useStrings();
  const { active, form, close } = codebook;
  if (!canChange) return null;
  if (form === 'new-top' || (form === 'new-below' && active !== null)) {
    return (
      <CodeNew
        above={form === 'new-top' ? null : (active?.path ?? null)}
        onNew={async (path) => {
          const id = await actions.newCode(path);
          if (id !== null) codebook.expect(id);
        }}
        onClose={close}
      />
    );
  }
  if (active === null) return null;
  const shared = { row: active, codebook, entries, actions };
  return (
    <section class="code-panel" aria-label={t('code_actions', active.path)}>
      {form === null && <Commands row={active} codebook={codebook} />}
      {form === 'colour' && <CodeColour {...shared} />}
      {form === 'describe' && <CodeDescribe key={active.code.id} {...shared} />}
      {form === 'move' && <CodeMove {...shared} />}
      {form === 'merge' && <CodeMerge key={active.code.id} {...shared} />}
      {form === 'split' && <CodeSplit key={active.code.id} {...shared} />}
    </section>
  );
}

/** What every form of one code is given. */
export interface CodeFormProps {
  row: CodeRow;
  codebook: Codebook;
  /** All codes that are offered. */
  entries: readonly CodeEntry[];
  actions: SidebarActions;
}

function Commands({ row, codebook }: Pick<CodeFormProps, 'row' | 'codebook'>) {
  const t = useStrings();
  const isArchived = (row.code.archived ?? null) !== null;
  return (
    <div class="row code-commands" role="toolbar" aria-label={t('code_actions', row.path)}>
      {codeCommands.map(({ command, name, icon }) => (
        <ActionButton
          key={command}
          name={t(command === 'archive' && isArchived ? 'code_unarchive' : name)}
          command={`codebook-${command}`}
          icon={icon}
          onPress={() => codebook.command(command)}
        />
      ))}
    </div>
  );
}
