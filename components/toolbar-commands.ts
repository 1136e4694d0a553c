/** What a toolbar shortcut does, so that keys pressed on the page and keys pressed in the toolbar do the same. */

import type { ChosenCode, KeepRequest, ToolbarActions, ToolbarState, ToolbarView } from '../core/toolbar';
import type { ToolbarKeyAction } from './toolbar-keys';

type Beside = Pick<ToolbarState, 'subject'>;
type Coding = Pick<ToolbarState, 'subject' | 'activeCode'>;

/** Views that take the focus: what is pressed while it is on its way there is no command any more. */
const takesKeys: readonly ToolbarView[] = ['codes', 'codes-below', 'note', 'active-code', 'occurrences'];

/** True when something was asked for, so that the key press belongs to the toolbar and not to the page. */
export function performToolbarAction(
  action: ToolbarKeyAction,
  state: Pick<ToolbarState, 'subject' | 'view' | 'digitCodeIds' | 'activeCode' | 'overlapCount'>,
  actions: ToolbarActions,
): boolean {
  const { subject, view } = state;
  if (takesKeys.includes(view) && action.kind !== 'dismiss') return true;
  switch (action.kind) {
    case 'keep':
      if (subject.kind !== 'new') return false;
      keep({ codeIds: activeIds(state) }, actions);
      return true;
    case 'recent-code': {
      const codeId = state.digitCodeIds[action.index] ?? null;
      if (codeId === null) return false;
      if (subject.kind === 'coding') actions.toggleOnLast(codeId);
      else toggleCode(state, codeId, actions);
      return true;
    }
    case 'active-code':
      actions.showView('active-code');
      return true;
    case 'merge':
      if (subject.kind !== 'existing' || state.overlapCount === 0) return false;
      actions.merge(subject.id);
      return true;
    case 'occurrences':
      if (subject.kind !== 'new') return false;
      actions.showView('occurrences');
      return true;
    case 'undo':
      actions.undo();
      return true;
    case 'redo':
      actions.redo();
      return true;
    case 'codes':
    case 'codes-below':
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

/** Makes the code the active one and gives it to what the toolbar stands beside. */
export function activateCode(state: Beside, code: ChosenCode, actions: ToolbarActions): void {
  const { subject } = state;
  actions.activate(code);
  actions.showView('bar');
  if ('path' in code) createCode(state, code.path, actions);
  else if (subject.kind !== 'existing' || !subject.codeIds.includes(code.id))
    toggleCode(state, code.id, actions);
}

export function saveNote(state: Coding, note: string, actions: ToolbarActions): void {
  const { subject } = state;
  if (subject.kind === 'new') keep({ codeIds: activeIds(state), note }, actions);
  if (subject.kind === 'existing') actions.edit(subject.id, { note });
}

/** The ids with this one added at the end, or without it. */
export function toggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}

function keep(request: Partial<KeepRequest>, actions: ToolbarActions): void {
  actions.keep({ codeIds: [], newCodes: [], note: '', ...request });
}

function activeIds({ activeCode }: Coding): string[] {
  return activeCode === null ? [] : [activeCode.id];
}
