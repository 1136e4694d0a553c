/** What a toolbar shortcut does, so that keys pressed on the page and keys pressed in the toolbar do the same. */

import type { KeepRequest, ToolbarActions, ToolbarState } from '../core/toolbar';
import type { ToolbarKeyAction } from './toolbar-keys';

type Beside = Pick<ToolbarState, 'subject'>;

/** Recent codes that have a digit. */
const mostRecentCodes = 9;

/** True when something was asked for, so that the key press belongs to the toolbar and not to the page. */
export function performToolbarAction(
  action: ToolbarKeyAction,
  state: Pick<ToolbarState, 'subject' | 'recentCodeIds'>,
  actions: ToolbarActions,
): boolean {
  const { subject } = state;
  switch (action.kind) {
    case 'keep':
      if (subject.kind !== 'new') return false;
      keep({}, actions);
      return true;
    case 'recent-code': {
      const codeId = state.recentCodeIds.slice(0, mostRecentCodes)[action.index];
      if (codeId === undefined) return false;
      toggleCode(state, codeId, actions);
      return true;
    }
    case 'codes':
    case 'note':
      actions.showView(action.kind);
      return true;
    case 'ends':
      if (subject.kind !== 'existing') return false;
      actions.showView('ends');
      return true;
    case 'adjust':
      if (subject.kind !== 'existing') return false;
      actions.adjust(subject.id, action.move);
      return true;
    case 'attach':
      if (subject.kind !== 'attach') return false;
      actions.attach();
      return true;
    case 'delete':
      if (subject.kind !== 'existing') return false;
      actions.remove(subject.id);
      return true;
    case 'open-sidebar':
      actions.openSidebar(subject.kind === 'existing' ? subject.id : null);
      return true;
    case 'dismiss':
      actions.dismiss();
      return true;
    case 'active-code':
    case 'merge':
    case 'occurrences':
    case 'undo':
    case 'redo':
      return false;
  }
}

/** Gives a new selection the code by keeping it; gives or takes it from an annotation. */
export function toggleCode(state: Beside, codeId: string, actions: ToolbarActions): void {
  const { subject } = state;
  if (subject.kind === 'new') keep({ codeIds: [codeId] }, actions);
  if (subject.kind === 'existing') actions.edit(subject.id, { codeIds: toggled(subject.codeIds, codeId) });
}

/** Makes a code by its path and gives it. */
export function createCode(state: Beside, path: string, actions: ToolbarActions): void {
  const { subject } = state;
  if (subject.kind === 'new') keep({ newCodes: [path] }, actions);
  if (subject.kind === 'existing') actions.edit(subject.id, { newCodes: [path] });
}

export function saveNote(state: Beside, note: string, actions: ToolbarActions): void {
  const { subject } = state;
  if (subject.kind === 'new') keep({ note }, actions);
  if (subject.kind === 'existing') actions.edit(subject.id, { note });
}

/** The ids with this one added at the end, or without it. */
export function toggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}

function keep(request: Partial<KeepRequest>, actions: ToolbarActions): void {
  actions.keep({ codeIds: [], newCodes: [], note: '', ...request });
}
