/** The codebook: every code as a tree, to be found, named, described, moved, merged, split, archived and deleted. */

import type { ComponentChildren, RefObject } from 'preact';
import { useContext, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { codeEntries } from '../core/code-entry';
import { ActionButton } from './action-button';
import { CodePanel } from './code-form';
import { CodeTree } from './code-tree';
import { Keys } from './key-choices';
import { SearchField } from './search-field';
import { codebookKeyAction } from './sidebar-keys';
import type { SidebarActions, SidebarState } from './sidebar-model';
import { useStrings } from './strings';
import { Switch } from './switch';
import { closedPlaces, type Codebook as Model, useCodebook } from './use-codebook';

interface CodebookProps {
  state: SidebarState;
  actions: SidebarActions;
  filterField: RefObject<HTMLInputElement | null>;
  /** What stands below the heading in every view, and below the tree. */
  head: ComponentChildren;
  notices: ComponentChildren;
  foot: ComponentChildren;
}

export function Codebook({ state, actions, filterField, head, notices, foot }: CodebookProps) {
  const t = useStrings();
  const choices = useContext(Keys);
  const { codes, counts, isRead } = state.codebook;
  const root = useRef<HTMLDivElement>(null);
  const canChange = !state.isReadOnly;
  const codebook = useCodebook(codes, actions, canChange, root);
  // The order of the picker; the counts stand in the tree.
  const entries = useMemo(
    () =>
      codeEntries(
        codes.filter(({ archived }) => (archived ?? null) === null),
        [],
      ),
    [codes],
  );
  const isEmpty = isRead && codes.length === 0;

  /** The first code has no row that could take the key. */
  function onKeyDown(event: KeyboardEvent): void {
    const command = event.defaultPrevented ? null : codebookKeyAction(event, choices);
    if (command !== 'new-top' && command !== 'new-below') return;
    event.preventDefault();
    codebook.command(command);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is pressed anywhere in it is meant for the codebook
    <div class="sidebar" onKeyDown={onKeyDown}>
      <header class="top">
        <div class="article-header">
          <h1>{t('view_codebook')}</h1>
          <p class="counts">{t(codes.length === 1 ? 'count_code' : 'count_codes', String(codes.length))}</p>
        </div>
        {head}
        <CodebookTools codebook={codebook} state={state} actions={actions} field={filterField} />
        {notices}
      </header>
      <main class="codebook">
        {isRead && codebook.rows.length === 0 && (
          <section class="empty">
            <h2>{t(isEmpty ? 'codebook_empty' : 'nothing_found')}</h2>
            {isEmpty && <p>{t('codebook_empty_next')}</p>}
            {isEmpty && canChange && <FirstCode onPress={() => codebook.command('new-top')} />}
          </section>
        )}
        {codebook.rows.length > 0 && (
          <CodeTree
            root={root}
            rows={codebook.rows}
            counts={counts}
            activeId={codebook.active?.code.id ?? null}
            renamedId={codebook.renamedId}
            canChange={canChange}
            closedPlaces={(id) => closedPlaces(codebook.tree, id)}
            onActivate={codebook.activate}
            onFocus={codebook.focus}
            onTurn={codebook.turn}
            onCommand={codebook.command}
            onRename={codebook.rename}
            onMove={actions.moveCode}
          />
        )}
      </main>
      <div class="bottom">
        <CodePanel codebook={codebook} entries={entries} canChange={canChange} actions={actions} />
        {foot}
      </div>
    </div>
  );
}

/** Takes the focus, as the tree would. */
function FirstCode({ onPress }: { onPress(): void }) {
  const t = useStrings();
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) button.current?.focus();
  }, []);
  return (
    <button ref={button} type="button" class="primary" onClick={onPress}>
      {t('code_new')}
    </button>
  );
}

interface CodebookToolsProps {
  codebook: Model;
  state: SidebarState;
  actions: Pick<SidebarActions, 'lockCodebook'>;
  field: RefObject<HTMLInputElement | null>;
}

function CodebookTools({ codebook, state, actions, field }: CodebookToolsProps) {
  const t = useStrings();
  const archived = state.codebook.codes.filter((code) => (code.archived ?? null) !== null).length;
  return (
    <>
      <search class="row search">
        <SearchField
          name={t('codebook_filter')}
          value={codebook.filter}
          field={field}
          onInput={codebook.narrow}
          leaveKeys={['Escape', 'Enter', 'ArrowDown']}
          onLeave={codebook.close}
        />
        {!state.isReadOnly && (
          <ActionButton
            name={t('code_new')}
            command="codebook-new-top"
            icon="add"
            class="quiet framed"
            onPress={() => codebook.command('new-top')}
          >
            {t('code_new')}
          </ActionButton>
        )}
      </search>
      <div class="row switches">
        {archived > 0 && (
          <Switch isOn={codebook.showsArchived} onTurn={codebook.showArchived}>
            {t('codebook_archived', String(archived))}
          </Switch>
        )}
        {!state.isReadOnly && (
          <Switch
            isOn={state.settings.isCodebookLocked}
            title={t('codebook_lock_purpose')}
            onTurn={actions.lockCodebook}
          >
            {t('codebook_lock')}
          </Switch>
        )}
      </div>
    </>
  );
}
